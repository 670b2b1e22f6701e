/** Codes in the audit log's details. */
export const auditReason = {
  wrong: 'wrong name or password',
  wait: 'tried before the wait was over',
  noPosition: 'no office on that day',
  csrf: 'the form did not come from our own page',
  command: 'a command on the server',
  hidden: 'no right, or no such code',
  erased: 'the file was erased',
  forbidden: 'no right',
} as const;

/** How an act ended. */
export const auditOutcome = {
  done: 'Done',
  refused: 'Refused',
  failed: 'Failed',
} as const;

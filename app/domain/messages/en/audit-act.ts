/** Acts that are written down, by code. */
export const auditAct = {
  sign_in: 'Sign in',
  sign_out: 'Sign out',
  switch_position: 'Change office',
  open: 'Open a page',
  write: 'Send a form',
  load: 'Load data',
  pull: 'Pull data',
  upload: 'Send a file',
  export: 'Export data',
  submit: 'Submit to the next level',
  accept: 'Accept data',
  return: 'Return data',
  withdraw: 'Withdraw data',
  make_person: 'Add a person',
  make_token: 'Issue a token for a program',
  disable_person: 'Disable a person',
} as const;

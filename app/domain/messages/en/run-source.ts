export const runSource = {
  upload: 'sent on screen',
  pull: 'pulled from its source',
  command: 'loaded by an operator',
  folder: 'watched folder',
  demonstration: 'demonstration',
} as const;

export const sheet = {
  what: 'What it is',
  how: 'How it is computed',
  parts: 'Made up of',
  source: 'Where it comes from',
  close: 'Close the sheet',
} as const;

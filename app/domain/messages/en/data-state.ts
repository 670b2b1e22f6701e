export const dataState = {
  label: 'Data state',
  reported: 'Reported',
  zero: '0',
  not_due: 'Not due yet',
  missing: 'Not reported',
  rejected: 'Failed checking',
  withheld: 'Not disclosed',
  not_applicable: 'Not applicable',
  estimated: 'Estimate',
  partial: 'Period not over',
} as const;

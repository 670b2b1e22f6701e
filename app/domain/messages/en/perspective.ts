export const perspective = {
  label: 'Perspective',
  EFF: 'Effectiveness',
  QUA: 'Service quality',
  EFI: 'Efficiency',
  ORG: 'Organisation',
} as const;

export const perspective = {
  label: 'Perspective',
  EFF: 'Effectiveness',
  QUA: 'Service quality',
  EFI: 'Efficiency',
  ORG: 'Organisation development',
} as const;

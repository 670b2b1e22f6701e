export const status = {
  label: 'Status',
  achieved: 'Achieved',
  on_plan: 'On plan',
  at_risk: 'At risk',
  below_plan: 'Below plan',
  delayed: 'Delayed',
  no_data: 'Not enough data',
} as const;

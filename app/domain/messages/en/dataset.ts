export const dataset = {
  indicator: 'indicator definitions',
  reading: 'indicator results',
  agreement: 'agreements',
  project: 'projects',
  milestone: 'project milestones',
  budget: 'budget',
  index: 'country indices',
} as const;

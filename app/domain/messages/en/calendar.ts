export const calendar = {
  yearAndRound: '{{year}} · {{round}}',
  today: 'Today',
  lastRound: 'Last round',
  thisRound: 'This round',
  fiscalYear: 'Fiscal year',
  round: 'Round',
} as const;

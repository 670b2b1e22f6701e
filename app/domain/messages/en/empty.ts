export const empty = {
  noRows: 'Nothing here yet',
  noData: 'No data yet: {{what}}',
  who: 'Owed by {{who}}',
  by: 'due {{date}}',
  noneDue: 'Nothing is waiting',
  noMatch: 'Nothing matches the choice',
  historyShort: 'No forecast yet: only {{count}} periods of data',
} as const;

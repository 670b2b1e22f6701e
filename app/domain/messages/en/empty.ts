export const empty = {
  noRows: 'Nothing here yet',
  who: 'Owed by {{who}}',
  by: 'due {{date}}',
  noMatch: 'Nothing matches the choice',
} as const;

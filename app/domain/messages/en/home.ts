/** A new installation: what to do until the first number stands. */
export const home = {
  title: 'There is no data yet',
  administrator: 'Take these steps on the server. The dashboards show as soon as the first load is done.',
  others: 'The dashboards show as soon as the first data are loaded. The administrator knows how far it is.',
  people: 'Add people and appoint them',
  indicators: 'Load the indicators',
  readings: 'Load the readings',
  done: 'Done',
} as const;

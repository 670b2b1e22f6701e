/** A new installation: what to do until the first number stands. */
export const home = {
  title: 'There is no data yet',
  setUpTitle: 'Getting started: {{done}} of {{total}} steps are done',
  administrator: 'Take these steps on the server. The dashboards show as soon as the first load is done.',
  others: 'The dashboards show as soon as the first data are loaded. The administrator knows how far it is.',
  people: 'Add people and appoint them; the first command tells the codes of a unit’s offices',
  indicators: 'Load the register of indicators, filled in the workbook that the first command writes',
  agreements: 'Load the performance agreements',
  feeds: 'Make the feeds of each unit; its data officer can then send files on screen',
  duties: 'Say which indicators a feed owes; the suite then tells when they are due',
  readings: 'Load the first readings: the data officer sends them from the page of feeds, or by this command',
  done: 'Done',
  seePeople: 'See people and offices',
} as const;

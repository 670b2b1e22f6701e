// One line per topic: a new topic file is announced here, in both languages.
export { calendar } from './calendar.ts';
export { certainty } from './certainty.ts';
export { chart } from './chart.ts';
export { dataState } from './data-state.ts';
export { empty } from './empty.ts';
export { failures } from './failures.ts';
export { fault } from './fault.ts';
export { freshness } from './freshness.ts';
export { headline } from './headline.ts';
export { measure } from './measure.ts';
export { nav } from './nav.ts';
export { perspective } from './perspective.ts';
export { rules } from './rules.ts';
export { sheet } from './sheet.ts';
export { shell } from './shell.ts';
export { status } from './status.ts';

import { expect, test } from 'vitest';
import { slipStateOf } from '#domain/projects/slip.ts';

const TODAY = '2026-11-20';

test.each([
  ['planned to end later than today', '2027-01-10', null, 30, { kind: 'forecast' }],
  ['planned to end today', TODAY, null, 30, { kind: 'forecast' }],
  ['overdue, and to go on', '2026-11-01', null, 60, { kind: 'begun', days: 19 }],
  ['overdue by all that is told', '2026-11-01', null, 19, { kind: 'happened' }],
  ['finished late', '2026-10-01', '2026-10-20', 19, { kind: 'happened' }],
  ['not late', '2026-12-01', null, 0, null],
  ['without a slip to tell', '2026-12-01', null, null, null],
  ['without a plan', null, null, 12, null],
] as const)('of the slip of a project %s', (_what, plannedEndOn, actualEndOn, slipDays, state) => {
  expect(slipStateOf({ plannedEndOn, actualEndOn, slipDays }, TODAY)).toEqual(state);
});

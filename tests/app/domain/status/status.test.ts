import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isEndangered } from '#domain/status/endangered.ts';
import { compareByStatus, countStatuses, STATUSES, statusOf, statusOfValue } from '#domain/status/kpi-status.ts';
import { leastCertain, roundStateOf } from '#domain/status/round-state.ts';

describe('status of a score', () => {
  it.each([
    ['on plan', '3.9000', '3.9000', true, false, 'on_plan'],
    ['above plan', '4.2000', '3.9000', true, false, 'on_plan'],
    ['a little below plan', '3.6800', '3.9000', true, false, 'at_risk'],
    ['half a point below plan', '3.4000', '3.9000', true, false, 'at_risk'],
    ['more than half a point below', '3.3999', '3.9000', true, false, 'below_plan'],
    ['above a low plan but below 3.00', '2.9999', '2.0000', true, false, 'at_risk'],
    ['exactly 3.00 with the plan below', '3.0000', '2.0000', true, false, 'on_plan'],
    ['round over and plan reached', '3.9000', '3.9000', true, true, 'achieved'],
    ['round over and plan missed', '3.8999', '3.9000', true, true, 'at_risk'],
    ['round over below 3.00, above plan', '2.5000', '2.0000', true, true, 'at_risk'],
    ['no plan compares with 3.00', '2.4000', null, true, false, 'below_plan'],
    ['too little reported', '5.0000', '3.0000', false, true, 'no_data'],
    ['no score', null, '3.0000', true, false, 'no_data'],
  ] as const)('%s', (_, score, plannedScore, isCoverageEnough, isFinal, status) => {
    expect(statusOf({ score, plannedScore, isCoverageEnough, isFinal })).toBe(status);
  });

  it('below 3.00 is never better than at risk, whatever the plan', () => {
    const score = fc.integer({ min: 0, max: 50_000 }).map((units) => (units / 10_000).toFixed(4));
    fc.assert(
      fc.property(score, score, fc.boolean(), (actual, plannedScore, isFinal) => {
        const status = statusOf({ score: actual, plannedScore, isCoverageEnough: true, isFinal });
        if (Number(actual) < 3) expect(['at_risk', 'below_plan']).toContain(status);
        else if (Number(actual) >= Number(plannedScore)) expect(status).toBe(isFinal ? 'achieved' : 'on_plan');
      }),
      { numRuns: 3_000 },
    );
  });
});

it.each([
  ['100', '100', false, 'on_plan'],
  ['90', '100', false, 'at_risk'],
  ['89.99', '100', false, 'below_plan'],
  ['110', '100', true, 'at_risk'],
  ['110.01', '100', true, 'below_plan'],
  ['0', '0', false, 'on_plan'],
  [null, '100', false, 'no_data'],
  ['1', null, false, 'no_data'],
] as const)('a figure of %s against a plan of %s, lower is better %s: %s', (value, planned, isLowerBetter, status) => {
  expect(statusOfValue({ value, planned, isLowerBetter, isCoverageEnough: true, isFinal: false })).toBe(status);
});

it('a portfolio is counted, its worst state named, and an empty one is not green', () => {
  expect(countStatuses(['on_plan', 'below_plan', 'on_plan', 'no_data'])).toEqual({
    counts: { achieved: 0, on_plan: 2, at_risk: 0, below_plan: 1, no_data: 1 },
    worst: 'below_plan',
  });
  expect(countStatuses([]).worst).toBeNull();
  expect((['achieved', 'no_data', 'below_plan'] as const).toSorted(compareByStatus)).toEqual([
    'below_plan',
    'no_data',
    'achieved',
  ]);
});

it.each([
  ['2025-12-31', false, false, 'not_started'],
  ['2026-01-01', false, false, 'mid_round'],
  ['2026-03-31', false, false, 'mid_round'],
  ['2026-04-01', false, false, 'preliminary'],
  ['2026-05-01', true, false, 'certified'],
  ['2026-05-01', true, true, 'final'],
] as const)('on %s, certified %s, locked %s: %s', (asOf, isCertified, isLocked, state) => {
  expect(roundStateOf({ opensOn: '2026-01-01', endsOn: '2026-03-31', isCertified, isLocked }, asOf)).toBe(state);
});

it('several rounds are as certain as the least of them', () => {
  expect(leastCertain(['final', 'preliminary', 'certified'])).toBe('preliminary');
  expect(leastCertain([])).toBeNull();
});

test('what is short of its plan by little or by much is endangered; what has no data is not known to be', () => {
  expect([...STATUSES, null].filter(isEndangered)).toEqual(['at_risk', 'below_plan']);
});

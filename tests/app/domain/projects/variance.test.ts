import { describe, expect, it } from 'vitest';
import { eaGateOf, type EaFacts } from '#domain/projects/ea-gate.ts';
import { checkPhaseChange } from '#domain/projects/phases.ts';
import { projectStatus } from '#domain/projects/project-status.ts';
import { checkSpending, spendingAgainstProgress } from '#domain/projects/spending.ts';
import {
  costVariance,
  forecastFlag,
  isDiscrepant,
  scheduleVariance,
  type ProjectCost,
  type ProjectDates,
} from '#domain/projects/variance.ts';

const cost: ProjectCost = { plannedBaht: '10000000', projectedBaht: '12000000', actualBaht: null };
const year: ProjectDates = {
  plannedStartOn: '2025-10-01',
  plannedEndOn: '2026-09-30',
  projectedEndOn: null,
  actualEndOn: null,
};

describe('cost variance', () => {
  it.each([
    ['IT-4a', null, null, '-2000000', '-20.0000', 'projected'],
    ['IT-4b: an actual without completion is not yet compared', '11500000', null, '-2000000', '-20.0000', 'projected'],
    ['IT-4c', '11500000', '2026-09-30', '-1500000', '-15.0000', 'actual'],
  ])('%s', (_, actualBaht, actualEndOn, amountBaht, percent, basis) => {
    expect(costVariance({ ...cost, actualBaht }, actualEndOn)).toEqual({ amountBaht, percent, basis });
  });

  it('without a plan or a projection it cannot be determined', () => {
    expect(costVariance({ ...cost, plannedBaht: '0' }, null)).toBeNull();
    expect(costVariance({ ...cost, plannedBaht: null }, null)).toBeNull();
    expect(costVariance({ ...cost, projectedBaht: null }, null)).toBeNull();
  });
});

describe('schedule variance', () => {
  it.each([
    ['IT-5a', '2026-12-29', '2026-06-01', -90, '-24.7253', 'projected', null],
    ['IT-5b: looks early, so it is flagged', '2026-05-01', '2026-06-01', 121, '33.2418', 'today', 'forecast_past'],
    ['IT-5c', '2026-05-01', '2026-11-09', -40, '-10.9890', 'today', 'forecast_past'],
    ['a forecast for today', '2026-06-01', '2026-06-01', 121, '33.2418', 'today', null],
    ['no forecast at all', null, '2026-06-01', 121, '33.2418', 'today', 'forecast_missing'],
  ])('%s', (_, projectedEndOn, today, days, percent, basis, flag) => {
    const dates = { ...year, projectedEndOn };
    expect(scheduleVariance(dates, today)).toEqual({ days, percent, basis });
    expect(forecastFlag(dates, today)).toBe(flag);
  });

  it('a finished project is compared by its end and needs no forecast', () => {
    const dates = { ...year, actualEndOn: '2026-09-20' };
    expect(scheduleVariance(dates, '2026-11-20')).toMatchObject({ days: 10, basis: 'actual' });
    expect(forecastFlag(dates, '2026-11-20')).toBeNull();
  });

  it('IT-6: a plan of no length cannot be determined', () => {
    expect(scheduleVariance({ ...year, plannedStartOn: '2026-09-30' }, '2026-06-01')).toBeNull();
    expect(scheduleVariance({ ...year, plannedStartOn: null }, '2026-06-01')).toBeNull();
  });
});

it('IT-13: parts more than five percent off the total are a discrepancy', () => {
  expect([isDiscrepant('105.0', '100'), isDiscrepant('105.1', '100')]).toEqual([false, true]);
  expect([isDiscrepant('94.9', '100'), isDiscrepant('0', '0')]).toEqual([true, false]);
});

describe('status of a project', () => {
  const onCost: ProjectCost = { plannedBaht: '100', projectedBaht: '100', actualBaht: null };

  it.each([
    ['on plan', { projectedEndOn: '2026-09-30' }, onCost, '2026-06-01', 'on_plan', 0],
    ['early', { projectedEndOn: '2026-08-30' }, onCost, '2026-06-01', 'on_plan', 0],
    ['a few days late', { projectedEndOn: '2026-10-10' }, onCost, '2026-06-01', 'at_risk', 10],
    ['more than 30 days late', { projectedEndOn: '2026-10-31' }, onCost, '2026-06-01', 'below_plan', 31],
    ['forecast in the past', { projectedEndOn: '2026-05-01' }, onCost, '2026-06-01', 'at_risk', 0],
    ['over its end without news', {}, onCost, '2026-11-20', 'below_plan', 51],
    ['cost over by a fifth', { projectedEndOn: '2026-09-30' }, cost, '2026-06-01', 'at_risk', 0],
    [
      'cost over by more than 30 %',
      { projectedEndOn: '2026-09-30' },
      { ...onCost, projectedBaht: '131' },
      '2026-06-01',
      'below_plan',
      0,
    ],
    ['finished late', { actualEndOn: '2026-10-05' }, onCost, '2026-11-20', 'achieved', 5],
  ] as const)('%s', (_, dates, money, today, status, slipDays) => {
    expect(projectStatus({ ...year, ...dates }, money, today)).toMatchObject({ status, slipDays });
  });

  it('a project with neither dates nor money has no status, not green', () => {
    const none = { plannedStartOn: null, plannedEndOn: null, projectedEndOn: null, actualEndOn: null };
    const nothing = { plannedBaht: null, projectedBaht: null, actualBaht: null };
    expect(projectStatus(none, nothing, '2026-06-01').status).toBe('no_data');
  });
});

describe('enterprise-architecture gate', () => {
  const facts: EaFacts = { isDataExchange: true, valueBaht: '10000000.01', eaStatus: 'none', waiverReason: null };

  it.each<[string, Partial<EaFacts>, string]>([
    ['one satang above', {}, 'blocked'],
    ['exactly ten million', { valueBaht: '10000000.00' }, 'not_required'],
    ['one satang below', { valueBaht: '9999999.99' }, 'not_required'],
    ['no data exchange', { isDataExchange: false, valueBaht: '99000000' }, 'not_required'],
    ['value unknown', { valueBaht: null }, 'not_required'],
    ['complete', { eaStatus: 'complete' }, 'passed'],
    ['being drafted', { eaStatus: 'drafting' }, 'blocked'],
    ['waived with a reason', { eaStatus: 'waived', waiverReason: 'เร่งด่วน' }, 'waived'],
    ['waived without one', { eaStatus: 'waived', waiverReason: ' ' }, 'blocked'],
  ])('%s', (_, more, gate) => {
    expect(eaGateOf({ ...facts, ...more })).toBe(gate);
  });

  it.each([
    [3, 4, 'blocked', 'phase_ea_gate'],
    [3, 4, 'waived', null],
    [3, 4, 'passed', null],
    [2, 3, 'blocked', null],
    [4, 5, 'blocked', null],
    [1, 3, 'not_required', 'phase_skipped'],
    [null, 1, 'not_required', null],
    [4, 2, 'not_required', null],
  ] as const)('from phase %s to %i with the gate %s: %s', (from, to, gate, rule) => {
    expect(checkPhaseChange(from, to, gate)).toBe(rule);
  });
});

describe('spending against progress', () => {
  it('money ahead of work is a gap in points', () => {
    const money = { allocatedBaht: '1000', disbursedBaht: '612' };
    expect(spendingAgainstProgress(money, '48')).toEqual({
      disbursedPercent: '61.2000',
      progressPercent: '48.0000',
      gap: '13.2000',
      isFarApart: false,
    });
    expect(spendingAgainstProgress(money, '81.2')?.isFarApart).toBe(true);
  });

  it('without allocation or progress there is nothing to compare', () => {
    expect(spendingAgainstProgress({ allocatedBaht: '0', disbursedBaht: '0' }, '48')).toBeNull();
    expect(spendingAgainstProgress({ allocatedBaht: '1', disbursedBaht: '0' }, null)).toBeNull();
  });

  it('nothing is disbursed that was not committed', () => {
    expect(checkSpending({ allocatedBaht: '100', committedBaht: '80', disbursedBaht: '80' })).toEqual([]);
    expect(checkSpending({ allocatedBaht: '100', committedBaht: '120', disbursedBaht: '121' })).toEqual([
      'disbursed_over_committed',
      'committed_over_allocated',
    ]);
    expect(checkSpending({ allocatedBaht: '100', committedBaht: '0', disbursedBaht: '-1' })).toEqual([
      'amount_negative',
    ]);
  });
});

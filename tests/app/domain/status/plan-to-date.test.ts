import { describe, expect, it } from 'vitest';
import { scoreLevel5 } from '#domain/scoring/score.ts';
import {
  attainmentPercent,
  defaultPlan,
  distanceToPlan,
  planAt,
  thresholdsToDate,
  type PlanPoint,
} from '#domain/status/plan-to-date.ts';

describe('plan to date', () => {
  const start: PlanPoint = { on: '2026-09-30', value: '0' };
  const perRound: PlanPoint[] = [
    { on: '2027-09-30', value: '100' },
    { on: '2027-03-31', value: '40' },
    { on: '2027-06-30', value: '70' },
  ];

  it.each([
    ['2026-09-30', '0'],
    ['2026-12-30', '20'],
    ['2027-03-31', '40'],
    ['2027-06-30', '70'],
    ['2027-08-15', '85'],
    ['2027-09-30', '100'],
    ['2027-12-01', '100'],
  ])('on %s the piecewise plan stands at %s', (day, planned) => {
    expect(planAt(perRound, start, day)).toBe(planned);
  });

  it('without any plan there is none', () => {
    expect(planAt([], start, '2027-01-01')).toBeNull();
  });

  it('the default plan is the threshold of level 3 at the end', () => {
    expect(defaultPlan(['60', '65', '70', '75', '80'], '2027-09-30')).toEqual([{ on: '2027-09-30', value: '70' }]);
    expect(defaultPlan([], '2027-09-30')).toEqual([]);
  });

  it('a cumulative figure on its plan scores its planned level in December as in September', () => {
    const year = ['60', '65', '70', '75', '80'];
    const planned = planAt(defaultPlan(year, '2027-09-30'), start, '2026-12-30')!;
    expect(scoreLevel5(year, planned)).toBe('1.0000');
    expect(scoreLevel5(thresholdsToDate(year, planned, '70'), planned)).toBe('3.0000');
    expect(thresholdsToDate(year, '10', '0')).toEqual(year);
  });

  it('a distance is above zero when better than planned', () => {
    expect(distanceToPlan('12', '10', false)).toBe('2');
    expect(distanceToPlan('12', '10', true)).toBe('-2');
  });

  it('EU-1: 61 against a path of 65 is 93.8 percent', () => {
    expect(attainmentPercent('61', '65')).toBe('93.8462');
    expect(attainmentPercent('61', '0')).toBeNull();
  });
});

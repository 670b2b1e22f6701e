import { describe, expect, test } from 'vitest';
import { toBelowFirst } from '#app/dashboards/strategic/below-first.ts';
import {
  toBelowLine,
  toFittingName,
  toSideOfPlan,
  toTrajectory,
  toWeakest,
} from '#app/dashboards/strategic/strategic-series.ts';

const month = (index: number, score: string | null, plannedScore: string | null = '3.0000') => ({
  periodId: 257020000 + index,
  endsOn: `2027-${String(index).padStart(2, '0')}-28`,
  score,
  plannedScore,
});
const withheld = { forecastScore: null, forecastLow: null, forecastHigh: null };

describe('the trajectory', () => {
  test('has the twelve months of the year, those to come without an actual', () => {
    const points = toTrajectory(2570, [month(1, '3.1000'), month(2, '3.2000')], withheld, (endsOn) => endsOn);
    expect(points.map((point) => point.actual)).toEqual([3.1, 3.2, ...Array(10).fill(null)]);
    expect(points.every((point) => point.forecast === undefined)).toBe(true);
  });

  test('leads from the last actual to the forecast at the year’s end, its range widening', () => {
    const points = toTrajectory(
      2570,
      [month(1, '3.0000'), month(2, '3.0000')],
      { forecastScore: '4.0000', forecastLow: '3.5000', forecastHigh: '4.5000' },
      String,
    );
    expect(points[1]).toMatchObject({ forecast: 3, low: 3, high: 3 });
    expect(points[6]).toMatchObject({ forecast: 3.5, low: 3.25, high: 3.75 });
    expect(points[11]).toMatchObject({ forecast: 4, low: 3.5, high: 4.5 });
  });
});

describe('the side of the plan', () => {
  test.each([
    [[month(1, '3.5000'), month(2, '2.9000'), month(3, '2.8000')], { isBelow: true, since: '2027-02-28' }],
    [[month(1, '2.5000'), month(2, '3.0000')], { isBelow: false, since: '2027-02-28' }],
    [[month(1, '2.5000'), month(2, null), month(3, '2.4000')], { isBelow: true, since: '2027-01-28' }],
    [[month(1, null), month(2, '3.0000', null)], null],
  ])('is told from the month since which it has not changed', (history, side) => {
    expect(toSideOfPlan(history)).toEqual(side);
  });
});

describe('the worst of a list', () => {
  test('is the lowest score; what has none is never the worst', () => {
    expect(toWeakest([{ score: null }, { score: '3.1000' }, { score: '2.9999' }])).toEqual({ score: '2.9999' });
    expect(toWeakest([{ score: null }])).toBeNull();
  });

  test('below 3.00 are those under it by the stored decimals, lowest first', () => {
    const rows = [{ score: '2.9999' }, { score: '3.0000' }, { score: '1.5000' }, { score: null }];
    expect(toBelowLine(rows)).toEqual([{ score: '1.5000' }, { score: '2.9999' }]);
  });
});

test('a name too long for two lines gives way to its abbreviation', () => {
  expect(toFittingName({ name: 'กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม', shortName: 'อว.' })).toBe('กระทรวง อว.');
  expect(toFittingName({ name: 'สำนักงานปลัดกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์', shortName: 'สป.พม.' })).toBe('สป.พม.');
  expect(toFittingName({ name: 'กระทรวงการคลัง', shortName: 'กค.' })).toBe('กระทรวงการคลัง');
  expect(toFittingName({ name: 'กระทรวงการคลัง', shortName: 'กค.' }, 10)).toBe('กระทรวง กค.');
});

test('what met its plan is told only where nothing is short of it, in the order given, and never what cannot be compared', () => {
  const of = (gaps: (string | null)[], isAll = false) => toBelowFirst(gaps, (gap) => gap, { most: 2, isAll });
  expect(of(['-0.50', '-0.01', '0.00', null])).toEqual({ found: 'below', rows: ['-0.50', '-0.01'] });
  expect(of(['-0.50', '0.00', null])).toEqual({ found: 'below', rows: ['-0.50'] });
  expect(of(['0.00', '0.40', '0.90'], true)).toEqual({ found: 'all_met', rows: ['0.00', '0.40'] });
  expect(of(['0.40', null])).toEqual({ found: 'some_met', rows: ['0.40'] });
  expect(of([null])).toEqual({ found: 'nothing', rows: [] });
  expect(of([], true)).toEqual({ found: 'nothing', rows: [] });
});

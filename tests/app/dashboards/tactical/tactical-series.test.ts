import { describe, expect, it } from 'vitest';
import { toFormat } from '#app/components/format.ts';
import { toTrendMarks } from '#app/charts/trend-series.ts';
import {
  signed,
  toContributionRows,
  toFurthest,
  toPlainName,
  toRankAxis,
  toRankedRow,
  toTrendChange,
} from '#app/dashboards/tactical/tactical-series.ts';
import { buildRankRow, buildTacticalView } from '#tests/build/tactical-view.ts';

const format = toFormat('th', (text) => text);
const SCORE = { name: null, unit: null, decimals: 2, isLowerBetter: false, lowest: 1 as const };
const DAYS = { name: 'ระยะเวลา', unit: 'วัน', decimals: 0, isLowerBetter: true, lowest: 1 as const };

describe('the ranking’s axis', () => {
  it('is 1–5 with the line of 3.00 for scores, whatever they are', () => {
    expect(toRankAxis({ measure: SCORE, rows: [buildRankRow()] })).toEqual({ ticks: [1, 2, 3, 4, 5], line: 3 });
  });

  it('encloses values, targets and earlier values of an indicator, without that line', () => {
    const rows = [buildRankRow({ value: '30', target: '15', previous: '42' })];
    const { ticks, line } = toRankAxis({ measure: DAYS, rows });
    expect(line).toBeNull();
    expect(ticks[0]).toBeLessThanOrEqual(15);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(42);
  });
});

describe('a row of the ranking', () => {
  it('writes figures in the decimals of the measure', () => {
    expect(toRankedRow(buildRankRow(), SCORE, format, '/x')).toMatchObject({
      valueLabel: '2.91',
      changeLabel: '−0.19',
    });
    expect(toRankedRow(buildRankRow({ value: '30.4', change: '2' }), DAYS, format, '/x')).toMatchObject({
      valueLabel: '30',
      changeLabel: '+2',
    });
  });

  it('has a dash and its state where there is no value', () => {
    const row = buildRankRow({ value: null, change: null, state: 'withheld' });
    expect(toRankedRow(row, SCORE, format, '/x')).toMatchObject({
      value: null,
      valueLabel: '–',
      changeLabel: '–',
      state: 'withheld',
    });
  });
});

describe('contribution bars', () => {
  it('sum to the change, the rest included', () => {
    const view = buildTacticalView().contributions!;
    if (!view.ok || !view.value) throw new Error('built without contributions');
    const rows = toContributionRows(view.value, format, () => '/x', 'อีก 6');
    const sum = rows.reduce((all, row) => all + Math.round(row.value * 100), 0);
    expect(sum).toBe(Math.round(Number(view.value.change) * 100));
    expect(rows.map((row) => row.valueLabel)).toEqual(['−0.18', '−0.10', '+0.08', '−0.02']);
  });
});

describe('money against work', () => {
  const point = (key: string, spentPercent: string, donePercent: string) => ({
    key,
    kind: 'unit' as const,
    name: key,
    shortName: key,
    spentPercent,
    donePercent,
  });

  it('finds the one furthest from the diagonal, either way', () => {
    expect(toFurthest([point('b', '20', '55'), point('a', '60', '48')])).toMatchObject({
      point: { key: 'b' },
      gap: -35,
    });
  });

  it('names nobody who keeps within five points', () => {
    expect(toFurthest([point('a', '60', '56')])).toBeNull();
    expect(toFurthest([])).toBeNull();
  });
});

describe('trends', () => {
  it('change by the difference of the figures shown', () => {
    expect(toTrendChange(['3.5451', null, '3.6749'])).toBe(0.12);
    expect(toTrendChange([null, '3.00'])).toBeNull();
  });

  it('keep a gap in the data as a gap in the line, and a lone value as a dot', () => {
    const marks = toTrendMarks([1, 2, null, 3], 1, 5);
    expect(marks.lines).toEqual(['0,100 33.33,75']);
    expect(marks.dots).toEqual([{ x: 100, y: 50 }]);
    expect(marks.last).toEqual({ x: 100, y: 50 });
  });
});

it.each([
  ['กระทรวงการคลัง', 'การคลัง'],
  ['สำนักนายกรัฐมนตรี', 'สำนักนายกรัฐมนตรี'],
  ['Ministry of Finance', 'Finance'],
])('%s is called %s among its own kind', (name, plain) => {
  expect(toPlainName(name)).toBe(plain);
});

it.each([
  ['0.004', '0.00'],
  ['0.01', '+0.01'],
  ['-0.01', '−0.01'],
])('a change of %s is written %s', (value, text) => {
  expect(signed(value, 2, format)).toBe(text);
});

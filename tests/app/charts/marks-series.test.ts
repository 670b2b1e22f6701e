import { describe, expect, it } from 'vitest';
import { toBulletMarks } from '#app/charts/bullet-series.ts';
import { toContributionMarks } from '#app/charts/contribution-series.ts';
import { toMinistryMarks } from '#app/charts/ministry-dots-series.ts';
import { toMoneyWorkMarks } from '#app/charts/money-work-series.ts';
import { sortWorstFirst, toRankedMarks } from '#app/charts/ranked-dots-series.ts';
import { toSlipMarks } from '#app/charts/slip-series.ts';
import { toSparkSegments } from '#app/charts/sparkline-series.ts';

describe('bullet', () => {
  it('has no bar without a value, yet keeps target and line', () => {
    expect(toBulletMarks({ key: 'a', label: '', value: null, valueLabel: '–', target: 4 }, 1, 5, 3)).toEqual({
      bar: null,
      target: 75,
      previous: null,
      line: 50,
    });
  });
});

describe('contribution', () => {
  const rows = (...values: number[]) =>
    values.map((value, index) => ({ key: String(index), label: '', value, valueLabel: '' }));

  it('starts each bar where the last ended and ends at the sum', () => {
    const { bars, zero, total, sum } = toContributionMarks(rows(3, -1, -4));
    expect(zero).toBe(40);
    expect(bars.map(({ from, width }) => [from, width])).toEqual([
      [40, 60],
      [80, 20],
      [0, 80],
    ]);
    expect(total).toMatchObject({ from: 0, width: 40, sign: 'down' });
    expect(sum).toBe(-2);
  });

  it('holds none and all zero', () => {
    expect(toContributionMarks([])).toEqual({ bars: [], zero: 0, total: null, sum: 0 });
    expect(toContributionMarks(rows(0, 0)).bars.map((bar) => bar.sign)).toEqual(['none', 'none']);
  });
});

describe('ministry dots', () => {
  const dots = (...values: (number | null)[]) =>
    values.map((value, index) => ({ key: String(index), name: '', shortName: '', value, valueLabel: '', href: '' }));

  it('names those under the line, worst first, and no others', () => {
    const marks = toMinistryMarks(dots(3.4, 2.9, 2.1, 3), 1, 5, 3);
    expect(marks.named.map((dot) => dot.value)).toEqual([2.1, 2.9]);
    expect(marks.swarm.map((dot) => dot.value)).toEqual([3, 3.4]);
  });

  it('keeps each dot once when more are under the line than there are lanes', () => {
    const marks = toMinistryMarks(dots(1.1, 1.2, 1.3, 1.4, 1.5, 1.6), 1, 5, 3);
    expect(marks.named).toHaveLength(4);
    expect(marks.swarm.map((dot) => [dot.value, dot.isUnder])).toEqual([
      [1.5, true],
      [1.6, true],
    ]);
  });

  it('stacks dots that would cover each other and sets those without a score apart', () => {
    const marks = toMinistryMarks(dots(3.5, 3.5, 3.5, 4.5, null), 1, 5, 3);
    expect(marks.swarm.map((dot) => dot.level)).toEqual([0, 1, 2, 0]);
    expect(marks.without).toHaveLength(1);
  });
});

describe('money against work', () => {
  const point = (key: string, spent: number, done: number) => ({
    key,
    name: key,
    shortName: key,
    spent,
    done,
    valueLabel: '',
    href: '',
  });

  it('names those furthest from the diagonal, never one that lies on it', () => {
    const marks = toMoneyWorkMarks([point('a', 80, 35), point('b', 50, 50), point('c', 20, 60), point('d', 41, 40)]);
    expect(marks.filter((mark) => mark.isNamed).map((mark) => mark.key)).toEqual(['a', 'c']);
  });

  it('lets only the further of two neighbours carry its name', () => {
    const marks = toMoneyWorkMarks([point('a', 80, 35), point('b', 78, 36)]);
    expect(marks.filter((mark) => mark.isNamed).map((mark) => mark.key)).toEqual(['a']);
  });

  it('keeps what lies beyond a hundred at the edge', () => {
    expect(toMoneyWorkMarks([point('a', 140, 20)])[0]).toMatchObject({ x: 100, y: 80, labelSide: 'left' });
  });
});

describe('ranked dots', () => {
  it('stand worst first, those without a value last', () => {
    expect(sortWorstFirst([{ value: null }, { value: 4 }, { value: 2 }]).map((row) => row.value)).toEqual([2, 4, null]);
  });

  it('have no dot without a value', () => {
    const row = { key: 'a', name: '', href: '', value: null, valueLabel: '', status: 'no_data' as const, target: 3 };
    expect(toRankedMarks(row, 1, 5)).toEqual({ now: null, before: null, target: 50 });
  });
});

describe('slip', () => {
  const range = ['2025-10-01', '2026-10-01'] as const;
  it.each([
    [{ start: '2025-10-01', plan: '2026-06-30', forecast: '2026-07-30' }, 30, false],
    [{ start: '2025-10-01', plan: '2026-06-30', forecast: '2026-07-30', finish: '2026-06-20' }, -10, true],
    [{ start: '2025-10-01', plan: '2026-06-30' }, 0, false],
  ])('of %o is %d days', (dates, days, isFinished) => {
    expect(toSlipMarks(dates, ...range)).toMatchObject({ days, isFinished });
  });
});

describe('sparkline', () => {
  it('keeps gaps, and draws equal values as a level line', () => {
    expect(toSparkSegments([1, 2, null, 3, 4]).segments).toHaveLength(2);
    expect(toSparkSegments([2, 2, 2])).toEqual({ segments: ['4,14 40,14 76,14'], last: { x: 76, y: 14 } });
    expect(toSparkSegments([null, null])).toEqual({ segments: [], last: null });
    expect(toSparkSegments([5])).toEqual({ segments: [], last: { x: 4, y: 14 } });
  });
});

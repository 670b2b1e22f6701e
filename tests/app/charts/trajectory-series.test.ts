import { describe, expect, it } from 'vitest';
import { toTrajectoryMarks, type TrajectoryPoint } from '#app/charts/trajectory-series.ts';

const marksOf = (points: Partial<TrajectoryPoint>[]) =>
  toTrajectoryMarks({
    yTicks: [1, 2, 3, 4, 5],
    line: 3,
    points: points.map((point, index) => ({ key: String(index), label: '', ...point })),
  });

describe('toTrajectoryMarks', () => {
  it('leaves a gap where a period has no value', () => {
    const { lines, dots } = marksOf([{ actual: 1 }, { actual: 2 }, { actual: null }, { actual: 3 }, { actual: 4 }]);
    expect(lines.map((line) => line.points)).toEqual(['0,100 25,75', '75,50 100,25']);
    expect(dots.map((dot) => dot.index)).toEqual([0, 1, 3, 4]);
  });

  it('draws zero as a value', () => {
    expect(toTrajectoryMarks({ yTicks: [0, 5], points: [{ key: 'a', label: '', actual: 0 }] }).dots).toHaveLength(1);
  });

  it('marks the period that is not over, apart from the solid line', () => {
    const { lines, dots } = marksOf([{ actual: 1 }, { actual: 2 }, { actual: 3, isPartial: true }]);
    expect(lines).toEqual([
      { series: 'actual', points: '50,75 100,50', isPartial: true },
      { series: 'actual', points: '0,100 50,75', isPartial: false },
    ]);
    expect(dots.map((dot) => dot.isPartial)).toEqual([false, false, true]);
  });

  it('draws a band only over periods that have a range', () => {
    expect(marksOf([{ low: 2, high: 3 }, {}, {}]).band).toBeNull();
    expect(marksOf([{}, { low: 2, high: 3 }, { low: 1, high: 5 }]).band).toBe('50,50 100,0 100,100 50,75');
  });

  it('labels a line at its end, and one that stops early inside the plot, away from the plan', () => {
    const { ends, inner } = marksOf([{ plan: 2, actual: 1 }, { plan: 3, actual: 2 }, { plan: 4 }]);
    expect(ends.map((end) => end.series)).toEqual(['plan']);
    expect(inner).toEqual([{ series: 'actual', value: 2, x: 50, y: 75, side: 'below' }]);
  });

  it('holds one point, and none', () => {
    expect(marksOf([{ actual: 3 }]).dots[0]).toMatchObject({ x: 0, y: 50 });
    expect(marksOf([])).toMatchObject({ lines: [], dots: [], ends: [], band: null, line: 50 });
  });
});

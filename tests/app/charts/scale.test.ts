import { describe, expect, it } from 'vitest';
import { spreadLabels, toNiceTicks, toPercentScale, toScoreTicks } from '#app/charts/scale.ts';

describe('toPercentScale', () => {
  it.each([
    [1, 5, 1, 0],
    [1, 5, 3, 50],
    [1, 5, 3.68, 67],
    [1, 5, 0.5, 0],
    [1, 5, 9, 100],
    [2, 2, 2, 50],
  ])('from %d to %d puts %d at %d percent', (low, high, value, place) => {
    expect(toPercentScale(low, high)(value)).toBe(place);
  });
});

describe('toNiceTicks', () => {
  it.each([
    [0, 100, [0, 25, 50, 75, 100]],
    [0, 0, [0, 0.25]],
    [61.2, 61.2, [60, 80]],
    [-0.17, 0.12, [-0.2, -0.1, 0, 0.1, 0.2]],
    [0, 1_000_000_000_000, [0, 250_000_000_000, 500_000_000_000, 750_000_000_000, 1_000_000_000_000]],
  ])('of %d to %d are round and enclose both', (low, high, ticks) => {
    expect(toNiceTicks(low, high)).toEqual(ticks);
  });
});

it('the score axis is always whole levels', () => {
  expect(toScoreTicks()).toEqual([1, 2, 3, 4, 5]);
  expect(toScoreTicks(0)).toEqual([0, 1, 2, 3, 4, 5]);
});

describe('spreadLabels', () => {
  const at = (...places: number[]) => places.map((place, index) => ({ at: place, name: String(index) }));
  it.each([
    [at(10, 60), [10, 60]],
    [at(50, 51), [50, 70]],
    [at(95, 96), [80, 100]],
    [at(98, 99, 100), [60, 80, 100]],
  ])('keeps neighbours apart and inside the plot', (labels, places) => {
    expect(spreadLabels(labels, 20).map((label) => label.at)).toEqual(places);
  });
});

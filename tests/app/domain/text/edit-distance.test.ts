import { describe, expect, it } from 'vitest';
import { editDistance } from '#domain/text/edit-distance.ts';

describe('distance of two texts', () => {
  it.each([
    ['03004', '03004', 0],
    ['03004', '0304', 1],
    ['03004', '030004', 1],
    ['03004', '03O04', 1],
    ['03004', '30004', 1],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
    ['กรมที่ดิน', 'กรมทีดิน', 1],
  ])('%s and %s: %d', (left, right, distance) => {
    expect(editDistance(left, right, 3)).toBe(distance);
    expect(editDistance(right, left, 3)).toBe(distance);
  });

  it.each([
    ['kitten', 'sitting'],
    ['a', 'abcd'],
  ])('%s and %s are further than asked for', (left, right) => {
    expect(editDistance(left, right, 2)).toBe(Infinity);
  });
});

import { describe, expect, it } from 'vitest';
import { isDue, isSchedule } from '#etl/tasks/due-pulls.ts';

describe('a schedule, in Bangkok time', () => {
  // Friday 20 November 2026, 09:30 in Bangkok
  const now = new Date('2026-11-20T02:30:00Z');
  it.each([
    ['* * * * *', true],
    ['30 9 * * *', true],
    ['30 2 * * *', false],
    ['*/15 * * * *', true],
    ['*/20 * * * *', false],
    ['0,30 9 * * 1-5', true],
    ['30 9 20 11 *', true],
    ['30 9 * * 6', false],
    ['30 8-10 * * *', true],
    ['nonsense', false],
    ['30 9 * *', false],
    ['99x * * * *', false],
  ])('%s', (schedule, expected) => {
    expect(isDue(schedule, now)).toBe(expected);
  });
});

it.each([
  ['30 6 * * *', true],
  ['*/5 * * * *', true],
  ['0 0-23/2 1,15 1-12 0-6', true],
  ['60 6 * * *', false],
  ['0 24 * * *', false],
  ['0 6 0 * *', false],
  ['0 6 * * 7', false],
  ['*/0 * * * *', false],
  ['9-3 * * * *', false],
  ['0 6 * *', false],
  ['@daily', false],
])('"%s" is a schedule: %s', (schedule, expected) => {
  expect(isSchedule(schedule)).toBe(expected);
});

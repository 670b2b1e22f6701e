import { describe, expect, it } from 'vitest';
import { toCoverage } from '#domain/roll-up/coverage.ts';

describe('coverage', () => {
  it.each([
    [7, 9, '0.7778', false],
    [4, 5, '0.8000', true],
    [79_999, 100_000, '0.8000', false],
    [9, 9, '1.0000', true],
    [0, 9, '0.0000', false],
    [0, 0, null, false],
  ])('%i of %i is %s, enough for a status: %s', (received, expected, share, isEnough) => {
    expect(toCoverage(received, expected)).toMatchObject({ share, isEnough });
  });

  it('the least share is a setting', () => {
    expect(toCoverage(5, 9, '0.5').isEnough).toBe(true);
  });
});

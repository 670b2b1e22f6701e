import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCoverage } from '#domain/roll-up/coverage.ts';
import { suppress } from '#domain/roll-up/suppression.ts';

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

describe('suppression', () => {
  const row = (code: string, value: string | null, isHidden = false) => ({ code, value, isHidden });

  it('one hidden child takes the next smallest with it', () => {
    expect(suppress([row('A', '5', true), row('B', '90'), row('C', '-8'), row('D', '20')])).toEqual({
      hidden: ['A', 'C'],
      isParentOnly: false,
    });
  });

  it('two hidden children shield each other', () => {
    expect(suppress([row('A', '5', true), row('B', '9', true), row('C', '8')]).hidden).toEqual(['A', 'B']);
  });

  it('of two children both are hidden and only the parent is left', () => {
    expect(suppress([row('A', '5', true), row('B', '9')])).toEqual({ hidden: ['A', 'B'], isParentOnly: true });
  });

  it('a child without a value shields nobody, and nothing hidden hides nothing', () => {
    expect(suppress([row('A', '5', true), row('B', null), row('C', '8'), row('D', '9')]).hidden).toEqual(['A', 'C']);
    expect(suppress([row('A', '5', true), row('B', null, true), row('C', '8')]).hidden).toEqual(['A', 'B', 'C']);
    expect(suppress([row('A', '5'), row('B', '9')])).toEqual({ hidden: [], isParentOnly: false });
  });

  it('a hidden value never stands alone against the total', () => {
    const rows = fc.array(fc.record({ value: fc.integer(), isHidden: fc.boolean() }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(rows, (drawn) => {
        const children = drawn.map((one, index) => row(`U${index}`, String(one.value), one.isHidden));
        expect(suppress(children).hidden.length).not.toBe(1);
      }),
      { numRuns: 2_000 },
    );
  });
});

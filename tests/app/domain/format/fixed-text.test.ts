import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFixedText } from '#domain/format/fixed-text.ts';
import { toDecimal, toFixedHalfUp } from '#domain/numbers/decimal.ts';

describe('toFixedText', () => {
  it.each([
    ['2.005', 2, 0, '2.01'],
    ['-2.005', 2, 0, '-2.01'],
    ['-0.001', 2, 0, '0.00'],
    ['0.5', 0, 0, '1'],
    ['.5', 1, 0, '0.5'],
    ['1234560000', 2, -6, '1234.56'],
    ['4999', 2, -6, '0.00'],
    ['5000', 2, -6, '0.01'],
    ['1', 2, -6, '0.00'],
    [1e21, 0, 0, '1000000000000000000000'],
    [1e-7, 8, 0, '0.00000010'],
  ] as const)('writes %s with %i decimals, shifted by %i, as %s', (value, places, shift, text) => {
    expect(toFixedText(value, places, shift)).toBe(text);
  });

  it('agrees with decimal arithmetic on any decimal', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat(12))
      .map(([digits, places]) => toDecimal(digits.toString()).times(`1e-${places}`).toFixed());
    fc.assert(
      fc.property(decimal, fc.nat(6), fc.constantFrom(0, -6), (value, places, shift) => {
        expect(toFixedText(value, places, shift)).toBe(toFixedHalfUp(toDecimal(value).times(`1e${shift}`), places));
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses what is no number', () => {
    expect(() => toFixedText('85,5', 2)).toThrow('85,5');
  });
});

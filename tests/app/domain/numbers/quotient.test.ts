import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productOf, quotientOf } from '#domain/numbers/quotient.ts';

describe('a ratio of decimal texts', () => {
  it.each([
    ['9', '100', '10', '90.0000000000000000'],
    ['1', '100', '3', '33.3333333333333333'],
    ['2', '1', '3', '0.66666666666666666667'],
    ['-2', '1', '3', '-0.66666666666666666667'],
    ['12.50', '1', '5', '2.5000000000000000'],
    ['0', '100', '7', '0.00000000000000000000'],
    ['5', '1', '0.000', null],
    ['123456789012345678', '1', '1', '123456789012345678'],
  ])('%s × %s / %s is %s', (numerator, scale, denominator, expected) => {
    expect(quotientOf(numerator, scale, denominator)).toBe(expected);
  });

  it('differs from the exact fraction by half a unit of its last place at most', () => {
    const decimal = fc.tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(decimal, decimal, ([n, nPlaces], [d, dPlaces]) => {
        const text = (whole: bigint, places: number): string => productOf(String(whole), toPower(places));
        const quotient = quotientOf(text(n, nPlaces), '1', text(d, dPlaces));
        if (d === 0n) return quotient === null;
        const places = quotient!.length - 1 - quotient!.indexOf('.');
        const whole = BigInt(quotient!.replace('.', ''));
        // |whole / 10^places − (n / 10^nPlaces) / (d / 10^dPlaces)| ≤ ½ / 10^places, without fractions.
        const difference = whole * d * 10n ** BigInt(nPlaces) - n * 10n ** BigInt(dPlaces + places);
        return abs(difference) * 2n <= abs(d) * 10n ** BigInt(nPlaces);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('a product of decimal texts', () => {
  it.each([
    ['12.5', '4', '50.0'],
    ['-0.03', '0.5', '-0.015'],
    ['0', '7.25', '0.00'],
  ])('%s × %s is %s', (a, b, expected) => {
    expect(productOf(a, b)).toBe(expected);
  });
});

const abs = (whole: bigint): bigint => (whole < 0n ? -whole : whole);
/** 10 to the minus so many, as text. */
const toPower = (places: number): string => (places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionsToRatio, contributionsToSum } from '#domain/roll-up/contribution.ts';
import { decimals, Fraction, sumFractions } from '../exact-fraction.ts';

describe('contributions to a change', () => {
  it('of a total are the differences, and a child that came or went counts whole', () => {
    expect(
      contributionsToSum([
        { code: 'A', from: '10', to: '12.5' },
        { code: 'B', from: null, to: '3' },
        { code: 'C', from: '4', to: null },
      ]),
    ).toEqual({
      change: '1.5',
      parts: [
        { code: 'A', part: '2.5' },
        { code: 'B', part: '3' },
        { code: 'C', part: '-4' },
      ],
    });
  });

  it('both units get worse, the total rises from 10.0 to 34.6, and the mix says why', () => {
    const result = contributionsToRatio([
      { code: 'A', from: { num: '90', den: '100' }, to: { num: '340', den: '400' } },
      { code: 'B', from: { num: '10', den: '900' }, to: { num: '6', den: '600' } },
    ]);
    expect(result).toEqual({
      change: '24.6000',
      parts: [
        { code: 'A', part: '18.3100', rate: '-1.2500', mix: '19.5600' },
        { code: 'B', part: '6.2900', rate: '-0.0833', mix: '6.3733' },
      ],
    });
  });

  it('a child that is new has no change of its own: all of it is mix', () => {
    const result = contributionsToRatio([
      { code: 'A', from: { num: '50', den: '100' }, to: { num: '50', den: '100' } },
      { code: 'B', from: null, to: { num: '90', den: '100' } },
    ]);
    expect(result?.change).toBe('20.0000');
    expect(result?.parts.map((part) => part.rate)).toEqual(['0.0000', '0.0000']);
  });

  it('without a denominator there is nothing to explain', () => {
    expect(contributionsToRatio([{ code: 'A', from: null, to: { num: '1', den: '2' } }])).toBeNull();
  });

  it('parts sum to the change to the last digit, in 10,000 random cases against exact fractions', () => {
    const parts = fc.option(fc.record({ num: decimals(0, 500, 3), den: decimals(1, 900, 3) }), { freq: 6 });
    const row = fc.record({ from: parts, to: parts });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (rows) => {
        const result = contributionsToRatio(rows.map((one, index) => ({ code: String(index), ...one })));
        const [from, to] = [rows.map((one) => one.from), rows.map((one) => one.to)].map(exactPercent);
        if (!from || !to) {
          expect(result).toBeNull();
          return;
        }
        expect(result?.change).toBe(to.minus(from).toFixed(4));
        const sum = (pick: (part: { part: string; rate: string; mix: string }) => string) =>
          sumFractions((result?.parts ?? []).map((part) => Fraction.of(pick(part)))).toFixed(4);
        expect(sum(({ part }) => part)).toBe(result?.change);
        for (const { part, rate, mix } of result?.parts ?? []) {
          expect(Fraction.of(rate).plus(Fraction.of(mix)).toFixed(4)).toBe(part);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

function exactPercent(parts: readonly ({ num: string; den: string } | null)[]): Fraction | null {
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return null;
  const num = sumFractions(known.map((part) => Fraction.of(part.num)));
  const den = sumFractions(known.map((part) => Fraction.of(part.den)));
  return num.times(new Fraction(100n)).over(den);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUpAcrossUnits, toRatio, type ChildRow } from '#domain/roll-up/across-units.ts';
import { decimals, Fraction, sumFractions } from '../exact-fraction.ts';

const child = (code: string, more: Partial<ChildRow>): ChildRow => ({
  code,
  value: null,
  num: null,
  den: null,
  weight: null,
  endsOn: '2026-09-30',
  ...more,
});

describe('roll-up across units', () => {
  it('a percentage is the ratio of the sums, never the mean of percentages', () => {
    const rows = [
      child('A', { value: '90', num: '9', den: '10' }),
      child('B', { value: '10', num: '100', den: '1000' }),
    ];
    expect(rollUpAcrossUnits('ratio_of_sums', rows)).toEqual({
      value: '10.7920792079',
      num: '109',
      den: '1010',
      count: 2,
      leftOut: [],
      fromCode: null,
    });
    expect(rollUpAcrossUnits('avg', rows).value).toBe('50');
  });

  it('a percentage without its parts cannot be rolled up, and is named', () => {
    const rows = [child('A', { value: '90' }), child('B', { value: '10', num: '1', den: '10' })];
    expect(rollUpAcrossUnits('ratio_of_sums', rows)).toMatchObject({ value: '10', count: 1, leftOut: ['A'] });
    expect(rollUpAcrossUnits('ratio_of_sums', [rows[0]!])).toMatchObject({ value: null, count: 0, leftOut: ['A'] });
  });

  it('money sums as sent, unrounded', () => {
    const rows = [child('A', { value: '571047300000.005' }), child('B', { value: '0.0001' })];
    expect(rollUpAcrossUnits('sum', rows).value).toBe('571047300000.0051');
  });

  it('a zero that was reported counts, nothing reported is not zero', () => {
    expect(rollUpAcrossUnits('sum', [child('A', { value: '0' })])).toMatchObject({ value: '0', count: 1 });
    expect(rollUpAcrossUnits('sum', [])).toMatchObject({ value: null, count: 0 });
  });

  const three = [
    child('A', { value: '3.5', weight: '10', endsOn: '2026-06-30' }),
    child('B', { value: '2', weight: '30', endsOn: '2026-09-30' }),
    child('C', { value: '5', endsOn: '2026-03-31' }),
  ];

  it.each([
    ['weighted_avg', '2.375', 2, null],
    ['avg', '3.5', 3, null],
    ['min', '2', 3, 'B'],
    ['max', '5', 3, 'C'],
    ['latest', '2', 3, 'B'],
    ['none', null, 0, null],
    ['score_agreement', null, 0, null],
  ] as const)('%s gives %s from %i children, shown by %s', (rule, value, count, fromCode) => {
    expect(rollUpAcrossUnits(rule, three)).toMatchObject({ value, count, fromCode });
  });

  it('a unit cost is a ratio without percent', () => {
    expect(toRatio('7', '2', 1)).toBe('3.5');
    expect([toRatio('1', '0'), toRatio(null, '1')]).toEqual([null, null]);
  });

  it('ratios and weighted means equal exact fractions at four decimals in 10,000 random cases', () => {
    const row = fc.record({
      num: decimals(0, 1_000_000, 4),
      den: decimals(0, 1_000_000, 4),
      value: decimals(-500, 500),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
        const children = rows.map((one, index) => child(String(index), { ...one, weight: one.den }));
        const den = sumFractions(rows.map((one) => Fraction.of(one.den)));
        const num = sumFractions(rows.map((one) => Fraction.of(one.num)));
        const weighted = sumFractions(rows.map((one) => Fraction.of(one.den).times(Fraction.of(one.value))));
        const ratio = den.num === 0n ? null : num.times(new Fraction(100n)).over(den).toFixed(10);
        const mean = den.num === 0n ? null : weighted.over(den).toFixed(10);
        expectSame(rollUpAcrossUnits('ratio_of_sums', children).value, ratio);
        expectSame(rollUpAcrossUnits('weighted_avg', children).value, mean);
        const total = sumFractions(rows.map((one) => Fraction.of(one.value)));
        expectSame(rollUpAcrossUnits('sum', children).value, total.toFixed(10));
      }),
      { numRuns: 10_000 },
    );
  });

  it('rolling up in two steps gives what one step gives', () => {
    const row = fc.record({ num: decimals(0, 1000, 2), den: decimals(1, 1000, 2) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), fc.nat(10), (rows, cut) => {
        const children = rows.map((one, index) => child(String(index), one));
        const at = 1 + (cut % (rows.length - 1));
        const halves = [children.slice(0, at), children.slice(at)].map((half, index) => {
          const { num, den } = rollUpAcrossUnits('ratio_of_sums', half);
          return child(`half ${index}`, { num, den });
        });
        expect(rollUpAcrossUnits('ratio_of_sums', halves).value).toBe(
          rollUpAcrossUnits('ratio_of_sums', children).value,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

function expectSame(actual: string | null, exact: string | null): void {
  expect(actual === null ? null : Fraction.of(actual).toFixed(10)).toBe(exact);
}

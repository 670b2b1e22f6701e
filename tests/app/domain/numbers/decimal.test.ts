import { expect, it } from 'vitest';
import { divideOrNull, roundHalfUp, sumOf, toFixedHalfUp } from '#domain/numbers/decimal.ts';

it.each([
  ['2.00005', 4, '2.0001'],
  ['-2.00005', 4, '-2.0001'],
  ['1.005', 2, '1.01'],
  ['2.5', 0, '3'],
  ['-0.001', 2, '0.00'],
  ['3.36425', 4, '3.3643'],
])('%s rounded half-up to %i places is %s', (value, places, expected) => {
  expect(toFixedHalfUp(value, places)).toBe(expected);
  expect(roundHalfUp(value, places).equals(expected)).toBe(true);
});

it('sums do not drift', () => {
  expect(sumOf(Array.from({ length: 10 }, () => '0.1')).toString()).toBe('1');
  expect(sumOf(['571047300000.00', '0.01']).toString()).toBe('571047300000.01');
});

it('a quotient by zero or by nothing is nothing', () => {
  expect(divideOrNull(1, 0)).toBeNull();
  expect(divideOrNull(1, null)).toBeNull();
  expect(divideOrNull(1, 4)?.toString()).toBe('0.25');
});

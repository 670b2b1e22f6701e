import { Decimal as Base } from 'decimal.js';

/** Sixty digits hold every sum and product of the product's figures exactly; quotients round far below 4 places. */
export const Decimal = Base.clone({
  precision: 60,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -100,
  toExpPos: 100,
});
export type Decimal = Base;

/** A decimal number as text, as Postgres `numeric` arrives: '1234.50'. */
export type DecimalText = string;
export type DecimalLike = DecimalText | number | Decimal;

export function toDecimal(value: DecimalLike): Decimal {
  return new Decimal(value);
}

/** Half away from zero: 2.00005 → 2.0001, −2.00005 → −2.0001. */
export function roundHalfUp(value: DecimalLike, places: number): Decimal {
  return new Decimal(value).toDecimalPlaces(places, Base.ROUND_HALF_UP);
}

/** Rounded half-up and written with exactly `places` decimals; never '-0.00'. */
export function toFixedHalfUp(value: DecimalLike, places: number): DecimalText {
  const rounded = roundHalfUp(value, places);
  return rounded.isZero() ? rounded.abs().toFixed(places) : rounded.toFixed(places);
}

export function sumOf(values: Iterable<DecimalLike>): Decimal {
  let sum = new Decimal(0);
  for (const value of values) sum = sum.plus(value);
  return sum;
}

/** Exact quotient as far as sixty digits, or null for a zero or missing divisor. */
export function divideOrNull(dividend: DecimalLike, divisor: DecimalLike | null): Decimal | null {
  if (divisor === null) return null;
  const by = new Decimal(divisor);
  return by.isZero() ? null : new Decimal(dividend).dividedBy(by);
}

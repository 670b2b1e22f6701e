import { Decimal } from '#domain/numbers/decimal.ts';

/** Exact product as text; a declared multiplier of a column. */
export function multiply(value: string, by: string): string {
  return new Decimal(value).times(by).toFixed();
}

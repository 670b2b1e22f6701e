import type { DecimalLike } from '../numbers/decimal.ts';

/**
 * A decimal as text with exactly `places` decimals, half away from zero, never '-0.00'; `shift` moves the point first
 * (−6: baht to million baht). Works on the digits, so that pages need no decimal arithmetic to show a number.
 */
export function toFixedText(value: DecimalLike, places: number, shift = 0): string {
  const parts = DECIMAL.exec(String(value));
  if (!parts) throw new Error(`Not a decimal number: ${String(value)}`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const point = whole.length + Number(exponent) + shift;
  const kept = Math.max(0, point + places);
  const digits = (whole + fraction).padEnd(kept + 1, '0');
  const lead = point + places < 0 ? '0' : digits[kept]!;
  const scaled = BigInt(digits.slice(0, kept) || '0') + (lead >= '5' ? 1n : 0n);
  const text = scaled.toString().padStart(places + 1, '0');
  const minus = sign === '-' && scaled !== 0n ? '-' : '';
  return minus + (places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`);
}

const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

import type { DecimalLike } from '../numbers/decimal.ts';
import { toThaiDigits } from '../text/thai-digits.ts';
import { toFixedText } from './fixed-text.ts';

export type Language = 'th' | 'en';

/** Stands between a number and its unit, so that they are never parted at a line's end. */
export const NO_BREAK = '\u00a0';
const MINUS = '\u2212';

export type NumberStyle = {
  /** Decimals shown, half-up. */
  places?: number;
  /** Thai digits, for printed letters and agreements. */
  isThaiDigits?: boolean;
  /** A plus before what is above zero, for changes. */
  isSigned?: boolean;
  /** Moves the decimal point before writing: −6 shows baht as million baht. */
  shift?: number;
};

/** A decimal with comma thousands, from its text and so without float error: '1234567.005' → '1,234,567.01'. */
export function formatNumber(value: DecimalLike, style: NumberStyle = {}): string {
  const { places = 0, isThaiDigits = false, isSigned = false, shift = 0 } = style;
  const fixed = toFixedText(value, places, shift);
  const isNegative = fixed.startsWith('-');
  const [whole = '', fraction] = (isNegative ? fixed.slice(1) : fixed).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const isZero = !/[1-9]/.test(fixed);
  const sign = isNegative ? MINUS : isSigned && !isZero ? '+' : '';
  const text = sign + (fraction === undefined ? grouped : `${grouped}.${fraction}`);
  return isThaiDigits ? toThaiDigits(text) : text;
}

/** Every decimal that was sent, and no more, up to `most`: '12.50' → '12.5'. */
export function formatAsSent(value: DecimalLike, most = 4): string {
  const fraction = toFixedText(value, most).split('.')[1] ?? '';
  return formatNumber(value, { places: fraction.replace(/0+$/, '').length });
}

/** A number and its unit of measure, held together. */
export function formatWithUnit(value: DecimalLike, unit: string, style: NumberStyle = {}): string {
  return `${formatNumber(value, style)}${NO_BREAK}${unit}`;
}

import type { DecimalLike } from '../numbers/decimal.ts';
import { formatWithUnit, formatNumber, type Language, type NumberStyle } from './number.ts';

/** Baht as million baht with two decimals: 1234560000 → '1,234.56 ล้านบาท'. */
export function formatMillionBaht(baht: DecimalLike, language: Language, style: NumberStyle = {}): string {
  return formatWithUnit(baht, language === 'th' ? 'ล้านบาท' : 'million baht', {
    places: 2,
    ...style,
    shift: TO_MILLION,
  });
}

/** The same without the unit, for a column whose head carries it. */
export function formatMillionBahtFigure(baht: DecimalLike, style: NumberStyle = {}): string {
  return formatNumber(baht, { places: 2, ...style, shift: TO_MILLION });
}

/** Baht with satang: '1,234.56 บาท'. */
export function formatBaht(baht: DecimalLike, language: Language, style: NumberStyle = {}): string {
  return formatWithUnit(baht, language === 'th' ? 'บาท' : 'baht', { places: 2, ...style });
}

const TO_MILLION = -6;

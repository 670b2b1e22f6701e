import { toDecimal, type DecimalLike } from '../numbers/decimal.ts';
import { formatWithUnit, formatNumber, type Language, type NumberStyle } from './number.ts';

/** Baht as million baht with two decimals: 1234560000 → '1,234.56 ล้านบาท'. */
export function formatMillionBaht(baht: DecimalLike, language: Language, style: NumberStyle = {}): string {
  return formatWithUnit(toMillion(baht), language === 'th' ? 'ล้านบาท' : 'million baht', { places: 2, ...style });
}

/** The same without the unit, for a column whose head carries it. */
export function formatMillionBahtFigure(baht: DecimalLike, style: NumberStyle = {}): string {
  return formatNumber(toMillion(baht), { places: 2, ...style });
}

/** Baht with satang: '1,234.56 บาท'. */
export function formatBaht(baht: DecimalLike, language: Language, style: NumberStyle = {}): string {
  return formatWithUnit(baht, language === 'th' ? 'บาท' : 'baht', { places: 2, ...style });
}

const toMillion = (baht: DecimalLike) => toDecimal(baht).dividedBy(1_000_000);

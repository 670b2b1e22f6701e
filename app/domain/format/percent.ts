import { divideOrNull, type DecimalLike } from '../numbers/decimal.ts';
import { formatNumber, NO_BREAK, type Language, type NumberStyle } from './number.ts';

/** A percentage in a tile or table: 85.5 → '85.50%'. */
export function formatPercent(percent: DecimalLike, style: NumberStyle = {}): string {
  return `${formatNumber(percent, { places: 2, ...style })}%`;
}

/** A percentage inside a sentence: Thai writes ร้อยละ before it. */
export function formatPercentInText(percent: DecimalLike, language: Language, style: NumberStyle = {}): string {
  if (language === 'en') return formatPercent(percent, style);
  return `ร้อยละ${NO_BREAK}${formatNumber(percent, { places: 2, ...style })}`;
}

/** Numerator of denominator as a percentage, or null when the denominator is zero. */
export function formatShare(num: DecimalLike, den: DecimalLike, style: NumberStyle = {}): string | null {
  const share = divideOrNull(num, den);
  return share && formatPercent(share.times(100), style);
}

/** Change between two percentages, which is in points and not in percent: '+1.25 จุด'. */
export function formatPercentPoints(points: DecimalLike, language: Language, style: NumberStyle = {}): string {
  const figure = formatNumber(points, { places: 2, isSigned: true, ...style });
  return `${figure}${NO_BREAK}${language === 'th' ? 'จุด' : 'pts'}`;
}

import type { DecimalLike } from '../numbers/decimal.ts';
import { formatNumber } from './number.ts';

/** A score as on dashboards: two decimals. Rounding is for display only; verdicts use the four that are stored. */
export function formatScore(score: DecimalLike): string {
  return formatNumber(score, { places: 2 });
}

/** A score as calculated: four decimals. */
export function formatScoreExact(score: DecimalLike): string {
  return formatNumber(score, { places: 4 });
}

/** Difference of two scores with its sign: '+0.12', '−0.22', '0.00'. */
export function formatScoreChange(change: DecimalLike): string {
  return formatNumber(change, { places: 2, isSigned: true });
}

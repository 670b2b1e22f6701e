import { Decimal, type DecimalText } from '../numbers/decimal.ts';
import type { ScoreText } from './scale.ts';

/** Upper bounds of bands 1–4, half-open; set per fiscal year. */
export type ScoreBands = readonly [DecimalText, DecimalText, DecimalText, DecimalText];
export const DEFAULT_BANDS: ScoreBands = ['1.5', '2.5', '3.5', '4.5'];

/** Band 1–5 of a certified score; 0 while there is none. 1.5 is already band 2. */
export function bandOf(certified: ScoreText | null, bands: ScoreBands = DEFAULT_BANDS): 0 | 1 | 2 | 3 | 4 | 5 {
  if (certified === null) return 0;
  const below = bands.findIndex((bound) => new Decimal(certified).lt(bound));
  return ((below === -1 ? 4 : below) + 1) as 1 | 2 | 3 | 4 | 5;
}

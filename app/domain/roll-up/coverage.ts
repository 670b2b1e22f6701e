import { Decimal, toFixedHalfUp, type DecimalLike, type DecimalText } from '../numbers/decimal.ts';

/** Received of expected, by count of units or by weight. `share` of 1, four decimals; null when none is expected. */
export type Coverage = { received: DecimalText; expected: DecimalText; share: DecimalText | null; isEnough: boolean };

/** Domain rule: below 80 % of what is expected a figure is hatched and gets no status; a setting. */
export const DEFAULT_LEAST_SHARE = '0.8';

/** "7 of 9" and whether that is enough for a status. Judged on the exact share, so 4 of 5 is enough. */
export function toCoverage(received: DecimalLike, expected: DecimalLike, leastShare = DEFAULT_LEAST_SHARE): Coverage {
  const got = new Decimal(received);
  const due = new Decimal(expected);
  return {
    received: got.toFixed(),
    expected: due.toFixed(),
    share: due.isZero() ? null : toFixedHalfUp(got.dividedBy(due), 4),
    isEnough: due.gt(0) && got.gte(due.times(leastShare)),
  };
}

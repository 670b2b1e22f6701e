import { Decimal, toFixedHalfUp, type DecimalText } from './decimal.ts';

/** Difference of two figures as they are shown, so that it agrees with what stands beside it; null without both. */
export function shownDifference(now: DecimalText | null, before: DecimalText | null, places = 2): DecimalText | null {
  if (now === null || before === null) return null;
  return toFixedHalfUp(new Decimal(toFixedHalfUp(now, places)).minus(toFixedHalfUp(before, places)), places);
}

import { daysBetween, type IsoDate } from '../time/fiscal-calendar.ts';
import type { Frequency } from '../time/periods-of-year.ts';

export type Freshness = { ageDays: number | null; isStale: boolean };

/** Domain rule: data are stale when their newest period ended longer ago than this; settings. */
export const DEFAULT_STALE_AFTER_DAYS: Record<Frequency, number> = {
  day: 2,
  week: 10,
  month: 45,
  quarter: 120,
  round: 215,
  year: 400,
};

/** Age of the newest period on a day. Without any data everything is stale and has no age. */
export function toFreshness(
  newestEndsOn: IsoDate | null,
  frequency: Frequency,
  asOf: IsoDate,
  staleAfterDays = DEFAULT_STALE_AFTER_DAYS,
): Freshness {
  if (newestEndsOn === null) return { ageDays: null, isStale: true };
  const ageDays = Math.max(0, daysBetween(newestEndsOn, asOf));
  return { ageDays, isStale: ageDays > staleAfterDays[frequency] };
}

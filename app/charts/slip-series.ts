import { toPercentScale } from './scale.ts';

/** Calendar dates, ISO. `finish` is the actual end where the work is over. */
export type SlipDates = { start: string; plan: string; forecast?: string | null; finish?: string | null };
export type SlipMarks = { start: number; plan: number; end: number; days: number; isFinished: boolean };

/** Places in percent between two dates, and how many days the end lies after the plan (before: below zero). */
export function toSlipMarks(dates: SlipDates, from: string, to: string): SlipMarks {
  const at = toPercentScale(dayOf(from), dayOf(to));
  const end = dates.finish ?? dates.forecast ?? dates.plan;
  return {
    start: at(dayOf(dates.start)),
    plan: at(dayOf(dates.plan)),
    end: at(dayOf(end)),
    days: dayOf(end) - dayOf(dates.plan),
    isFinished: Boolean(dates.finish),
  };
}

const dayOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);

import { addDays, fiscalYearOf, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import type { Period } from '#domain/time/period.ts';
import { periodsOfYear } from '#domain/time/periods-of-year.ts';

/** The first fiscal year of the demonstration. */
export const FIRST_FISCAL_YEAR = 2568;
/** No demonstration clock reaches farther. */
const LAST_FISCAL_YEAR = 2575;

export type DemoFrequency = 'month' | 'quarter' | 'year';

/** Fiscal years with anything in them on a day, oldest first. */
export function fiscalYearsUntil(day: IsoDate): number[] {
  const last = Math.min(LAST_FISCAL_YEAR, Math.max(FIRST_FISCAL_YEAR, fiscalYearOf(day)));
  return Array.from({ length: last - FIRST_FISCAL_YEAR + 1 }, (_, i) => FIRST_FISCAL_YEAR + i);
}

/** The periods of a year at a frequency, oldest first. */
export function periodsAt(fiscalYear: number, frequency: DemoFrequency): Period[] {
  return periodsOfYear(fiscalYear, frequency);
}

export function monthsOf(fiscalYear: number): Period[] {
  return periodsAt(fiscalYear, 'month');
}

/** Place of a period's last month in its fiscal year: October 1 … September 12. */
export function monthOfYear(period: Period): number {
  if (period.kind === 'year') return 12;
  if (period.kind === 'quarter') return period.index * 3;
  return ((period.index + 2) % 12) + 1;
}

/** Months since September 2567, the time axis of all slow movements. */
export function monthNumber(period: Period): number {
  return (period.fiscalYear - FIRST_FISCAL_YEAR) * 12 + monthOfYear(period);
}

/** Demonstration feeds are due 15 days after a period's end. */
export const LAG_DAYS = 15;

export function dueOn(period: Period): IsoDate {
  return addDays(period.endsOn, LAG_DAYS);
}

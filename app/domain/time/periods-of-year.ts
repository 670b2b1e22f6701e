import { addDays, fiscalYearEnd, fiscalYearStart, weekdayOf, type IsoDate } from './fiscal-calendar.ts';
import { dayPeriod, monthPeriod, quarterPeriod, roundPeriod, yearPeriod, type Period } from './period.ts';

/** How often an indicator is reported. A week is reported on its Sunday, as a day. */
export type Frequency = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'round';

/** Every period of a fiscal year (พ.ศ.) at a frequency, oldest first. */
export function periodsOfYear(fiscalYear: number, frequency: Frequency): Period[] {
  switch (frequency) {
    case 'year':
      return [yearPeriod(fiscalYear)];
    case 'quarter':
      return [1, 2, 3, 4].map((quarter) => quarterPeriod(fiscalYear, quarter));
    case 'month':
      return FISCAL_MONTHS.map((month) => monthPeriod(month >= 10 ? fiscalYear - 1 : fiscalYear, month));
    case 'round':
      return ([6, 9, 12] as const).map((months) => roundPeriod(fiscalYear, months));
    case 'week':
      return daysOf(fiscalYear)
        .filter((date) => weekdayOf(date) === 7)
        .map(dayPeriod);
    case 'day':
      return daysOf(fiscalYear).map(dayPeriod);
  }
}

const FISCAL_MONTHS = [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function daysOf(fiscalYear: number): IsoDate[] {
  const days: IsoDate[] = [];
  const last = fiscalYearEnd(fiscalYear);
  for (let date = fiscalYearStart(fiscalYear); date <= last; date = addDays(date, 1)) days.push(date);
  return days;
}

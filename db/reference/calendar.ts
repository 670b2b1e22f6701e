import { fiscalYearEnd, fiscalYearStart } from '#domain/time/fiscal-calendar.ts';
import type { Period } from '#domain/time/period.ts';
import { periodsOfYear } from '#domain/time/periods-of-year.ts';
import { roundsOf } from '#domain/time/rounds.ts';
import { perspectives } from './lists.ts';

/** Fiscal years (พ.ศ.) that have periods, rounds and partitions of their own. */
export const firstFiscalYear = 2555;
export const lastFiscalYear = 2580;

const years = Array.from({ length: lastFiscalYear - firstFiscalYear + 1 }, (_, index) => firstFiscalYear + index);

/** Settings of scoring per year; the defaults of a year that nobody has set otherwise. */
export const fiscalYears = years.map((fiscalYear) => ({
  fiscalYear,
  startsOn: fiscalYearStart(fiscalYear),
  endsOn: fiscalYearEnd(fiscalYear),
  scheme: 'LEVEL5',
  floor: 'one',
  incentiveLine: '3',
  minCoverageShare: '0.8',
  perspectiveWeights: Object.fromEntries(perspectives.map(({ code, detail }) => [code, detail.weight])),
}));

export const reviewRounds = years.flatMap((fiscalYear) =>
  roundsOf(fiscalYear).map(({ months, startsOn, endsOn, dueOn }) => ({
    fiscalYear,
    round: months,
    startsOn,
    endsOn,
    dueOn,
  })),
);

/** Every year, quarter, month, round and day of those years; weeks are reported on their Sunday, as a day. */
export function allPeriods(): Period[] {
  const frequencies = ['year', 'quarter', 'month', 'round', 'day'] as const;
  return years.flatMap((year) => frequencies.flatMap((frequency) => periodsOfYear(year, frequency)));
}

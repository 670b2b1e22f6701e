import { addDays, type IsoDate } from '../time/fiscal-calendar.ts';
import type { Period } from '../time/period.ts';
import { periodsOfYear, type Frequency } from '../time/periods-of-year.ts';

/** What a unit owes: an indicator at a frequency, `lagDays` after each period's end, while the duty lasts. */
export type ReportingDuty = {
  unitCode: string;
  indicatorCode: string;
  frequency: Frequency;
  lagDays?: number;
  startsOn?: IsoDate | null;
  endsOn?: IsoDate | null;
};

export type ExpectedReport = { unitCode: string; indicatorCode: string; period: Period; dueOn: IsoDate };

/** Days after a period's end until its report is late, where the duty does not say; settings. */
export const DEFAULT_LAG_DAYS: Record<Frequency, number> = {
  day: 1,
  week: 3,
  month: 15,
  quarter: 30,
  round: 30,
  year: 60,
};

/** Every report that a duty owes for a fiscal year (พ.ศ.), oldest first; whole periods inside the duty only. */
export function expectedReports(duty: ReportingDuty, fiscalYear: number): ExpectedReport[] {
  const { unitCode, indicatorCode, frequency, lagDays = DEFAULT_LAG_DAYS[frequency] } = duty;
  return periodsOfYear(fiscalYear, frequency)
    .filter(
      (period) =>
        (!duty.startsOn || period.startsOn >= duty.startsOn) && (!duty.endsOn || period.endsOn <= duty.endsOn),
    )
    .map((period) => ({ unitCode, indicatorCode, period, dueOn: addDays(period.endsOn, lagDays) }));
}

import { Decimal } from '../numbers/decimal.ts';
import { toCoverage, type Coverage } from '../roll-up/coverage.ts';
import { bangkokDateOf, type IsoDate } from '../time/fiscal-calendar.ts';
import { STATE_EFFECT, type DataState } from './data-state.ts';

/** One expected report; `weight` is the KPI's, or 1 to count units. */
export type ReportRecord = { state: DataState; dueOn: IsoDate; receivedAt: Date | string | null; weight?: string };

/** completeness = received valid / expected; timeliness = received by the due day's end / expected. */
export type Punctuality = { completeness: Coverage; timeliness: Coverage; onTime: number };

export function toPunctuality(reports: readonly ReportRecord[]): Punctuality {
  const expected = reports.filter((report) => STATE_EFFECT[report.state].isExpected);
  const received = expected.filter((report) => STATE_EFFECT[report.state].isReceived);
  const onTime = received.filter(isOnTime);
  return {
    completeness: toCoverage(weigh(received), weigh(expected)),
    timeliness: toCoverage(weigh(onTime), weigh(expected)),
    onTime: onTime.length,
  };
}

/** Domain rule: a report due on a day is on time until 24:00 of it in Bangkok. */
export function isOnTime(report: Pick<ReportRecord, 'receivedAt' | 'dueOn'>): boolean {
  return report.receivedAt !== null && bangkokDateOf(report.receivedAt) <= report.dueOn;
}

function weigh(reports: readonly ReportRecord[]): Decimal {
  return reports.reduce((sum, report) => sum.plus(report.weight ?? 1), new Decimal(0));
}

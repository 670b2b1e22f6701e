import { forecastYearEnd, type YearHistory } from '#domain/forecast/year-end.ts';
import { fiscalYearOf, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import type { AgreementRow, PastHistoryRow } from './load-agreements.ts';

type HistoryRow = { period_id: number; score: string | null };

/** Months of a fiscal year are numbered 1…12 in their period ids. */
const monthOf = (periodId: number): number => periodId % 100;

/**
 * The whole agreement's score on 30 September, from its position now and the way past years went from the same month on.
 * Belongs to the running year only; where history is too short the reason stands instead of a number.
 */
export function toForecast(
  agreement: AgreementRow,
  history: readonly HistoryRow[],
  past: readonly PastHistoryRow[],
  asOf: IsoDate,
) {
  const nothing = { forecast_score: null, forecast_low: null, forecast_high: null, forecast_withheld: null };
  if (fiscalYearOf(asOf) !== agreement.fiscal_year) return nothing;
  const years = new Map<number, YearHistory>();
  for (const row of past) {
    if (
      row.score === null ||
      row.unit_id !== agreement.unit_id ||
      row.type !== agreement.type ||
      row.fiscal_year >= agreement.fiscal_year
    )
      continue;
    const points = years.get(row.fiscal_year)?.points ?? [];
    years.set(row.fiscal_year, {
      fiscalYear: row.fiscal_year,
      points: [...points, { at: monthOf(row.period_id), value: row.score }],
    });
  }
  const running = history.flatMap((row) =>
    row.score === null ? [] : [{ at: monthOf(row.period_id), value: row.score }],
  );
  const highest = agreement.scheme === 'POINT100' ? '100' : '5';
  const forecast = forecastYearEnd(
    [...years.values()],
    { fiscalYear: agreement.fiscal_year, points: running },
    {
      lastStep: 12,
      shape: 'difference',
      least: agreement.floor === 'one' && agreement.scheme === 'LEVEL5' ? '1' : '0',
      most: highest,
    },
  );
  return forecast.ok
    ? {
        forecast_score: forecast.value,
        forecast_low: forecast.low,
        forecast_high: forecast.high,
        forecast_withheld: null,
      }
    : { ...nothing, forecast_withheld: forecast.reason };
}

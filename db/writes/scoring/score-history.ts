import { fiscalYearEnd, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import type { RoundMonths } from '#domain/time/period.ts';
import { roundOf } from '#domain/time/rounds.ts';
import { periodsOfYear } from '#domain/time/periods-of-year.ts';
import type { AudienceGroup } from './audience-groups.ts';
import { toKpiResult, weightOf, type KpiResult } from './kpi-result.ts';
import type { AgreementRow, KpiRow } from './load-agreements.ts';
import { weighOnce } from './weighed.ts';

export type HistoryRow = {
  agreement_id: number;
  ministry_id: number;
  unit_id: number;
  fiscal_year: number;
  period_id: number;
  audience: number;
  audiences: number;
  score: string | null;
  planned_score: string | null;
  coverage: string;
};

/**
 * The agreement's position at each month's end up to the newest month with a figure: score and plan against thresholds
 * scaled to the date, so that the line starts where the plan does and ends in the official score.
 */
export function toScoreHistory(
  agreement: AgreementRow,
  kpis: readonly KpiRow[],
  group: AudienceGroup,
  asOf: IsoDate,
): HistoryRow[] {
  const months = periodsOfYear(agreement.fiscal_year, 'month').filter(
    (month) => month.endsOn <= asOf || asOf > fiscalYearEnd(agreement.fiscal_year),
  );
  return months.map((month, index) => {
    const round: RoundMonths = index < 6 ? 6 : index < 9 ? 9 : 12;
    // The year's last month ends in the official score, where what was never reported counts as the floor.
    const isClosed = index === 11 && asOf > roundOf(agreement.fiscal_year, 12).dueOn;
    const results = kpis.map((kpi) => ({
      kpi,
      result: toKpiResult(agreement, kpi, round, month.endsOn, group.figures.get(kpi.kpi_id) ?? []),
    }));
    const weigh = (scoreOf: (result: KpiResult) => string | null) =>
      weighOnce(
        results.map(({ kpi, result }) => {
          const score = scoreOf(result);
          const state = score === null ? ('missing' as const) : ('reported' as const);
          const weight = weightOf(kpi, round);
          return { code: String(kpi.kpi_id), perspective: kpi.perspective, weight, score, state, isCertified: true };
        }),
        {
          roundKind: isClosed ? 'final' : 'interim',
          floor: agreement.floor,
          scheme: agreement.scheme,
          basis: 'self_assessed',
        },
      );
    const whole = weigh((result) => result.score);
    return {
      agreement_id: agreement.agreement_id,
      ministry_id: agreement.ministry_id,
      unit_id: agreement.unit_id,
      fiscal_year: agreement.fiscal_year,
      period_id: month.id,
      audience: group.audience,
      audiences: group.audiences,
      score: whole.score,
      planned_score: weigh((result) => (result.score === null && !isClosed ? null : result.plannedScore)).score,
      coverage: whole.coverage ?? '0',
    };
  });
}

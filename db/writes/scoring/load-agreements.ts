import type { Tx } from '../../connect.ts';
import { lookUpFigures } from '../look-up-figures.ts';

/** One KPI as promised, in database words; numerics as text. */
export type KpiRow = {
  kpi_id: number;
  agreement_id: number;
  kpi_no: string;
  parent_no: string | null;
  indicator_id: number;
  perspective: string;
  kpi_type: 'higher' | 'lower' | 'milestone' | 'yes_no' | 'closest';
  target: string | null;
  milestone_mode: string | null;
  weight_6: string | null;
  weight_9: string | null;
  weight_12: string;
  thresholds_6: string[] | null;
  thresholds_9: string[] | null;
  thresholds_12: string[];
  plan_6: string | null;
  plan_9: string | null;
  plan_12: string;
  starts_in_round: number;
  cancelled_in_round: number | null;
  time_rollup: 'sum' | 'last' | 'avg' | 'ytd' | 'max' | 'min';
  ratio_scale: string;
  frequency: string;
};

export type AgreementRow = {
  agreement_id: number;
  version: number;
  type: string;
  fiscal_year: number;
  ministry_id: number;
  unit_id: number;
  reach: number;
  scheme: 'LEVEL5' | 'POINT100';
  floor: 'one' | 'zero';
  min_coverage_share: string;
  previous_agreement_id: number | null;
  round_certainty: Partial<Record<number, string>> | null;
};

/** One period's figure of record of a promised indicator, and who sees it. */
export type FigureRow = {
  unit_id: number;
  indicator_id: number;
  fiscal_year: number;
  period_id: number;
  audiences: number;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  units_reported: number;
  units_expected: number;
};

/** That the calendar expects, of a promised indicator and period, a report in this state: of the unit itself, for a ministry of anybody in it. */
export type ExpectationRow = {
  unit_id: number;
  indicator_id: number;
  fiscal_year: number;
  period_id: number;
  state: string;
};

export type ScoringInput = {
  agreements: AgreementRow[];
  kpis: KpiRow[];
  figures: FigureRow[];
  expectations: ExpectationRow[];
  previous: PreviousRow[];
  past: PastHistoryRow[];
};
export type PreviousRow = { agreement_id: number; audience: number; audiences: number; score: string | null };

/** A past year's month-end score of an agreement of the same unit and type. */
export type PastHistoryRow = {
  unit_id: number;
  type: string;
  fiscal_year: number;
  period_id: number;
  audiences: number;
  score: string | null;
};

/** Reads all that scoring the agreements needs, one statement per question. */
export async function loadAgreements(tx: Tx, ids: readonly number[]): Promise<ScoringInput> {
  const wanted = [...ids];
  const agreements = await tx<AgreementRow[]>`
    select a.agreement_id, a.version, a.type, a.fiscal_year, a.ministry_id, a.unit_id, audiences_from(u.level) as reach, f.scheme, f.floor, f.min_coverage_share,
           (select b.agreement_id from agreement b where b.unit_id = a.unit_id and b.type = a.type and b.fiscal_year = a.fiscal_year - 1 and b.superseded_in is null limit 1) as previous_agreement_id,
           (select jsonb_object_agg(s.round, s.certainty) from round_state s where s.agreement_id = a.agreement_id and s.superseded_in is null) as round_certainty
      from agreement a join org_unit u on u.id = a.unit_id join fiscal_year f on f.fiscal_year = a.fiscal_year
     where a.agreement_id = any(${wanted}) and a.superseded_in is null`;
  const kpis = await tx<KpiRow[]>`
    select k.kpi_id, k.agreement_id, k.kpi_no, k.parent_no, k.indicator_id, k.perspective, k.kpi_type, k.target, k.milestone_mode, k.weight_6, k.weight_9, k.weight_12,
           k.thresholds_6, k.thresholds_9, k.thresholds_12, k.plan_6, k.plan_9, k.plan_12, k.starts_in_round, k.cancelled_in_round, v.time_rollup, v.ratio_scale, v.frequency
      from agreement_kpi k join lateral (select * from indicator_version v where v.indicator_id = k.indicator_id order by v.version desc limit 1) v on true
     where k.agreement_id = any(${wanted}) and k.superseded_in is null order by k.agreement_id, k.kpi_no`;
  const years = [...new Set(agreements.map((agreement) => agreement.fiscal_year))];
  // The years stand in the statement as such, so that only their partitions are read.
  const figures = await tx<FigureRow[]>`
    with promised as materialized (
      select distinct k.unit_id, k.indicator_id, k.fiscal_year, case v.frequency when 'year' then 0 when 'quarter' then 1 when 'month' then 2 else 3 end as kind
        from agreement_kpi k join lateral (select frequency from indicator_version v where v.indicator_id = k.indicator_id order by v.version desc limit 1) v on true
       where k.agreement_id = any(${wanted}) and k.superseded_in is null)
    select f.unit_id, f.indicator_id, f.fiscal_year, f.period_id, f.audiences, f.value, f.numerator, f.denominator, f.units_reported, f.units_expected
      from promised p ${lookUpFigures(
        tx,
        tx`f.unit_id = p.unit_id and f.indicator_id = p.indicator_id and f.fiscal_year = p.fiscal_year and f.fiscal_year = any(${years}) and f.slice_id = 0
         and f.superseded_in is null and f.basis <> 'time' and f.value is not null and (f.period_id % 100000) / 10000 = p.kind`,
      )}
     order by f.period_id`;
  const expectations = await tx<ExpectationRow[]>`
    with promised as materialized (
      select distinct k.unit_id, k.ministry_id, k.indicator_id, k.fiscal_year from agreement_kpi k where k.agreement_id = any(${wanted}) and k.superseded_in is null)
    select p.unit_id, p.indicator_id, p.fiscal_year, e.period_id, e.state
      from promised p join expected_report e on e.unit_id = p.unit_id and e.indicator_id = p.indicator_id and e.fiscal_year = p.fiscal_year
     where e.superseded_in is null and p.unit_id <> p.ministry_id
     union
    select p.unit_id, p.indicator_id, p.fiscal_year, e.period_id, e.state
      from promised p join expected_report e on e.ministry_id = p.ministry_id and e.fiscal_year = p.fiscal_year and e.indicator_id = p.indicator_id
     where e.superseded_in is null and p.unit_id = p.ministry_id`;
  const previous = await tx<PreviousRow[]>`
    select s.agreement_id, s.audience, s.audiences, s.score from agreement_score s
     where s.agreement_id = any(${agreements.flatMap((a) => a.previous_agreement_id ?? [])}) and s.round = 12 and s.perspective = 'ALL' and s.superseded_in is null`;
  const past = await tx<PastHistoryRow[]>`
    select b.unit_id, b.type, h.fiscal_year, h.period_id, h.audiences, h.score
      from agreement a join agreement b on b.unit_id = a.unit_id and b.type = a.type and b.fiscal_year < a.fiscal_year and b.superseded_in is null
      join score_history h on h.agreement_id = b.agreement_id and h.superseded_in is null
     where a.agreement_id = any(${wanted}) and a.superseded_in is null order by h.period_id`;
  return { agreements, kpis, figures, expectations, previous, past };
}

import type { Sql, Tx } from '../connect.ts';
import type { StatusCode } from './agreement-scores.ts';
import { current } from './current.ts';
import { named, type ReadArgs } from './named.ts';

/** One KPI of an agreement in a round, with what its score was made of; decimals as stored. */
export type ComparedKpi = {
  kpiId: number;
  agreementId: number;
  unitId: number;
  kpiNo: string;
  indicatorId: number;
  indicatorCode: string;
  name: string;
  unitOfMeasure: string;
  decimals: number;
  ratioScale: string;
  orgRollup: string;
  isLowerBetter: boolean;
  perspective: string;
  weight: string;
  /** What counted for the agreement: the score, or the floor where a final round had none; null where it did not count. */
  countedScore: string | null;
  score: string | null;
  plannedScore: string | null;
  previousScore: string | null;
  actual: string | null;
  planned: string | null;
  previousActual: string | null;
  numerator: string | null;
  denominator: string | null;
  unitsReported: number | null;
  unitsExpected: number | null;
  pointsLost: string | null;
  state: 'reported' | 'not_due' | 'missing' | 'rejected' | 'withheld' | 'not_applicable';
  status: StatusCode;
  ownerTitle: string | null;
};

export type ComparedKpisArgs = ReadArgs & { agreementIds: readonly number[]; round: number; indicatorCode?: string };

/** The KPIs of some agreements in a round, in the agreements' own order. */
export async function getComparedKpis(tx: Tx | Sql, args: ComparedKpisArgs): Promise<ComparedKpi[]> {
  const { agreementIds, round, indicatorCode, asOf, language } = args;
  if (agreementIds.length === 0) return [];
  return tx<ComparedKpi[]>`
    select s.kpi_id as "kpiId", s.agreement_id as "agreementId", s.unit_id as "unitId", k.kpi_no as "kpiNo",
           s.indicator_id as "indicatorId", i.code as "indicatorCode", ${named(tx, 'v', language)} as name,
           v.unit_of_measure as "unitOfMeasure", v.decimals, v.ratio_scale as "ratioScale", v.org_rollup as "orgRollup",
           s.thresholds[1] > s.thresholds[array_length(s.thresholds, 1)] as "isLowerBetter", s.perspective, s.weight,
           case when s.points_lost is null then null else coalesce(s.score, case s.floor when 'one' then 1 else 0 end) end as "countedScore",
           s.score, s.planned_score as "plannedScore", s.previous_score as "previousScore", s.actual, s.planned, s.previous_actual as "previousActual",
           s.numerator, s.denominator, s.units_reported as "unitsReported", s.units_expected as "unitsExpected", s.points_lost as "pointsLost",
           s.state, s.status, k.owner_title as "ownerTitle"
      from kpi_score s
      join agreement_kpi k on k.kpi_id = s.kpi_id and ${current(tx, 'k', asOf)}
      join indicator i on i.id = s.indicator_id
      left join lateral (select * from indicator_version v where v.indicator_id = s.indicator_id order by v.version desc limit 1) v on true
     where s.agreement_id = any(${agreementIds as number[]}::int[]) and s.round = ${round} and ${current(tx, 's', asOf)}
       ${indicatorCode === undefined ? tx`` : tx`and i.code = ${indicatorCode}`}
     order by s.agreement_id, string_to_array(k.kpi_no, '.')::text[], k.kpi_no`;
}

export type IndicatorOption = { code: string; name: string; agreements: number };

/** Indicators that several of the agreements promise, the most widely held first: by these their units can be compared. */
export async function getSharedIndicators(
  tx: Tx | Sql,
  { agreementIds, asOf, language }: ReadArgs & { agreementIds: readonly number[] },
): Promise<IndicatorOption[]> {
  if (agreementIds.length === 0) return [];
  return tx<IndicatorOption[]>`
    with held as (
      select k.indicator_id, count(distinct k.agreement_id)::int as agreements
        from agreement_kpi k where k.agreement_id = any(${agreementIds as number[]}::int[]) and ${current(tx, 'k', asOf)}
       group by 1 having count(distinct k.agreement_id) > 1)
    select i.code, ${named(tx, 'v', language)} as name, held.agreements
      from held join indicator i on i.id = held.indicator_id
      left join lateral (select * from indicator_version v where v.indicator_id = i.id order by v.version desc limit 1) v on true
     order by held.agreements desc, i.code limit 20`;
}

import { DEFAULT_STATUS_RULES } from '#domain/status/kpi-status.ts';
import type { Sql, Tx } from '../connect.ts';
import type { StatusCode } from './agreement-scores.ts';
import { current } from './current.ts';
import { named, type ReadArgs } from './named.ts';

export interface KpiScoreRow {
  kpiId: number;
  agreementId: number;
  unitCode: string;
  unitName: string;
  kpiNo: string;
  parentNo: string | null;
  indicatorCode: string;
  name: string;
  unitOfMeasure: string;
  decimals: number;
  perspective: string;
  kpiType: 'higher' | 'lower' | 'milestone' | 'yes_no' | 'closest';
  weight: string;
  thresholds: string[];
  actual: string | null;
  planned: string | null;
  state: 'reported' | 'not_due' | 'missing' | 'rejected' | 'withheld' | 'not_applicable';
  score: string | null;
  plannedScore: string | null;
  previousScore: string | null;
  /** Differences of the scores as shown, with two decimals. */
  gap: string | null;
  change: string | null;
  pointsLost: string | null;
  status: StatusCode;
  ownerTitle: string | null;
  unitsReported: number | null;
  unitsExpected: number | null;
  throughPeriodId: number | null;
}

/** A slicing dimension that a KPI's indicator may carry; 'all' is none. */
export type KpiSlice = { kind: string; code: string };

/** The scored KPIs of an agreement in one round, in the agreement's own order. */
export async function getKpiScores(
  tx: Tx | Sql,
  args: ReadArgs & { agreementId: number; round: number; slice?: KpiSlice },
) {
  return tx<KpiScoreRow[]>`
    select ${kpiScoreColumns(tx, args)} from ${kpiScores(tx, args)}
     where s.agreement_id = ${args.agreementId} and s.round = ${args.round} ${ofSlice(tx, args.slice)}
     order by string_to_array(btrim(regexp_replace(k.kpi_no, '[^0-9]+', '.', 'g'), '.'), '.')::int[], k.kpi_no`;
}

type Few = ReadArgs & { round: number; slice?: KpiSlice; limit: number };

/** Those that cost their agreement most points, worst first. */
export async function getCostliestKpis(tx: Tx | Sql, args: Few & { agreementId: number }) {
  return tx<KpiScoreRow[]>`
    select ${kpiScoreColumns(tx, args)} from ${kpiScores(tx, args)}
     where s.agreement_id = ${args.agreementId} and s.round = ${args.round} and round(s.points_lost, 2) > 0 ${ofSlice(tx, args.slice)}
     order by s.points_lost desc, k.kpi_no limit ${args.limit}`;
}

/**
 * `fromPlan`: as shown, from the plan, or from the line where none was made; null where the rules give no verdict, or there is no
 * score. The counts are over all that the limit cuts: how many are below, can be compared at all, and there are.
 */
export interface StandingKpiRow extends KpiScoreRow {
  fromPlan: string | null;
  below: number;
  compared: number;
  total: number;
}

/** An agreement's KPIs, furthest below plan first. */
export async function getKpisByStanding(tx: Tx | Sql, args: Few & { agreementId: number }) {
  return tx<StandingKpiRow[]>`
    select ${kpiScoreColumns(tx, args)}, ${standingColumns(tx)} from ${kpiScores(tx, args)}
     where s.agreement_id = ${args.agreementId} and s.round = ${args.round} ${ofSlice(tx, args.slice)}
     order by ${byStanding(tx)}, k.kpi_no limit ${args.limit}`;
}

/** The same over all agreements of a type in a round, for who answers for all of them. */
export async function getKpisOfTypeByStanding(tx: Tx | Sql, args: Few & { type: string; fiscalYear: number }) {
  return tx<StandingKpiRow[]>`
    select ${kpiScoreColumns(tx, args)}, ${standingColumns(tx)} from ${kpiScores(tx, args)}
      join agreement a on a.agreement_id = s.agreement_id and a.type = ${args.type} and ${current(tx, 'a', args.asOf)}
     where s.fiscal_year = ${args.fiscalYear} and s.round = ${args.round} and u.in_chain ${ofSlice(tx, args.slice)}
     order by ${byStanding(tx)}, u.code, k.kpi_no limit ${args.limit}`;
}

/** How many of an agreement's objectives have which status. */
export async function getKpiStatusCounts(
  tx: Tx | Sql,
  args: { agreementId: number; round: number; asOf: number | null; slice?: KpiSlice },
) {
  return tx<{ status: StatusCode; count: number }[]>`
    select s.status, count(*) as count from kpi_score s join indicator_current i on i.indicator_id = s.indicator_id
     where s.agreement_id = ${args.agreementId} and s.round = ${args.round} and ${current(tx, 's', args.asOf)} ${ofSlice(tx, args.slice)}
     group by s.status`;
}

export const kpiScoreColumns = (tx: Tx | Sql, { language }: Pick<ReadArgs, 'language'>) => tx`
  s.kpi_id as "kpiId", s.agreement_id as "agreementId", u.code as "unitCode", ${named(tx, 'u', language)} as "unitName",
  k.kpi_no as "kpiNo", k.parent_no as "parentNo", i.code as "indicatorCode", ${named(tx, 'i', language)} as name,
  i.unit_of_measure as "unitOfMeasure", i.decimals, s.perspective, k.kpi_type as "kpiType", s.weight, s.thresholds, s.actual, s.planned, s.state,
  s.score, s.planned_score as "plannedScore", s.previous_score as "previousScore",
  round(s.score, 2) - round(s.planned_score, 2) as gap, round(s.score, 2) - round(s.previous_score, 2) as change,
  s.points_lost as "pointsLost", s.status, k.owner_title as "ownerTitle", s.units_reported as "unitsReported", s.units_expected as "unitsExpected",
  s.through_period_id as "throughPeriodId"`;

export const kpiScores = (tx: Tx | Sql, { asOf }: Pick<ReadArgs, 'asOf'>) => tx`
  kpi_score s
  join agreement_kpi k on k.kpi_id = s.kpi_id and ${current(tx, 'k', asOf)} and ${current(tx, 's', asOf)}
  join org_unit u on u.id = s.unit_id
  join indicator_current i on i.indicator_id = s.indicator_id`;

const fromPlan = (tx: Tx | Sql) =>
  tx`case when s.status <> 'no_data' then round(s.score, 2) - round(coalesce(s.planned_score, ${DEFAULT_STATUS_RULES.line}), 2) end`;

const standingColumns = (tx: Tx | Sql) => tx`
  ${fromPlan(tx)} as "fromPlan", count(*) filter (where ${fromPlan(tx)} < 0) over () as below, count(${fromPlan(tx)}) over () as compared, count(*) over () as total`;

/** By nothing that an agreement sets for itself, as weights are: two agreements list what both promise in one order. */
const byStanding = (tx: Tx | Sql) => tx`${fromPlan(tx)} nulls last, s.score, i.code`;

function ofSlice(tx: Tx | Sql, slice: KpiSlice | undefined) {
  if (slice?.kind === 'perspective') return tx`and s.perspective = ${slice.code}`;
  if (slice?.kind === 'strategy' || slice?.kind === 'system' || slice?.kind === 'layer')
    return tx`and i.${tx(slice.kind)} = ${slice.code}`;
  return tx``;
}

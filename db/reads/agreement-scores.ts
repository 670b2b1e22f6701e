import type { Sql, Tx } from '../connect.ts';
import { current } from './current.ts';
import { abbreviated, named, titled, type ReadArgs } from './named.ts';

export type StatusCode = 'achieved' | 'on_plan' | 'at_risk' | 'below_plan' | 'no_data';
export type CertaintyCode = 'not_started' | 'mid_round' | 'preliminary' | 'certified' | 'final';
export type AgreementType = 'PM_MIN' | 'MIN_PS' | 'PS_DG' | 'PS_GOV' | 'MIN_HEAD';

export interface AgreementScoreRow {
  agreementId: number;
  perspective: string;
  fiscalYear: number;
  round: 6 | 9 | 12;
  agreementVersion: number;
  ruleVersion: string;
  scheme: string;
  floor: 'one' | 'zero';
  /** Four decimals; null without enough reported. */
  score: string | null;
  plannedScore: string | null;
  previousScore: string | null;
  /** Differences of the figures as shown, with two decimals, so that they agree with what stands beside them. */
  gap: string | null;
  change: string | null;
  coverage: string;
  weightCounted: string;
  weightTotal: string;
  kpis: number;
  kpisReported: number;
  kpisBelowPlan: number;
  kpisWithheld: number;
  status: StatusCode;
  certainty: CertaintyCode;
  throughPeriodId: number | null;
  forecastScore: string | null;
  forecastLow: string | null;
  forecastHigh: string | null;
  forecastWithheld: string | null;
}

/** An agreement's scores in one round: the whole ('ALL') first, then its perspectives. */
export async function getAgreementScores(
  tx: Tx | Sql,
  { agreementId, round, asOf }: { agreementId: number; round: number; asOf: number | null },
) {
  return tx<AgreementScoreRow[]>`
    select ${scoreColumns(tx)}
      from agreement_score s
     where s.agreement_id = ${agreementId} and s.round = ${round} and ${current(tx, 's', asOf)}
     order by array_position(array['ALL','EFF','QUA','EFI','ORG'], s.perspective), s.perspective`;
}

/** Columns of a score, with the differences to plan and to the round before. */
export const scoreColumns = (tx: Tx | Sql) => tx`
  s.agreement_id as "agreementId", s.perspective, s.fiscal_year as "fiscalYear", s.round, s.agreement_version as "agreementVersion",
  s.rule_version as "ruleVersion", s.scheme, s.floor, s.score, s.planned_score as "plannedScore", s.previous_score as "previousScore",
  round(s.score, 2) - round(s.planned_score, 2) as gap, round(s.score, 2) - round(s.previous_score, 2) as change,
  s.coverage, s.weight_counted as "weightCounted", s.weight_total as "weightTotal", s.kpis, s.kpis_reported as "kpisReported",
  s.kpis_below_plan as "kpisBelowPlan", s.kpis_withheld as "kpisWithheld", s.status, s.certainty, s.through_period_id as "throughPeriodId",
  s.forecast_score as "forecastScore", s.forecast_low as "forecastLow", s.forecast_high as "forecastHigh", s.forecast_withheld as "forecastWithheld"`;

export interface UnitScoreRow {
  agreementId: number;
  type: AgreementType;
  unitCode: string;
  name: string;
  shortName: string;
  score: string | null;
  plannedScore: string | null;
  previousScore: string | null;
  gap: string | null;
  change: string | null;
  status: StatusCode;
  coverage: string;
  makerTitle: string;
}

type ScoresArgs = ReadArgs & {
  /** Units one level below this one. */
  parentId: number;
  types: AgreementType[];
  fiscalYear: number;
  round: number;
  /** ALL, or one perspective. */
  perspective: string;
};

/**
 * Scores of the units one level below: furthest below their plan first and those without a score last, or those that moved
 * most since the round before.
 */
export async function getScoresBelow(tx: Tx | Sql, args: ScoresArgs & { order?: 'gap' | 'change'; limit?: number }) {
  return tx<UnitScoreRow[]>`
    select a.agreement_id as "agreementId", a.type, u.code as "unitCode", ${named(tx, 'u', args.language)} as name,
           ${abbreviated(tx, 'u', args.language)} as "shortName", s.score, s.planned_score as "plannedScore", s.previous_score as "previousScore",
           round(s.score, 2) - round(s.planned_score, 2) as gap, round(s.score, 2) - round(s.previous_score, 2) as change,
           s.status, s.coverage, ${titled(tx, 'q', args.language)} as "makerTitle"
      from ${scoresBelow(tx, args)}
      join position q on q.id = a.maker_position_id
     ${args.order === 'change' ? tx`where round(s.score, 2) <> round(s.previous_score, 2)` : tx``}
     order by ${args.order === 'change' ? tx`abs(s.score - s.previous_score) desc` : tx`s.score is null, s.score - s.planned_score, s.score`}, u.code limit ${args.limit ?? 60}`;
}

export interface ScoreCounts {
  total: number;
  scored: number;
  below3: number;
  onCourse: number;
  endangered: number;
  fell: number;
  rose: number;
  achieved: number;
  onPlan: number;
  atRisk: number;
  belowPlan: number;
  noData: number;
}

/** How many of those scores stand where: under 3.00, on course, fallen and risen since the round before. */
export async function getScoreCounts(tx: Tx | Sql, args: ScoresArgs): Promise<ScoreCounts> {
  const [row] = await tx<ScoreCounts[]>`
    select count(*) as total, count(s.score) as scored, count(*) filter (where s.score < 3) as below3,
           count(*) filter (where s.status in ('on_plan', 'achieved')) as "onCourse",
           count(*) filter (where s.status in ('at_risk', 'below_plan')) as endangered,
           count(*) filter (where round(s.score, 2) < round(s.previous_score, 2)) as fell,
           count(*) filter (where round(s.score, 2) > round(s.previous_score, 2)) as rose,
           count(*) filter (where s.status = 'achieved') as achieved, count(*) filter (where s.status = 'on_plan') as "onPlan",
           count(*) filter (where s.status = 'at_risk') as "atRisk", count(*) filter (where s.status = 'below_plan') as "belowPlan",
           count(*) filter (where s.status = 'no_data') as "noData"
      from ${scoresBelow(tx, args)}`;
  return row!;
}

/** The certainty that a set of scores shares: the least certain of them. */
export async function getLeastCertainty(tx: Tx | Sql, args: ScoresArgs): Promise<CertaintyCode | null> {
  const [row] = await tx<{ certainty: CertaintyCode }[]>`
    select s.certainty from ${scoresBelow(tx, args)} where s.score is not null
     order by array_position(array['not_started','mid_round','preliminary','certified','final'], s.certainty) limit 1`;
  return row?.certainty ?? null;
}

const scoresBelow = (tx: Tx | Sql, args: ScoresArgs) => tx`
  org_unit u
  join agreement a on a.unit_id = u.id and a.fiscal_year = ${args.fiscalYear} and a.type = any(${args.types}) and ${current(tx, 'a', args.asOf)}
  join agreement_score s on s.agreement_id = a.agreement_id and s.round = ${args.round} and s.perspective = ${args.perspective}
   and u.parent_id = ${args.parentId} and u.in_chain and ${current(tx, 's', args.asOf)}`;

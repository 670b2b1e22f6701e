import type { Sql, Tx } from '../connect.ts';
import { current } from './current.ts';

export interface ShownRound {
  fiscalYear: number;
  round: 6 | 9 | 12;
}

/**
 * The round that a unit's pages show unless the URL names one: the newest with a score. A running round counts only once two
 * months of its year are in – with fewer there is nothing to forecast from – or when there is nothing else. So on 20 November
 * it is last year's twelve-month round.
 */
export async function getShownRound(
  tx: Tx | Sql,
  args: { unitId: number; asOf: number | null; fiscalYear?: number; round?: 6 | 9 | 12 },
): Promise<ShownRound | null> {
  const { unitId, asOf, fiscalYear, round } = args;
  const [row] = await tx<ShownRound[]>`
    select s.fiscal_year as "fiscalYear", s.round
      from org_unit u
      join org_unit o on o.id = u.id or (u.level = 'PMOC' and o.parent_id = u.id and o.in_chain)
      join agreement_score s on s.unit_id = o.id and s.perspective = 'ALL' and ${current(tx, 's', asOf)}
      join fiscal_year y on y.fiscal_year = s.fiscal_year
      left join period p on p.id = s.through_period_id
     where u.id = ${unitId} and s.score is not null
       ${fiscalYear === undefined ? tx`` : tx`and s.fiscal_year = ${fiscalYear}`} ${round === undefined ? tx`` : tx`and s.round = ${round}`}
     order by (s.certainty = 'mid_round' and coalesce(p.ends_on, y.starts_on) < y.starts_on + 60), s.fiscal_year desc, s.round desc limit 1`;
  return row ?? null;
}

export interface RunningRound extends ShownRound {
  endsOn: string;
  dueOn: string;
  coverage: string | null;
  score: string | null;
  forecastScore: string | null;
  forecastWithheld: string | null;
  kpisReported: number | null;
  kpis: number | null;
}

/** The review round that runs on a day, with what has come in of it for one unit and agreement type so far. */
export async function getRunningRound(
  tx: Tx | Sql,
  { unitId, type, day, asOf }: { unitId: number; type: string; day: string; asOf: number | null },
): Promise<RunningRound | null> {
  const [row] = await tx<RunningRound[]>`
    select r.fiscal_year as "fiscalYear", r.round, r.ends_on as "endsOn", r.due_on as "dueOn",
           s.coverage, s.score, s.forecast_score as "forecastScore", s.forecast_withheld as "forecastWithheld", s.kpis_reported as "kpisReported", s.kpis
      from (select * from review_round where ends_on >= ${day}::date order by ends_on limit 1) r
      left join agreement a on a.unit_id = ${unitId} and a.type = ${type} and a.fiscal_year = r.fiscal_year and ${current(tx, 'a', asOf)}
      left join agreement_score s on s.agreement_id = a.agreement_id and s.round = r.round and s.perspective = 'ALL' and ${current(tx, 's', asOf)}
     limit 1`;
  return row ?? null;
}

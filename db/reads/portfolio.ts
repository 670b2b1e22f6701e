import type { Sql, Tx } from '../connect.ts';
import { current } from './current.ts';

/** Counts and money of a portfolio; phase 0 is the whole. Money is in baht, unrounded. */
export interface PortfolioPhase {
  phase: number;
  projects: number;
  valueBaht: string;
  achieved: number;
  onPlan: number;
  atRisk: number;
  belowPlan: number;
  noData: number;
  lateOver30Days: number;
  lateValueBaht: string;
  gatesBlocking: number;
}

type PortfolioArgs = { unitId: number; fiscalYear: number; slice: { kind: string; code: string }; asOf: number | null };

/** A unit's portfolio in a fiscal year and slice, by phase. */
export async function getPortfolio(
  tx: Tx | Sql,
  { unitId, fiscalYear, slice, asOf }: PortfolioArgs,
): Promise<PortfolioPhase[]> {
  return tx<PortfolioPhase[]>`
    select r.phase, r.projects, r.value_baht as "valueBaht", r.achieved, r.on_plan as "onPlan", r.at_risk as "atRisk", r.below_plan as "belowPlan", r.no_data as "noData",
           r.late_over_30_days as "lateOver30Days", r.late_value_baht as "lateValueBaht", r.gates_blocking as "gatesBlocking"
      from portfolio_rollup r join slice s on s.id = r.slice_id and s.kind = ${slice.kind} and s.code = ${slice.code}
     where r.unit_id = ${unitId} and r.fiscal_year = ${fiscalYear} and ${current(tx, 'r', asOf)}
     order by r.phase`;
}

import type { Sql, Tx } from '../connect.ts';
import { current } from './current.ts';
import { abbreviated, named, type ReadArgs } from './named.ts';

/** Money spent and work done of one unit's projects, or of one project, in percent; `code` leads to its page. */
export interface SpendingProgress {
  kind: 'unit' | 'project';
  code: string;
  name: string;
  shortName: string;
  spentPercent: string;
  donePercent: string;
  valueBaht: string;
}

type Args = ReadArgs & { unitId: number; fiscalYear: number };

/** Units one level below that have projects in the year: Σ spent / Σ value against Σ work done / Σ value. */
export async function getSpendingOfUnits(
  tx: Tx | Sql,
  { unitId, fiscalYear, asOf, language }: Args,
): Promise<SpendingProgress[]> {
  return tx<SpendingProgress[]>`
    select 'unit' as kind, u.code, ${named(tx, 'u', language)} as name, ${abbreviated(tx, 'u', language)} as "shortName",
           round(r.spent_baht * 100 / r.value_baht, 4) as "spentPercent", round(r.done_value_baht * 100 / r.value_baht, 4) as "donePercent", r.value_baht as "valueBaht"
      from org_unit u join portfolio_rollup r on r.unit_id = u.id and r.fiscal_year = ${fiscalYear} and r.slice_id = 0 and r.phase = 0 and ${current(tx, 'r', asOf)}
     where u.parent_id = ${unitId} and u.in_chain and r.value_baht > 0
     order by abs(r.spent_baht - r.done_value_baht) / r.value_baht desc, u.code limit 60`;
}

/** A unit's own projects of the year with both figures, the furthest apart first. */
export async function getSpendingOfProjects(
  tx: Tx | Sql,
  { unitId, fiscalYear, asOf, language }: Args,
): Promise<SpendingProgress[]> {
  return tx<SpendingProgress[]>`
    select 'project' as kind, p.code, ${named(tx, 'p', language)} as name, p.code as "shortName", p.spent_share as "spentPercent", p.percent_done as "donePercent",
           coalesce(p.value_baht, 0) as "valueBaht"
      from project p join org_unit u on u.id = p.unit_id and u.path @> array[${unitId}::int]
     where ${current(tx, 'p', asOf)} and p.spent_share is not null and p.percent_done is not null and coalesce(p.from_fiscal_year, ${fiscalYear}) <= ${fiscalYear}
       and (coalesce(p.to_fiscal_year, ${fiscalYear}) >= ${fiscalYear} or p.actual_end_on is null)
     order by abs(p.spent_share - p.percent_done) desc, p.code limit 40`;
}

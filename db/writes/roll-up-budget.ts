import type { Tx } from '../connect.ts';
import { perAudience } from './audience-rows.ts';
import { replaceRows } from './replace-rows.ts';
import type { Publication, Scope } from './republish.ts';

const KEY = ['fiscal_year', 'ministry_id', 'unit_id', 'period_id', 'expense_kind'] as const;
const SUMS = ['allocated_baht', 'committed_baht', 'disbursed_baht', 'units_reported'] as const;
const AGGREGATES = Object.fromEntries(SUMS.map((column) => [column, 'sum' as const]));

/**
 * Adds up the money of the units that changed and of all units above them, per fiscal year, period and expense kind ('all'
 * too). Lines are cumulative within a year; the period is the one they were reported for.
 */
export async function rollUpBudget(tx: Tx, publication: Publication, scope: Scope): Promise<void> {
  if (!scope.budgetUnits?.length) return;
  const targets = tx`select unnest(path) from org_unit where id = any(${scope.budgetUnits})`;
  await replaceRows(
    tx,
    publication,
    {
      table: 'budget_rollup',
      key: ['unit_id', 'fiscal_year', 'period_id', 'expense_kind', 'audience'],
      columns: [...KEY, ...SUMS, 'audience'],
      scope: tx`t.unit_id in (${targets})`,
    },
    tx`
    with lines as (
      select b.fiscal_year, u.ministry_id, u.id as unit_id, b.period_id, k.expense_kind, b.audiences & audiences_from(u.level) as mask, b.unit_id as line_unit_id,
             b.allocated_baht, b.committed_baht, b.disbursed_baht
        from org_unit u join org_unit c on c.path @> array[u.id]
        join budget_line b on b.unit_id = c.id and b.superseded_in is null
        cross join lateral (select 'all' as expense_kind union all select b.expense_kind where b.expense_kind is not null) k
       where u.id in (${targets})),
    parts as (
      select ${tx.unsafe(KEY.join(', '))}, mask, sum(allocated_baht) as allocated_baht, sum(committed_baht) as committed_baht, sum(disbursed_baht) as disbursed_baht,
             count(distinct line_unit_id) as units_reported
        from lines group by ${tx.unsafe(KEY.join(', '))}, mask),
    ${perAudience(tx, 'parts', KEY, AGGREGATES)}
    select ${tx.unsafe([...KEY, ...SUMS.slice(0, 3)].join(', '))}, units_reported::smallint as units_reported, lowest_audience(audiences)::smallint as audience,
           audiences::smallint as audiences from per_audience`,
  );
}

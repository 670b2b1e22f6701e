import type { Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';
import type { Publication } from './republish.ts';

export type ComputedTable =
  | 'kpi_score'
  | 'agreement_score'
  | 'score_history'
  | 'portfolio_rollup'
  | 'budget_rollup'
  | 'round_state'
  | 'delivery_count'
  | 'agreement'
  | 'agreement_kpi';

/**
 * Compares computed rows with those that stand: equal ones stay (and keep their publication), others are superseded and
 * replaced, vanished ones superseded. `scope` limits what of the table (alias t) was computed; `next` is a statement
 * that selects the columns named and `audiences`.
 */
export async function replaceRows(
  tx: Tx,
  publication: Publication,
  about: { table: ComputedTable; key: readonly string[]; columns: readonly string[]; scope: Fragment },
  next: Fragment,
): Promise<void> {
  const { table, key, columns, scope } = about;
  const id = publication.id;
  const same = tx.unsafe(key.map((column) => `n.${column} = t.${column}`).join(' and '));
  const all = (alias: string) => tx.unsafe(columns.map((column) => `${alias}.${column}`).join(', '));
  // One statement, so that `next` is computed once. The count makes the update run before the first row is inserted.
  await tx`
    with next as materialized (${next}),
    gone as (
      update ${tx(table)} t set superseded_in = ${id}
       where t.superseded_in is null and ${scope}
         and not exists (select 1 from next n where ${same} and (${all('n')}, n.audiences) is not distinct from (${all('t')}, t.audiences))
      returning 1)
    insert into ${tx(table)} (${tx.unsafe(columns.join(', '))}, audiences, published_in)
    select ${all('n')}, n.audiences, ${id} from next n
     where (select count(*) from gone) >= 0
       and not exists (select 1 from ${tx(table)} t where ${same} and t.superseded_in is null and ${scope} and (${all('n')}, n.audiences) is not distinct from (${all('t')}, t.audiences))`;
}

/** Rows computed in TypeScript, as a statement for replaceRows; keys are the table's column names. */
export function rowsOf(tx: Tx, table: ComputedTable, rows: readonly object[]) {
  return tx`select * from jsonb_populate_recordset(null::${tx(table)}, ${JSON.stringify(rows)}::jsonb)`;
}

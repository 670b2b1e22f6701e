import type { Sql, Tx } from '../connect.ts';
import { TIME_DEPTH } from './roll-up-targets.ts';
import { lockPublications } from './publication-lock.ts';
import { computeAgain, openPublication } from './republish.ts';

/** A computed table whose rows would change if everything were computed from the facts again. */
export type Difference = { table: string; gone: number; new: number; example: string | null };

const COMPUTED = [
  'unit_rollup',
  'kpi_score',
  'agreement_score',
  'score_history',
  'portfolio_rollup',
  'budget_rollup',
  'delivery_count',
  'project',
  'reading',
] as const;

/**
 * Computes every roll-up, judgement and score again from the facts, as of the newest publication, and compares with what
 * stands. Nothing is kept: the transaction is rolled back. An empty answer means that all published numbers follow from their facts.
 */
export async function verify(sql: Sql): Promise<Difference[]> {
  let differences: Difference[] = [];
  try {
    await sql.begin(async (tx) => {
      await lockPublications(tx);
      const [newest] = await tx<
        { published_at: string }[]
      >`select published_at from publication order by id desc limit 1`;
      if (!newest) throw new RolledBack();
      const publication = await openPublication(tx, { cause: 'day_turn', now: new Date(newest.published_at) });
      await touchEverything(tx, publication.id);
      await computeAgain(tx, publication, await everything(tx));
      differences = await compare(tx, publication.id);
      throw new RolledBack();
    });
  } catch (fault) {
    if (!(fault instanceof RolledBack)) throw fault;
  }
  return differences;
}

class RolledBack extends Error {}

/** Names every figure that is computed from others. */
export async function touchEverything(tx: Tx, id: number): Promise<void> {
  await tx`
    insert into staging.touched (publication_id, fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, depth)
    with known as (
      select distinct r.fiscal_year, r.unit_id, r.ministry_id, r.indicator_id, r.period_id, r.slice_id, u.parent_id from reading r join org_unit u on u.id = r.unit_id where r.superseded_in is null
      union
      select distinct r.fiscal_year, r.unit_id, r.ministry_id, r.indicator_id, r.period_id, r.slice_id, u.parent_id from unit_rollup r join org_unit u on u.id = r.unit_id
       where r.superseded_in is null and r.basis = 'across'
      union
      select e.fiscal_year, e.unit_id, e.ministry_id, e.indicator_id, e.period_id, 0::smallint, u.parent_id from expected_report e join org_unit u on u.id = e.unit_id where e.superseded_in is null)
    select ${id}::int, k.fiscal_year, p.ministry_id, p.id, k.indicator_id, k.period_id, k.slice_id, p.depth from known k join org_unit p on p.id = k.parent_id
    union select ${id}::int, k.fiscal_year, k.ministry_id, k.unit_id, k.indicator_id, k.fiscal_year::int * 100000, k.slice_id, ${TIME_DEPTH}::int from known k`;
}

async function everything(tx: Tx) {
  const ids = async (column: string, table: string) =>
    (await tx<{ id: number }[]>`select distinct ${tx(column)} as id from ${tx(table)} where superseded_in is null`).map(
      (row) => row.id,
    );
  return {
    agreements: await ids('agreement_id', 'agreement'),
    projectUnits: await ids('unit_id', 'project'),
    budgetUnits: await ids('unit_id', 'budget_line'),
  };
}

async function compare(tx: Tx, id: number): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const table of COMPUTED) {
    const [row] = await tx<{ gone: number; new: number; example: string | null }[]>`
      select count(*) filter (where superseded_in = ${id})::int as gone, count(*) filter (where published_in = ${id})::int as new,
             min(to_jsonb(t)::text) filter (where superseded_in = ${id}) as example
        from ${tx(table)} t where superseded_in = ${id} or published_in = ${id}`;
    if (row && row.gone + row.new > 0) found.push({ table, ...row });
  }
  return found;
}

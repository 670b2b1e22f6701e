import type { Tx } from '../connect.ts';
import type { Publication } from './republish.ts';

/** Tables whose rows people see; a publication's rows in them say whom live screens must tell. */
const SEEN = [
  'kpi_score',
  'agreement_score',
  'portfolio_rollup',
  'budget_rollup',
  'project',
  'milestone',
  'expected_report',
  'etl_run',
  'run_decision',
  'agreement',
  'country_index',
] as const;

/** Notes which units a publication touched, and for which audiences: ids, no values. */
export async function touchUnits(tx: Tx, publication: Publication): Promise<void> {
  const id = publication.id;
  const rows = SEEN.map((table) =>
    table === 'etl_run' || table === 'run_decision'
      ? `select unit_id, audiences from ${table} where published_in = ${id}`
      : `select unit_id, audiences from ${table} where published_in = ${id} union all select unit_id, audiences from ${table} where superseded_in = ${id}`,
  ).join(' union all ');
  await tx`
    insert into publication_touch (publication_id, unit_id, audiences)
    select ${id}, unit_id, bit_or(audiences)::smallint
      from (${tx.unsafe(rows)}
            union all select distinct t.unit_id, 511::smallint from staging.touched t where t.publication_id = ${id}) seen group by unit_id`;
}

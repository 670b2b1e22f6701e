import type { Tx } from '../connect.ts';
import type { Publication, Scope } from './republish.ts';

/**
 * Notes which units a publication touched, and for which audiences: ids, no values; live screens are told by it. What a
 * run brought is touched for the levels that see the run; that the run exists, for all in its own subtree.
 */
export async function touchUnits(tx: Tx, publication: Publication, scope: Scope, runId: number | null): Promise<void> {
  const id = publication.id;
  const units = [...(scope.projectUnits ?? []), ...(scope.milestoneUnits ?? []), ...(scope.budgetUnits ?? [])];
  await tx`
    with shown as (
      select coalesce((select fact_audiences(levels, 0) from etl_run where id = ${runId}), 511) as mask),
    touched as (
      select unit_id from staging.touched where publication_id = ${id}
      union select unnest(path) from org_unit where id = any(${units})
      union select unit_id from agreement where agreement_id = any(${scope.agreements ?? []}) and superseded_in is null),
    seen as (
      select t.unit_id, s.mask from touched t cross join shown s
      union all select r.unit_id, r.audiences::int from etl_run r where r.id = ${runId}
      union all select u.id, 511 from org_unit u where ${runId === null} and u.in_chain)
    insert into publication_touch (publication_id, unit_id, audiences)
    select ${id}, unit_id, bit_or(mask)::smallint from seen where mask <> 0 group by unit_id`;
}

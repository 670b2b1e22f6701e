import type { Tx } from '../connect.ts';
import { replaceRows } from './replace-rows.ts';
import type { Publication } from './republish.ts';
import { TIME_DEPTH } from './roll-up-targets.ts';

const KEY = ['unit_id', 'feed_id', 'period_id', 'state'] as const;

/**
 * Counts the expected reports of the units and years that a publication touched, by feed, period and state: a board of everybody's
 * deliveries reads some hundreds of counts and not every report. They hold no values, so who may see a report may see its count.
 */
export async function countDeliveries(tx: Tx, publication: Publication): Promise<void> {
  await replaceRows(
    tx,
    publication,
    {
      table: 'delivery_count',
      key: ['unit_id', 'period_id', 'state'],
      columns: ['fiscal_year', 'ministry_id', ...KEY, 'reports'],
      scope: tx`(t.unit_id, t.fiscal_year) in (${touchedUnits(tx, publication)})`,
    },
    tx`
    select e.fiscal_year, e.ministry_id, e.unit_id, e.feed_id, e.period_id, e.state, count(*)::int as reports, bit_and(e.audiences) as audiences
      from (${touchedUnits(tx, publication)}) u join expected_report e on e.unit_id = u.unit_id and e.fiscal_year = u.fiscal_year and e.superseded_in is null
     group by e.fiscal_year, e.ministry_id, e.unit_id, e.feed_id, e.period_id, e.state`,
  );
}

/** A changed report notes its unit's year-to-date figure. */
function touchedUnits(tx: Tx, { id }: Publication) {
  return tx`select distinct unit_id, fiscal_year from staging.touched where publication_id = ${id} and depth = ${TIME_DEPTH}`;
}

import type { Tx } from '../connect.ts';
import type { Publication } from './republish.ts';

/**
 * What suppression took from an audience in this publication, that audience finds in no earlier one either: the screen drawn as
 * of last week, less today's, would tell the part that is hidden. Takes the audience from superseded rows of the hidden part,
 * of the roll-ups that it was in and of the scores that show it. After the roll-ups, which supersede their own earlier rows.
 */
export async function forgetSuppressed(tx: Tx, publication: Publication): Promise<void> {
  const hidden = tx`
    select r.unit_id, r.indicator_id, r.fiscal_year, r.period_id, r.slice_id, bit_or(fact_audiences(r.levels, r.classification) & ~r.audiences) as bits
      from reading r
     where r.published_in = ${publication.id} and r.superseded_in is null and r.audiences <> fact_audiences(r.levels, r.classification)
     group by 1, 2, 3, 4, 5`;
  await tx`
    update reading r set audiences = r.audiences & ~h.bits from (${hidden}) h
     where r.unit_id = h.unit_id and r.indicator_id = h.indicator_id and r.fiscal_year = h.fiscal_year and r.period_id = h.period_id
       and r.slice_id = h.slice_id and r.superseded_in is not null and r.audiences & h.bits <> 0`;
  await tx`
    with above as (
      select a.id as unit_id, h.indicator_id, h.fiscal_year, h.period_id, h.slice_id, bit_or(h.bits) as bits
        from (${hidden}) h join org_unit u on u.id = h.unit_id cross join unnest(u.path) as a(id) group by 1, 2, 3, 4, 5),
    forgotten as (
      update unit_rollup f set audiences = f.audiences & ~a.bits from above a
       where f.unit_id = a.unit_id and f.indicator_id = a.indicator_id and f.fiscal_year = a.fiscal_year
         and f.period_id in (a.period_id, a.fiscal_year::int * 100000) and f.slice_id = a.slice_id
         and f.superseded_in is not null and f.audiences & a.bits <> 0)
    update kpi_score s set audiences = s.audiences & ~a.bits
      from (select unit_id, indicator_id, fiscal_year, bit_or(bits) as bits from above group by 1, 2, 3) a
     where s.unit_id = a.unit_id and s.indicator_id = a.indicator_id and s.fiscal_year = a.fiscal_year
       and s.superseded_in is not null and s.audiences & a.bits <> 0`;
}

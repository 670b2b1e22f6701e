import type { Tx } from '../connect.ts';
import { TIME_DEPTH } from './replace-roll-ups.ts';
import type { Publication } from './republish.ts';

/**
 * Where a reported total stands beside its parts and an audience may not see exactly one of them, subtraction would tell it:
 * the smallest of the parts that it does see is hidden from it as well. A part that is withheld, by its record or by its
 * duty, is seen by nobody. Outsiders (bit 6) may know one part as their own, so among units three are hidden from them; where
 * there are fewer, the total is hidden from them too. Parts are the child units of a reported parent, and the slices of one
 * kind of a unit. Roll-ups need none of this: each is computed from what its audience sees.
 * `years` are those that the publication touched. Answers whether anything was hidden that was not before.
 */
export async function suppressComplements(
  tx: Tx,
  publication: Publication,
  years: readonly number[],
): Promise<boolean> {
  const id = publication.id;
  if (!(await isAnyKept(tx, id, years))) return false;
  const leastHidden = tx`case when bit = 6 and kind = 'unit' then 3 else 2 end`;
  // Who would see a total is asked of its levels: one that is hidden already must not lose its reason for it. Below its unit
  // nobody sees it but as an outsider, so that a department keeps its own figure.
  const [done] = await tx<{ hidden: boolean }[]>`
    with wholes as materialized (
      select distinct r.*
        from staging.touched t join reading r on r.unit_id = t.unit_id and r.indicator_id = t.indicator_id and r.fiscal_year = t.fiscal_year
         and r.period_id = t.period_id and r.slice_id = t.slice_id and r.superseded_in is null and r.state = 'reported'
       where t.publication_id = ${id} and t.depth >= 0),
    sliced as materialized (
      select distinct r.unit_id, r.indicator_id, r.fiscal_year, r.period_id, r.slice_id
        from (select distinct unit_id, indicator_id, fiscal_year from staging.touched where publication_id = ${id} and depth < 0) t
        join reading r on r.unit_id = t.unit_id and r.indicator_id = t.indicator_id and r.fiscal_year = t.fiscal_year and r.slice_id <> 0 and r.superseded_in is null),
    parts as materialized (
      select 'unit' as kind, w.unit_id::text || ':' || w.slice_id as whole, fact_audiences(w.levels, w.classification) & audiences_from(u.level) as whole_audiences, r.*
        from wholes w join org_unit u on u.id = w.unit_id join org_unit c on c.parent_id = w.unit_id
        join reading r on r.unit_id = c.id and r.indicator_id = w.indicator_id and r.fiscal_year = w.fiscal_year and r.period_id = w.period_id
         and r.slice_id = w.slice_id and r.superseded_in is null
      union all
      select k.kind, s.unit_id::text, fact_audiences(w.levels, w.classification), r.*
        from sliced s join slice k on k.id = s.slice_id
        join reading w on w.unit_id = s.unit_id and w.indicator_id = s.indicator_id and w.fiscal_year = s.fiscal_year and w.period_id = s.period_id
         and w.slice_id = 0 and w.superseded_in is null
        join reading r on r.unit_id = s.unit_id and r.indicator_id = s.indicator_id and r.fiscal_year = s.fiscal_year and r.period_id = s.period_id
         and r.slice_id = s.slice_id and r.superseded_in is null),
    -- Children whose duty says that they withhold, and that sent nothing to say so themselves.
    unsent as materialized (
      select 'unit' as kind, w.unit_id::text || ':0' as whole, w.indicator_id, w.fiscal_year, w.period_id, b.bit, count(*)::int as n
        from wholes w join org_unit c on c.parent_id = w.unit_id
        join expected_report e on e.unit_id = c.id and e.indicator_id = w.indicator_id and e.fiscal_year = w.fiscal_year and e.period_id = w.period_id
         and e.superseded_in is null and e.state = 'withheld'
        cross join generate_series(0, 8) as b(bit)
       where w.slice_id = 0 and w.levels & (1 << (b.bit / 3)) <> 0
         and not exists (select from reading r where r.unit_id = c.id and r.indicator_id = w.indicator_id and r.fiscal_year = w.fiscal_year
               and r.period_id = w.period_id and r.slice_id = 0 and r.superseded_in is null and r.levels & (1 << (b.bit / 3)) <> 0)
       group by 1, 2, 3, 4, 5, 6),
    seen as (
      select p.*, b.bit, fact_audiences(p.levels, p.classification) & (1 << b.bit) <> 0 and p.state <> 'withheld' as visible
        from parts p cross join generate_series(0, 8) as b(bit)
       where p.levels & (1 << (b.bit / 3)) <> 0 and p.whole_audiences & (1 << b.bit) <> 0),
    ranked as (
      select s.*, count(*) filter (where not visible) over w + coalesce(n.n, 0) as hidden,
             row_number() over (partition by kind, whole, indicator_id, fiscal_year, period_id, bit order by visible desc, abs(value), unit_id, slice_id) as place
        from seen s left join unsent n using (kind, whole, indicator_id, fiscal_year, period_id, bit)
      window w as (partition by kind, whole, indicator_id, fiscal_year, period_id, bit)),
    taken as (
      select unit_id, indicator_id, fiscal_year, period_id, slice_id, levels,
             coalesce(bit_or(1 << bit) filter (where hidden > 0 and visible and place <= ${leastHidden} - hidden), 0) as bits
        from ranked group by 1, 2, 3, 4, 5, 6),
    counted as (
      select whole, indicator_id, fiscal_year, period_id, sum(known + hidden) as parts, sum(hidden) as hidden
        from (select whole, indicator_id, fiscal_year, period_id, count(*) filter (where visible and value is not null) as known, count(*) filter (where not visible) as hidden
                from seen where kind = 'unit' and bit = 6 group by 1, 2, 3, 4
              union all select whole, indicator_id, fiscal_year, period_id, 0, n from unsent where bit = 6) x
       group by 1, 2, 3, 4),
    untellable as (
      select w.unit_id, w.indicator_id, w.fiscal_year, w.period_id, w.slice_id, w.levels, case when c.hidden > 0 and c.parts < 3 then 1 << 6 else 0 end as bits
        from wholes w join counted c on c.whole = w.unit_id::text || ':' || w.slice_id and c.indicator_id = w.indicator_id and c.fiscal_year = w.fiscal_year
         and c.period_id = w.period_id),
    rows as (
      select fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, levels, classification, audiences, published_in from parts
      union
      select fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, levels, classification, audiences, published_in from wholes),
    wanted as (
      select p.*, fact_audiences(p.levels, p.classification) & ~t.bits as now_seen_by
        from rows p
        join (select unit_id, indicator_id, fiscal_year, period_id, slice_id, levels, bit_or(bits) as bits from (table taken union all table untellable) x
               group by 1, 2, 3, 4, 5, 6) t using (unit_id, indicator_id, fiscal_year, period_id, slice_id, levels)),
    fresh as (
      update reading r set audiences = w.now_seen_by from wanted w
       where r.unit_id = w.unit_id and r.indicator_id = w.indicator_id and r.fiscal_year = w.fiscal_year and r.period_id = w.period_id and r.slice_id = w.slice_id
         and r.levels = w.levels and r.superseded_in is null and r.published_in = ${id} and r.audiences <> w.now_seen_by
      returning 1),
    marked as (
    insert into staging.touched (publication_id, fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, depth)
    select ${id}, w.fiscal_year, w.ministry_id, w.unit_id, w.indicator_id, w.period_id, w.slice_id, ${HIDE_DEPTH}::int - w.levels * 512 - w.now_seen_by
      from wanted w where w.published_in < ${id} and w.audiences <> w.now_seen_by
    returning 1)
    select exists (select from fresh) or exists (select from marked) as hidden`;
  await replaceEarlier(tx, id);
  return done!.hidden;
}

/** Where nothing is kept from anybody, nor ever was, nothing is or was hidden beside it. */
async function isAnyKept(tx: Tx, id: number, years: readonly number[]): Promise<boolean> {
  const touched = tx`
    r.fiscal_year = any(${[...years]}::smallint[]) and r.indicator_id in (select indicator_id from staging.touched where publication_id = ${id})`;
  const [row] = await tx<{ found: boolean }[]>`
    select exists (select from reading r where (r.classification > 0 or r.state = 'withheld') and ${touched})
        or exists (select from expected_report r where r.state = 'withheld' and ${touched}) as found`;
  return row!.found;
}

/**
 * Rows of an earlier publication keep their history: marked in staging.touched below this depth, with their levels and who sees
 * them from now on (nine bits), they are superseded by a copy seen by fewer.
 */
const HIDE_DEPTH = -1000;

async function replaceEarlier(tx: Tx, id: number): Promise<void> {
  const marked = tx`
    t.publication_id = ${id} and t.depth <= ${HIDE_DEPTH} and r.unit_id = t.unit_id and r.indicator_id = t.indicator_id and r.fiscal_year = t.fiscal_year
    and r.period_id = t.period_id and r.slice_id = t.slice_id and r.levels = (${HIDE_DEPTH}::int - t.depth) / 512`;
  await tx`update reading r set superseded_in = ${id} from staging.touched t where ${marked} and r.superseded_in is null and r.published_in < ${id}`;
  await tx`
    insert into reading (fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, revision, indicator_version, classification, levels,
                         state, value, numerator, denominator, note, of_record, run_id, file_no, sheet, row_no, as_sent, audiences, published_in)
    select r.fiscal_year, r.ministry_id, r.unit_id, r.indicator_id, r.period_id, r.slice_id, r.revision, r.indicator_version, r.classification, r.levels,
           r.state, r.value, r.numerator, r.denominator, r.note, r.of_record, r.run_id, r.file_no, r.sheet, r.row_no, r.as_sent, (${HIDE_DEPTH}::int - t.depth) % 512, ${id}
      from reading r join staging.touched t on ${marked} where r.superseded_in = ${id} and r.published_in < ${id}`;
  // What was computed from a part that is hidden now is computed again without it.
  await tx`
    insert into staging.touched (publication_id, fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, depth)
    with parts as (select distinct fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id from staging.touched where publication_id = ${id} and depth <= ${HIDE_DEPTH})
    select ${id}::int, k.fiscal_year, p.ministry_id, p.id, k.indicator_id, k.period_id, k.slice_id, p.depth
      from parts k join org_unit u on u.id = k.unit_id join org_unit p on p.id = u.parent_id
    union select ${id}::int, k.fiscal_year, k.ministry_id, k.unit_id, k.indicator_id, k.fiscal_year::int * 100000, k.slice_id, ${TIME_DEPTH}::int from parts k`;
  await tx`delete from staging.touched where publication_id = ${id} and depth <= ${HIDE_DEPTH}`;
}

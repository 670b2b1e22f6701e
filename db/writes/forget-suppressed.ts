import type { Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';
import type { FigureKey } from './kept-figures.ts';

/** A figure that audiences are kept from, or that stands beside such a one in an equation for them. */
export type Kept = FigureKey & { unitId: number; sliceId: number; hidden: number; beside: number };

/** What audiences had seen of a figure and find in no earlier publication any more. */
export type Forgotten = FigureKey & { unitId: number; sliceId: number; bits: number };

/**
 * What is kept from an audience, it finds in no earlier publication either: a withholding, a higher classification or a suppression
 * holds for the screen drawn as of last week as well, which less today's would tell what is hidden. Where such an audience
 * had seen a value before, what stands beside it in a sum is forgotten with it: earlier parts and totals had earlier
 * sums, and so has the run that brought it. Those who may see it still read its history. Before the roll-ups, after the rows of this publication stand.
 */
export async function forgetReadings(tx: Tx, kept: readonly Kept[]): Promise<Forgotten[]> {
  if (kept.length === 0) return [];
  const rows = listOf(tx, kept, ['hidden', 'beside']);
  const same = tx`r.unit_id = n.unit_id and r.indicator_id = n.indicator_id and r.fiscal_year = n.fiscal_year and r.period_id = n.period_id and r.slice_id = n.slice_id
    and r.superseded_in is not null and r.value is not null and r.fiscal_year = any(${[...new Set(kept.map((row) => row.fiscalYear))]}::smallint[])`;
  return tx<Forgotten[]>`
    with n as materialized (select * from ${rows} as n(unit_id, indicator_id, fiscal_year, period_id, slice_id, hidden, beside)),
    newly as materialized (
      select n.indicator_id, n.period_id, bit_or(r.audiences & n.hidden) as bits from n join reading r on ${same} and r.audiences & n.hidden <> 0 group by 1, 2),
    taken as materialized (select n.*, (n.hidden | n.beside) & w.bits as bits from n join newly w using (indicator_id, period_id)),
    forgotten as (
      update reading r set audiences = r.audiences & ~n.bits from taken n where ${same} and r.audiences & n.bits <> 0
      returning r.unit_id, r.indicator_id, r.fiscal_year, r.period_id, r.slice_id, r.run_id, n.bits),
    summed as (
      update etl_run e set totals_kept_from = e.totals_kept_from | f.bits from (select run_id, bit_or(bits) as bits from forgotten group by 1) f where e.id = f.run_id)
    select unit_id as "unitId", indicator_id as "indicatorId", fiscal_year as "fiscalYear", period_id as "periodId", slice_id as "sliceId", bit_or(bits)::int as bits
      from forgotten group by 1, 2, 3, 4, 5`;
}

/**
 * Takes the audiences from superseded roll-ups that such a figure was in, and from the scores that show it. After the
 * roll-ups and the scores, which supersede their own earlier rows.
 */
export async function forgetComputed(tx: Tx, forgotten: readonly Forgotten[]): Promise<void> {
  if (forgotten.length === 0) return;
  const above = aboveOf(tx, forgotten);
  await tx`
    with above as (${above}),
    rolled as (
      update unit_rollup f set audiences = f.audiences & ~a.bits from above a
       where f.unit_id = a.unit_id and f.indicator_id = a.indicator_id and f.fiscal_year = a.fiscal_year
         and f.period_id in (a.period_id, a.fiscal_year::int * 100000) and f.slice_id = a.slice_id
         and f.superseded_in is not null and f.audiences & a.bits <> 0)
    update kpi_score s set audiences = s.audiences & ~a.bits
      from (select unit_id, indicator_id, fiscal_year, bit_or(bits) as bits from above group by 1, 2, 3) a
     where s.unit_id = a.unit_id and s.indicator_id = a.indicator_id and s.fiscal_year = a.fiscal_year
       and s.superseded_in is not null and s.audiences & a.bits <> 0`;
  await forgetAgreements(tx, above);
}

/**
 * An agreement's past score less those of its other KPIs would tell the one that is hidden: the scores of the whole and of the KPI's
 * perspective go from the rounds and months that the figure was in. Later years were compared with the whole, and forecast from it.
 */
async function forgetAgreements(tx: Tx, above: Fragment): Promise<void> {
  await tx`
    with scored as materialized (
      select k.agreement_id, k.perspective, k.fiscal_year, p.ends_on, bit_or(a.bits) as bits
        from (${above}) a join agreement_kpi k on k.unit_id = a.unit_id and k.indicator_id = a.indicator_id and k.fiscal_year = a.fiscal_year
        join period p on p.id = a.period_id where a.slice_id = 0 group by 1, 2, 3, 4),
    parts as (
      select s.agreement_id, r.round, v.perspective, s.bits as own, 0 as compared, 0 as forecast
        from scored s join review_round r on r.fiscal_year = s.fiscal_year and r.ends_on >= s.ends_on cross join lateral (values ('ALL'), (s.perspective)) v(perspective)
      union all
      select distinct b.agreement_id, r.round, 'ALL', 0, case when r.round = ${FIRST_ROUND} and b.fiscal_year = s.fiscal_year + 1 then s.bits else 0 end, s.bits
        from scored s join agreement a on a.agreement_id = s.agreement_id
        join agreement b on b.unit_id = a.unit_id and b.type = a.type and b.fiscal_year > s.fiscal_year join review_round r on r.fiscal_year = b.fiscal_year),
    wholes as materialized (
      select agreement_id, round, perspective, bit_or(own) as own, bit_or(compared) as compared, bit_or(forecast) as forecast from parts group by 1, 2, 3),
    positions as (
      update score_history h set audiences = h.audiences & ~m.bits
        from (select s.agreement_id, p.id as period_id, bit_or(s.bits) as bits
                from scored s join period p on p.fiscal_year = s.fiscal_year and p.kind = 'month' and p.ends_on >= s.ends_on group by 1, 2) m
       where h.agreement_id = m.agreement_id and h.period_id = m.period_id and h.superseded_in is not null and h.audiences & m.bits <> 0)
    update agreement_score s
       set audiences = s.audiences & ~(w.own | case when s.previous_score is null then 0 else w.compared end | case when s.forecast_score is null then 0 else w.forecast end)
      from wholes w
     where s.agreement_id = w.agreement_id and s.round = w.round and s.perspective = w.perspective and s.superseded_in is not null
       and s.audiences & (w.own | w.compared | w.forecast) <> 0`;
}

/** The round that is compared with the year before. */
const FIRST_ROUND = 6;

/** The figures, and those of all units above, which they were part of. */
function aboveOf(tx: Tx, forgotten: readonly Forgotten[]): Fragment {
  return tx`
    select a.id as unit_id, h.indicator_id, h.fiscal_year, h.period_id, h.slice_id, bit_or(h.bits) as bits
      from ${listOf(tx, forgotten, ['bits'])} as h(unit_id, indicator_id, fiscal_year, period_id, slice_id, bits)
      join org_unit u on u.id = h.unit_id cross join unnest(u.path) as a(id) group by 1, 2, 3, 4, 5`;
}

function listOf<T extends string>(
  tx: Tx,
  rows: readonly (FigureKey & { unitId: number; sliceId: number } & Record<T, number>)[],
  masks: readonly T[],
) {
  const column = (name: 'unitId' | 'indicatorId' | 'fiscalYear' | 'periodId' | 'sliceId') =>
    rows.map((row) => row[name]);
  const bits = masks.map((name) => tx`, ${rows.map((row) => row[name])}::int[]`);
  return tx`
    unnest(${column('unitId')}::int[], ${column('indicatorId')}::int[], ${column('fiscalYear')}::smallint[], ${column('periodId')}::int[], ${column('sliceId')}::smallint[]
           ${bits})`;
}

import type { Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';
import type { Publication } from './republish.ts';

/** Year-to-date targets stand in staging.touched with this depth. */
export const TIME_DEPTH = -1;

/** Fiscal years of the targets at a depth. Each is computed by a statement that names its year, so that one partition is read. */
export async function touchedYears(tx: Tx, publication: Publication, depth: number): Promise<number[]> {
  const rows = await tx<{ fiscal_year: number }[]>`
    select distinct fiscal_year from staging.touched where publication_id = ${publication.id} and depth = ${depth} order by 1`;
  return rows.map((row) => row.fiscal_year);
}

/** Rules that add nothing up: what they say is not computed here. */
const NOT_ACROSS = ['none', 'score_agreement', 'latest'];

/** Writes what is to be computed at a depth, each figure once with the rule of its indicator, into staging.target. */
export async function writeTargets(tx: Tx, publication: Publication, depth: number): Promise<void> {
  const isTime = depth === TIME_DEPTH;
  const rule = tx(isTime ? 'time_rollup' : 'org_rollup');
  const added = isTime ? tx`v.time_rollup not in ('ytd', 'last', 'max', 'min')` : tx`v.org_rollup in ('sum', 'avg')`;
  const isAsked = isTime ? tx`v.frequency <> 'year'` : tx`v.org_rollup <> all (${NOT_ACROSS})`;
  await tx`
    insert into staging.target (publication_id, fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, depth, indicator_version, rule, ratio_scale, of_record,
                                reach, is_top, kind, is_ratio, adds, is_lowest, is_highest, is_newest)
    select ${publication.id}::int, t.fiscal_year, t.ministry_id, t.unit_id, t.indicator_id, t.period_id, t.slice_id, ${depth}::int, v.version, v.${rule}, v.ratio_scale, v.of_record,
           audiences_from(u.level), u.level = 'PMOC', case v.frequency when 'quarter' then 1 when 'month' then 2 else 3 end,
           v.org_rollup in ('ratio_of_sums', 'weighted_avg'), ${added}, v.${rule} = 'min', v.${rule} = 'max', ${isTime} and v.${rule} in ('ytd', 'last')
      from (select distinct fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id from staging.touched
             where publication_id = ${publication.id} and depth = ${depth}) t
      join org_unit u on u.id = t.unit_id
      -- The newest version, as one that no other follows: asked for each figure, it would be looked up as often.
      join (select * from indicator_version x where not exists (select from indicator_version y where y.indicator_id = x.indicator_id and y.version > x.version)) v
        on v.indicator_id = t.indicator_id and ${isAsked}`;
}

/** What was written there for one year, as a query. */
export function targetsOf(tx: Tx, publication: Publication, depth: number, fiscalYear: number): Fragment {
  return tx`select * from staging.target where publication_id = ${publication.id} and depth = ${depth} and fiscal_year = ${fiscalYear}`;
}

/** Empties what a publication noted on its way. */
export async function forgetTouched(tx: Tx, { id }: Publication): Promise<void> {
  await tx`delete from staging.touched where publication_id = ${id}`;
  await tx`delete from staging.target where publication_id = ${id}`;
  await tx`delete from staging.series where publication_id = ${id}`;
}

import type { Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';
import type { Reach } from './plan-for-bulk.ts';
import type { Publication } from './republish.ts';
import { writeTargets } from './roll-up-targets.ts';

/** What of the roll-ups is computed: `depth` names the touched targets, of these years. */
export type Computed = { basis: 'across' | 'time'; depth: number; years: readonly number[]; reach: Reach };

const COLUMNS =
  'fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, audience, audiences, indicator_version, basis, value, numerator, denominator, units_reported, units_expected, units_withheld, through_period_id, is_estimated, of_record';

/**
 * Computes roll-ups year by year and puts them in the place of those that stand. `next` is a statement that selects the
 * columns above. Very many go into a table of their own: a statement that makes one may be computed by several workers.
 */
export async function computeRollUps(
  tx: Tx,
  publication: Publication,
  about: Computed,
  next: (fiscalYear: number) => Fragment,
): Promise<void> {
  if (about.years.length === 0) return;
  await writeTargets(tx, publication, about.depth);
  if (about.reach !== 'parallel') {
    for (const year of about.years)
      await tx`
        insert into staging.unit_rollup_next (publication_id, ${tx.unsafe(COLUMNS)})
        select ${publication.id}::int, n.* from (${next(year)}) n`;
    await replace(tx, publication, about, tx`staging.unit_rollup_next`);
    await tx`delete from staging.unit_rollup_next where publication_id = ${publication.id}`;
    return;
  }
  for (const year of about.years) {
    await tx`create temporary table many_rollups on commit drop as select ${publication.id}::int as publication_id, n.* from (${next(year)}) n`;
    await replace(tx, publication, { ...about, years: [year] }, tx`pg_temp.many_rollups`);
    await tx`drop table pg_temp.many_rollups`;
  }
}

/** Equal rows stay (and keep their publication), others are superseded and replaced. */
async function replace(
  tx: Tx,
  publication: Publication,
  { basis, depth, years }: Computed,
  next: Fragment,
): Promise<void> {
  const id = publication.id;
  const isFirst = !(await isAnyStanding(tx, basis, years));
  if (!isFirst)
    await tx`
    update unit_rollup r set superseded_in = ${id}
      from staging.touched t
     where t.publication_id = ${id} and t.depth = ${depth} and r.superseded_in is null and r.basis = ${basis} and r.fiscal_year = any(${[...years]})
       and r.unit_id = t.unit_id and r.indicator_id = t.indicator_id and r.fiscal_year = t.fiscal_year and r.period_id = t.period_id and r.slice_id = t.slice_id
       and not exists (
         select 1 from ${next} n
          where n.publication_id = ${id} and n.unit_id = r.unit_id and n.indicator_id = r.indicator_id and n.fiscal_year = r.fiscal_year
            and n.period_id = r.period_id and n.slice_id = r.slice_id and n.audience = r.audience
            and (n.audiences, n.indicator_version, n.value, n.numerator, n.denominator, n.units_reported, n.units_expected, n.units_withheld, n.through_period_id, n.is_estimated, n.of_record)
                is not distinct from (r.audiences, r.indicator_version, r.value, r.numerator, r.denominator, r.units_reported, r.units_expected, r.units_withheld, r.through_period_id, r.is_estimated, r.of_record))`;
  const columns = COLUMNS.split(', ').map((column) => `n.${column}`);
  await tx`
    insert into unit_rollup (${tx.unsafe(COLUMNS)}, published_in)
    select ${tx.unsafe(columns.join(', '))}, ${id}
      from ${next} n
     where n.publication_id = ${id} and ${isFirst ? tx`true` : isNew(tx, years)}
     -- In the order of the key, whose index is then written from one end to the other.
     order by n.unit_id, n.indicator_id, n.period_id, n.slice_id`;
}

function isNew(tx: Tx, years: readonly number[]) {
  return tx`not exists (
       select 1 from unit_rollup r
        where r.unit_id = n.unit_id and r.indicator_id = n.indicator_id and r.fiscal_year = n.fiscal_year and r.period_id = n.period_id and r.slice_id = n.slice_id
          and r.audience = n.audience and r.superseded_in is null and r.fiscal_year = any(${[...years]}))`;
}

/** The first load of a year has nothing to be compared with. */
async function isAnyStanding(tx: Tx, basis: Computed['basis'], years: readonly number[]): Promise<boolean> {
  const [row] = await tx<{ found: boolean }[]>`
    select exists (select from unit_rollup where fiscal_year = any(${[...years]}) and basis = ${basis} and superseded_in is null) as found`;
  return row!.found;
}

import type { Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';
import { TIME_DEPTH } from './roll-up-targets.ts';
import type { Publication, Scope } from './republish.ts';
import type { FactTable } from './revise-facts.ts';
import type { RunHead } from './run-head.ts';

/**
 * Shows a run's facts at other levels: more when they are accepted, none when the run is withdrawn. Where a level takes a
 * revision, the earlier one stands aside there; where it loses one, the newest earlier revision that it had seen stands again.
 */
export async function shiftLevels(
  tx: Tx,
  publication: Publication,
  run: RunHead,
  facts: FactTable,
  levels: number,
): Promise<Scope> {
  const columns = [
    ...new Set([
      'ministry_id',
      ...facts.key,
      ...facts.content,
      ...(facts.judged ?? []),
      'classification',
      'revision',
      'run_id',
      'file_no',
      'sheet',
      'row_no',
      'as_sent',
    ]),
  ];
  const copy = tx.unsafe(columns.map((column) => `r.${column}`).join(', '));
  const same = tx.unsafe(facts.key.map((column) => `r.${column} = o.${column}`).join(' and '));
  const into = tx`insert into ${tx(facts.table)} (${tx.unsafe(columns.join(', '))}, levels, audiences, published_in)`;
  const id = publication.id;
  const table = tx(facts.table);
  const added = levels & ~run.levels;
  if (added) {
    // Earlier revisions leave the levels that take this one …
    await tx`update ${table} r set superseded_in = ${id} from ${table} o where o.run_id = ${run.id} and o.superseded_in is null and ${same} and r.superseded_in is null and r.run_id <> ${run.id} and r.levels & ${added} <> 0`;
    await tx`${into} select ${copy}, r.levels & ~${added}::int, fact_audiences(r.levels & ~${added}::int, r.classification), ${id} from ${table} r
      where r.superseded_in = ${id} and r.run_id <> ${run.id} and r.levels & ~${added}::int <> 0`;
    // … and this one is shown there.
    await tx`update ${table} r set superseded_in = ${id} where r.run_id = ${run.id} and r.superseded_in is null and r.published_in < ${id}`;
    await tx`${into} select ${copy}, r.levels | ${added}::int, fact_audiences(r.levels | ${added}::int, r.classification), ${id} from ${table} r where r.run_id = ${run.id} and r.superseded_in = ${id}`;
  } else {
    await tx`update ${table} r set superseded_in = ${id} where r.run_id = ${run.id} and r.superseded_in is null`;
    await restoreEarlier(tx, publication, run, facts, { into, copy, same });
  }
  return touched(tx, publication, run, facts);
}

type Pieces = { into: Fragment; copy: Fragment; same: Fragment };

/** For each level a withdrawn revision was shown at: the newest earlier revision, not withdrawn, that had been shown there. */
async function restoreEarlier(
  tx: Tx,
  publication: Publication,
  run: RunHead,
  facts: FactTable,
  { into, copy, same }: Pieces,
): Promise<void> {
  const table = tx(facts.table);
  const key = tx.unsafe(facts.key.map((column) => `o.${column}`).join(', '));
  await tx`
    with lost as (select distinct ${key}, o.levels from ${table} o where o.run_id = ${run.id} and o.superseded_in = ${publication.id}),
    candidates as (
      select r.ctid as row, r.tableoid as part, r.revision, ${tx.unsafe(facts.key.map((column) => `r.${column}`).join(', '))}, l.level,
             row_number() over (partition by ${tx.unsafe(facts.key.map((column) => `r.${column}`).join(', '))}, l.level order by r.revision desc, r.published_in desc) as place
        from lost o cross join (values (1), (2), (4)) as l(level)
        join ${table} r on ${same} and r.run_id <> ${run.id} and r.levels & l.level <> 0 and r.superseded_in is not null
        join etl_run e on e.id = r.run_id and e.status <> 'withdrawn'
       where o.levels & l.level <> 0),
-- One row per revision, whatever pieces it stood in before.
    chosen as (
      select (array_agg(row))[1] as row, (array_agg(part))[1] as part, bit_or(level)::int as levels
        from candidates where place = 1 group by revision, ${tx.unsafe(facts.key.join(', '))})
    ${into} select ${copy}, c.levels, fact_audiences(c.levels, r.classification), ${publication.id}
      from chosen c join ${table} r on r.ctid = c.row and r.tableoid = c.part`;
}

async function touched(tx: Tx, publication: Publication, run: RunHead, facts: FactTable): Promise<Scope> {
  if (facts.table === 'reading') {
    await tx`
      insert into staging.touched (publication_id, fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, depth)
      with known as (select distinct r.fiscal_year, r.unit_id, r.ministry_id, r.indicator_id, r.period_id, r.slice_id, u.parent_id, u.depth
                       from reading r join org_unit u on u.id = r.unit_id where r.run_id = ${run.id})
      select ${publication.id}::int, k.fiscal_year, p.ministry_id, p.id, k.indicator_id, k.period_id, k.slice_id, p.depth from known k join org_unit p on p.id = k.parent_id
      union select ${publication.id}::int, k.fiscal_year, k.ministry_id, k.unit_id, k.indicator_id, k.period_id, k.slice_id, k.depth from known k
             where exists (select 1 from org_unit c where c.parent_id = k.unit_id)
      union select ${publication.id}::int, k.fiscal_year, k.ministry_id, k.unit_id, k.indicator_id, k.fiscal_year::int * 100000, k.slice_id, ${TIME_DEPTH}::int from known k`;
    return {};
  }
  const rows = await tx<
    { unit_id: number }[]
  >`select distinct unit_id from ${tx(facts.table)} where run_id = ${run.id}`;
  const units = rows.map((row) => row.unit_id);
  if (facts.table === 'milestone') return { milestoneUnits: units };
  return facts.table === 'budget_line' ? { budgetUnits: units, projectUnits: units } : { projectUnits: units };
}

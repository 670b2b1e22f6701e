import type { Clock } from '../clock.ts';
import type { Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';
import { expectReports, markReported } from './expected-reports.ts';
import { TIME_DEPTH } from './roll-up-targets.ts';
import { chooseReach, planForBulk } from './plan-for-bulk.ts';
import { movePublication, type Publication } from './republish.ts';
import { reviseFacts, type FactTable, type Merged } from './revise-facts.ts';
import type { RunHead } from './run-head.ts';
import { StraightReadings } from './straight-readings.ts';

export const READING: FactTable = {
  table: 'reading',
  key: ['unit_id', 'indicator_id', 'fiscal_year', 'period_id', 'slice_id'],
  content: ['state', 'value', 'numerator', 'denominator', 'note', 'indicator_version'],
  judged: ['of_record'],
  staged: 'staging.reading',
};

/** Merges a run's staged readings and names the figures that must be computed again. */
export async function mergeReadings(tx: Tx, publication: Publication, run: RunHead): Promise<Merged> {
  const counted = await tx<{ year: number; rows: number }[]>`
    select fiscal_year as year, count(*)::int as rows from staging.reading where run_id = ${run.id} group by 1`;
  const years = counted.map((row) => row.year);
  const rows = counted.reduce((sum, one) => sum + one.rows, 0);
  const isBulk = (await chooseReach(tx, rows, years)) !== 'one by one';
  if (isBulk) await planForBulk(tx, { staged: 'reading' });
  const within = tx`r.fiscal_year = any(${years})`;
  const merged = await reviseFacts(tx, publication, run, READING, incomingReadings(tx, run, isBulk), {
    hasEarlier: await isYearKnown(tx, run, within),
    isBulk,
    within,
  });
  await noteSeries(tx, publication, run);
  const brought = tx`
    select u.id as unit_id, i.id as indicator_id, s.fiscal_year, s.period_id, s.slice_id, s.state
      from staging.reading s join org_unit u on u.code = s.unit_code join indicator i on i.code = s.indicator_code where s.run_id = ${run.id}`;
  if (isBulk) await planForBulk(tx, { staged: 'reading', years });
  await followReadings(tx, publication, run, { years, brought });
  return merged;
}

/**
 * Takes readings in that `bring` copies straight into their partitions while their file is being read, so that reading and writing
 * take no longer than the slower of the two. `bring` answers how many, once the run is checked.
 */
export async function mergeStraight(
  tx: Tx,
  publication: Publication,
  run: RunHead,
  bring: (straight: StraightReadings) => Promise<number>,
  clock: Clock,
): Promise<Merged> {
  const straight = new StraightReadings(tx, publication, run);
  const accepted = await bring(straight);
  await movePublication(tx, publication, clock.now());
  const { years } = straight;
  const brought = tx`
    select r.unit_id, r.indicator_id, r.fiscal_year, r.period_id, r.slice_id, r.state from reading r
     where r.fiscal_year = any(${years}) and r.published_in = ${publication.id}`;
  await followReadings(tx, publication, run, { years, brought });
  return { accepted, unchanged: 0 };
}

/** What follows from readings that were merged. */
async function followReadings(
  tx: Tx,
  publication: Publication,
  run: RunHead,
  { years, brought }: { years: readonly number[]; brought: Fragment },
): Promise<void> {
  await touchTargets(tx, publication);
  await judgeRecord(tx, publication, tx`r.fiscal_year = any(${[...years]})`);
  await expectReports(tx, publication);
  await markReported(tx, publication, run, { years, brought });
}

/** What was staged with codes looked up. */
function incomingReadings(tx: Tx, run: RunHead, isBulk: boolean): Fragment {
  // Few readings are joined in a loop: the versions are then made once and not for each.
  const once = isBulk ? tx`` : tx`offset 0`;
  return tx`
    select s.record_no, s.file_no, s.sheet, s.row_no, s.as_sent::jsonb as as_sent, s.note, s.state,
           s.fiscal_year, s.period_id, s.slice_id,
           u.ministry_id, u.id as unit_id, i.id as indicator_id, i.version as indicator_version,
           greatest(i.classification_no, ${run.classificationNo}::int)::smallint as classification,
           case when s.value is not null then s.value when s.denominator <> 0 then s.numerator * i.ratio_scale / s.denominator end as value,
           -- A mean with a known weight is carried as weight × mean over weight, so that parents add it up.
           case when s.numerator is null and i.org_rollup = 'weighted_avg' then s.value * s.denominator else s.numerator end as numerator,
           s.denominator
      from staging.reading s
      join org_unit u on u.code = s.unit_code
      -- The newest version, as one that no other follows: what "distinct on" answers has no statistics, and the million would be hashed instead.
      join (select x.id, x.code, v.version, v.ratio_scale, v.org_rollup, case v.classification when 'restricted' then 2 when 'internal' then 1 else 0 end as classification_no
              from indicator x join indicator_version v on v.indicator_id = x.id
             where not exists (select from indicator_version w where w.indicator_id = v.indicator_id and w.version > v.version) ${once}) i on i.code = s.indicator_code
     where s.run_id = ${run.id}`;
}

/** Whether any unit and indicator of the run has readings in its years at all; the first load of a year skips all comparing. */
async function isYearKnown(tx: Tx, run: RunHead, within: Fragment): Promise<boolean> {
  const anyOf = (state: string) => tx`
    select 1 from named n join org_unit u on u.code = n.unit_code join indicator i on i.code = n.indicator_code
      join reading r on r.unit_id = u.id and r.indicator_id = i.id and ${within} and r.superseded_in ${tx.unsafe(state)}`;
  const [row] = await tx<{ found: boolean }[]>`
    with named as materialized (select distinct unit_code, indicator_code from staging.reading where run_id = ${run.id})
    select exists (${anyOf('is null')}) or exists (${anyOf('is not null')}) as found`;
  return row!.found;
}

/** Where children owe the figure too, a parent's own report counts only if the indicator says that reports do. */
async function judgeRecord(tx: Tx, publication: Publication, within: Fragment): Promise<void> {
  await tx`
    update reading r set of_record = false
      from (select distinct c.parent_id as unit_id, d.indicator_id from reporting_duty d join org_unit c on c.id = d.unit_id
              join lateral (select of_record from indicator_version v where v.indicator_id = d.indicator_id order by v.version desc limit 1) v on v.of_record = 'computed') p
     where r.unit_id = p.unit_id and r.indicator_id = p.indicator_id and ${within} and r.superseded_in is null and r.published_in = ${publication.id}`;
}

/** Notes which series were merged: a million readings are a tenth as many, and the periods of each stand in the bits of a word. */
async function noteSeries(tx: Tx, publication: Publication, run: RunHead): Promise<void> {
  await tx`
    insert into staging.series (publication_id, fiscal_year, unit_id, indicator_id, slice_id, sixty, periods)
    select ${publication.id}::int, s.fiscal_year, u.id, i.id, s.slice_id, s.sixty, s.periods
      from (select s.unit_code, s.indicator_code, s.fiscal_year, s.slice_id, s.period_id / 60 as sixty, bit_or(1::bigint << (s.period_id % 60)) as periods
              from staging.reading s where s.run_id = ${run.id} group by 1, 2, 3, 4, 5) s
      join org_unit u on u.code = s.unit_code join indicator i on i.code = s.indicator_code`;
}

/** What must be computed again: the parents' figures of the same periods, and the units' own year to date. */
async function touchTargets(tx: Tx, publication: Publication): Promise<void> {
  await tx`
    with known as materialized (
      select s.fiscal_year, s.slice_id, s.sixty, s.periods, u.id as unit_id, u.ministry_id, u.depth, u.parent_id, s.indicator_id
        from staging.series s join org_unit u on u.id = s.unit_id where s.publication_id = ${publication.id}),
    -- A parent that reports a figure itself changes which of its two figures is of record.
    above as (
      select p.ministry_id, p.id as unit_id, p.depth, k.fiscal_year, k.indicator_id, k.slice_id, k.sixty, k.periods from known k join org_unit p on p.id = k.parent_id
      union all
      select k.ministry_id, k.unit_id, k.depth, k.fiscal_year, k.indicator_id, k.slice_id, k.sixty, k.periods
        from known k where exists (select 1 from org_unit c where c.parent_id = k.unit_id)),
    merged as (
      select ministry_id, unit_id, depth, fiscal_year, indicator_id, slice_id, sixty, bit_or(periods) as periods from above group by 1, 2, 3, 4, 5, 6, 7)
    insert into staging.touched (publication_id, fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, depth)
    select ${publication.id}::int, m.fiscal_year, m.ministry_id, m.unit_id, m.indicator_id, m.sixty * 60 + n, m.slice_id, m.depth
      from merged m join generate_series(0, 59) as n on m.periods >> n & 1 = 1
    union all
    select distinct ${publication.id}::int, k.fiscal_year, k.ministry_id, k.unit_id, k.indicator_id, k.fiscal_year::int * 100000, k.slice_id, ${TIME_DEPTH}::int
      from known k`;
}

import { fiscalYearOf } from '#domain/time/fiscal-calendar.ts';
import type { Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';
import { TIME_DEPTH } from './roll-up-targets.ts';
import type { Publication } from './republish.ts';
import type { RunHead } from './run-head.ts';

/** Everybody who may see the unit may know what it owes: no values stand here. */
const EVERYBODY = 511;

/** The newest year and the duties that reports were written for: nothing to do while they stay as they are. */
const NOTE = 'expected_reports';

/**
 * Writes what the calendar expects of every duty, up to the end of the running fiscal year. Where two duties cover a year, the one
 * that begins later counts. What was reported is left as it is; what was not follows its duty, and goes where none covers it any more.
 * Late is from the day after the due date (24:00 Bangkok time). Answers 0 where nothing changed.
 */
export async function expectReports(tx: Tx, publication: Publication): Promise<number> {
  const [duties] = await tx<{ mark: string; noted: string | null }[]>`
    select ${fiscalYearOf(publication.asOfOn)}::int || '/' || coalesce(sum(hashtextextended(d::text, 0)), 0) as mark, (select value from installation where key = ${NOTE}) as noted from reporting_duty d`;
  if (duties!.mark === duties!.noted) return 0;
  await tx`insert into installation (key, value) values (${NOTE}, ${duties!.mark}) on conflict (key) do update set value = excluded.value`;
  const changed = await tx`
    with wanted as materialized (
      select distinct on (d.unit_id, d.indicator_id, p.id) p.fiscal_year, u.ministry_id, d.unit_id, d.indicator_id, p.id as period_id, d.feed_id, p.ends_on + d.lag_days as due_on,
             case when d.state <> 'due' then d.state when ${publication.asOfOn}::date > p.ends_on + d.lag_days then 'missing' else 'not_due' end as state
        from reporting_duty d
        join org_unit u on u.id = d.unit_id
        join lateral (select frequency from indicator_version v where v.indicator_id = d.indicator_id order by v.version desc limit 1) v on true
        join period p on p.kind = v.frequency and p.fiscal_year between d.from_fiscal_year and least(coalesce(d.to_fiscal_year, 9999), ${fiscalYearOf(publication.asOfOn)}::int)
       order by d.unit_id, d.indicator_id, p.id, d.from_fiscal_year desc),
    old as (
      update expected_report e set superseded_in = ${publication.id}
       where e.superseded_in is null and e.run_id is null and not exists (
         select from wanted w where w.unit_id = e.unit_id and w.indicator_id = e.indicator_id and w.period_id = e.period_id
            and (w.feed_id, w.due_on, w.state) is not distinct from (e.feed_id, e.due_on, e.state))
      returning e.fiscal_year, e.unit_id, e.indicator_id, e.period_id),
    added as (
      insert into expected_report (fiscal_year, ministry_id, unit_id, indicator_id, period_id, feed_id, due_on, state, received_on, run_id, audiences, published_in)
      select w.fiscal_year, w.ministry_id, w.unit_id, w.indicator_id, w.period_id, w.feed_id, w.due_on,
             case when w.state in ('missing', 'not_due') and r.run_id is not null then 'reported' else w.state end,
             case when r.run_id is not null then (s.started_at at time zone 'Asia/Bangkok')::date end, r.run_id, ${EVERYBODY}, ${publication.id}
        from wanted w
        -- The statement still sees what it supersedes itself.
        left join expected_report e on e.unit_id = w.unit_id and e.indicator_id = w.indicator_id and e.period_id = w.period_id and e.superseded_in is null
        left join old o on o.unit_id = w.unit_id and o.indicator_id = w.indicator_id and o.period_id = w.period_id
        left join lateral (
          select run_id from reading x where x.unit_id = w.unit_id and x.indicator_id = w.indicator_id and x.fiscal_year = w.fiscal_year and x.period_id = w.period_id and x.slice_id = 0
             and x.superseded_in is null limit 1) r on true
        left join etl_run s on s.id = r.run_id
       where e.unit_id is null or o.unit_id is not null
      returning fiscal_year, unit_id, indicator_id, period_id),
    written as (table added union table old)
    ${touchOwed(tx, publication)}`;
  return changed.count;
}

/**
 * Marks what a run brought as reported (or withheld, where the sender says so); what it tried and failed stays owed. `brought` selects
 * unit_id, indicator_id, fiscal_year, period_id, slice_id and state, of these years.
 */
export async function markReported(
  tx: Tx,
  publication: Publication,
  run: RunHead,
  { years, brought }: { years: readonly number[]; brought: Fragment },
): Promise<void> {
  const [owed] = await tx<{ isAny: boolean }[]>`
    select exists (select from expected_report e where e.superseded_in is null and e.state <> 'reported' and e.fiscal_year = any(${[...years]})) as "isAny"`;
  if (!owed!.isAny) return;
  await moveState(
    tx,
    publication,
    tx`
    select e.unit_id, e.indicator_id, e.period_id, min(case when b.state in ('withheld', 'not_applicable') then b.state else 'reported' end) as state, ${run.id}::int as run_id
      from (${brought}) b join expected_report e on e.unit_id = b.unit_id and e.indicator_id = b.indicator_id and e.fiscal_year = b.fiscal_year and e.period_id = b.period_id
       and e.superseded_in is null and e.state <> 'reported'
     where b.slice_id = 0 group by 1, 2, 3`,
  );
}

/** What was owed and fell due before the publication's day is late from now on; answers how many. */
export async function markLate(tx: Tx, publication: Publication): Promise<number> {
  return moveState(
    tx,
    publication,
    tx`
    select unit_id, indicator_id, period_id, 'missing' as state, null::int as run_id from expected_report
     where superseded_in is null and state = 'not_due' and due_on < ${publication.asOfOn}`,
  );
}

/** Reports whose only origin was a run that is withdrawn are owed again. */
export async function markOwed(tx: Tx, publication: Publication, runId: number): Promise<void> {
  await moveState(
    tx,
    publication,
    tx`
    select e.unit_id, e.indicator_id, e.period_id, case when e.due_on < ${publication.asOfOn} then 'missing' else 'not_due' end as state, null::int as run_id
      from expected_report e
     where e.superseded_in is null and e.run_id = ${runId} and not exists (
       select 1 from reading r where r.unit_id = e.unit_id and r.indicator_id = e.indicator_id and r.fiscal_year = e.fiscal_year and r.period_id = e.period_id and r.superseded_in is null)`,
  );
}

/** Supersedes the rows that `next` (unit, indicator, period, state, run) changes and writes them anew. */
async function moveState(tx: Tx, publication: Publication, next: Fragment): Promise<number> {
  const moved = await tx`
    with n as materialized (${next}),
    old as (
      update expected_report e set superseded_in = ${publication.id} from n
       where e.unit_id = n.unit_id and e.indicator_id = n.indicator_id and e.period_id = n.period_id and e.superseded_in is null and e.state <> n.state
      returning e.*, n.state as next_state, n.run_id as next_run),
    written as (
      insert into expected_report (fiscal_year, ministry_id, unit_id, indicator_id, period_id, feed_id, due_on, state, received_on, run_id, audiences, published_in)
      select fiscal_year, ministry_id, unit_id, indicator_id, period_id, feed_id, due_on, next_state,
             case when next_run is not null then ${publication.asOfOn}::date end, next_run, audiences, ${publication.id} from old
      returning fiscal_year, unit_id, indicator_id, period_id)
    ${touchOwed(tx, publication)}`;
  return moved.count;
}

/** What is owed stands beside every total ("7 of 9 units") and decides a KPI's state: both are computed again for the reports in "written". */
function touchOwed(tx: Tx, publication: Publication) {
  return tx`
    insert into staging.touched (publication_id, fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, depth)
    select distinct ${publication.id}::int, w.fiscal_year, p.ministry_id, p.id, w.indicator_id, w.period_id, 0::smallint, p.depth
      from written w join org_unit u on u.id = w.unit_id join org_unit p on p.id = u.parent_id
    union all
    select distinct ${publication.id}::int, w.fiscal_year, u.ministry_id, u.id, w.indicator_id, w.fiscal_year::int * 100000, 0::smallint, ${TIME_DEPTH}::int
      from written w join org_unit u on u.id = w.unit_id`;
}

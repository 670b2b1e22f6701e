import type { Sql, Tx } from '../connect.ts';
import { named, type ReadArgs } from './named.ts';
import type { RunStage, RunStatus } from './last-loads.ts';

export interface FeedRow {
  code: string;
  name: string;
  unitCode: string;
  unitName: string;
  dataset: string;
  mapping: string;
  frequency: 'day' | 'month' | 'quarter' | 'year';
  lagDays: number;
  /** Of the oldest report that is owed or will be due next; null where no duty stands behind the feed. */
  dueOn: string | null;
  periodCode: string | null;
  latePeriods: number;
  indicators: number;
  lastRunId: number | null;
  lastStatus: RunStatus | null;
  lastAt: string | null;
}

type ListArgs = Pick<ReadArgs, 'language'> & { unitId: number; day: string; isOwn: boolean; limit: number };

/** Feeds of a unit, or of it and all below, with what each owes and its last run; who owes longest first. */
export function getFeedList(tx: Tx, { unitId, day, isOwn, limit, language }: ListArgs): Promise<FeedRow[]> {
  return tx<FeedRow[]>`
    with owed as (
      select e.feed_id, e.period_id, e.due_on, e.state <> 'not_due' as is_late, count(distinct e.indicator_id)::int as indicators
        from expected_report e
       where e.superseded_in is null and e.state in ('missing', 'rejected', 'not_due') and e.feed_id is not null
         and e.fiscal_year >= (select max(fiscal_year) - 1 from fiscal_year where starts_on <= ${day}::date)
       group by 1, 2, 3, 4),
    oldest as (
      select distinct on (feed_id) *, count(*) filter (where is_late) over (partition by feed_id)::int as late_periods
        from owed order by feed_id, due_on, period_id desc)
    select f.code, ${named(tx, 'f', language)} as name, u.code as "unitCode", ${named(tx, 'u', language)} as "unitName", f.dataset, f.mapping, f.frequency, f.lag_days as "lagDays",
           o.due_on as "dueOn", p.code as "periodCode", coalesce(o.late_periods, 0) as "latePeriods", coalesce(o.indicators, 0) as indicators,
           last.id as "lastRunId", last.status as "lastStatus", last.at as "lastAt"
      from feed f join org_unit u on u.id = f.unit_id
      left join oldest o on o.feed_id = f.id left join period p on p.id = o.period_id
      left join lateral (select r.id, r.status, coalesce(r.finished_at, r.started_at) as at from etl_run r where r.feed_id = f.id order by r.id desc limit 1) last on true
     where f.active and ${isOwn ? tx`f.unit_id = ${unitId}` : tx`u.path @> array[${unitId}::int]`}
     order by coalesce(o.late_periods, 0) > 0 desc, o.due_on nulls last, f.code limit ${limit}`;
}

export interface Feed {
  id: number;
  code: string;
  name: string;
  unitId: number;
  unitCode: string;
  unitName: string;
  dataset: string;
  mapping: string;
  frequency: FeedRow['frequency'];
  lagDays: number;
  classification: 'public' | 'internal' | 'restricted';
  acceptsItself: number;
  level: 'DOC' | 'MOC' | 'PMOC';
  hasSource: boolean;
  schedule: string | null;
  isActive: boolean;
}

/** One feed by its code; null where there is none that the viewer may see. */
export async function getFeed(
  tx: Tx | Sql,
  { code, language }: { code: string } & Pick<ReadArgs, 'language'>,
): Promise<Feed | null> {
  const [row] = await tx<Feed[]>`
    select f.id, f.code, ${named(tx, 'f', language)} as name, f.unit_id as "unitId", u.code as "unitCode", ${named(tx, 'u', language)} as "unitName", f.dataset, f.mapping,
           f.frequency, f.lag_days as "lagDays", f.classification, f.accepts_itself as "acceptsItself", f.level, f.source_url is not null as "hasSource", f.schedule, f.active as "isActive"
      from feed f join org_unit u on u.id = f.unit_id where f.code = ${code}`;
  return row ?? null;
}

export interface FeedRun {
  id: number;
  status: RunStatus;
  stage: RunStage;
  at: string;
  read: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  levels: number;
  decision: 'submitted' | 'accepted' | 'returned' | 'withdrawn' | null;
  total: number;
}

/** Runs of a feed, newest first. */
export function getFeedRuns(
  tx: Tx,
  { feedId, limit, offset }: { feedId: number; limit: number; offset: number },
): Promise<FeedRun[]> {
  return tx<FeedRun[]>`
    select r.id, r.status, r.stage, coalesce(r.finished_at, r.started_at) as at, r.read, r.accepted, r.unchanged, r.rejected, r.warnings, r.levels, d.decision,
           count(*) over ()::int as total
      from etl_run r left join lateral (select decision from run_decision d where d.run_id = r.id order by d.id desc limit 1) d on true
     where r.feed_id = ${feedId} order by r.id desc limit ${limit} offset ${offset}`;
}

/** The indicators that a feed is expected to bring. */
export async function getFeedDuties(
  tx: Tx,
  { feedId }: { feedId: number },
): Promise<{ indicators: number; units: number }> {
  const [row] = await tx<{ indicators: number; units: number }[]>`
    select count(distinct indicator_id)::int as indicators, count(distinct unit_id)::int as units from reporting_duty where feed_id = ${feedId}`;
  return row!;
}

import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Logger, parseCronItems, run, runMigrations } from 'graphile-worker';
import type { CronItem, TaskList } from 'graphile-worker';
import { connect } from './connect.ts';
import type { Sql, Tx } from './connect.ts';

/** What a job does; `signal` aborts when the worker is asked to stop. */
export type QueueTask = (payload: unknown, job: { id: string; attempt: number; signal?: AbortSignal }) => Promise<void>;

/** A task that is due by the clock: five cron fields, in UTC. */
export interface Schedule {
  task: string;
  cron: string;
}

export interface JobOptions {
  /** Jobs of one name run one after another. */
  queueName?: string;
  /** A waiting job with the same key is replaced instead of doubled. */
  key?: string;
  runAt?: Date;
  maxAttempts?: number;
}

type Say = (level: string, message: string) => void;

const beatEveryMs = 5_000;
/** A worker silent for so long is taken for dead, and its jobs are given to others. */
const silentAfterSeconds = 20;

/** Adds a job in the caller's transaction: it exists if and only if its cause does. Needs the owner's or the loader's login. */
export async function addJob(sql: Sql | Tx, task: string, payload: object, options: JobOptions = {}): Promise<void> {
  await (sql as Sql)`select queue.add(${task}, ${JSON.stringify(payload)}::json, ${options.queueName ?? null}, ${options.runAt ?? null}::timestamptz,
    ${options.maxAttempts ?? 25}, ${options.key ?? null})`;
}

/** Makes or updates the queue's tables, as the owner. */
export async function migrateQueue(ownerUrl: string, sql: Sql): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: loggerOf(() => undefined) });
  await sql.unsafe(`
    create schema if not exists queue;
    create table if not exists queue.heartbeat (process_id text primary key, host text not null, worker_ids text[] not null, seen_at timestamptz not null);
    create or replace function queue.add(task text, payload json, queue_name text, run_at timestamptz, max_attempts int, job_key text) returns void
      language sql security definer set search_path = pg_catalog, graphile_worker
      as $$ select graphile_worker.add_job(task, payload, queue_name, run_at, max_attempts, job_key) $$;
    revoke all on function queue.add from public;`);
}

/**
 * Works jobs until stopped. Every few seconds it says that it lives, and gives back the jobs of workers that went silent:
 * the library alone would leave a killed worker's jobs locked for hours. `url` is the owner's.
 */
export async function runQueue(options: {
  url: string;
  tasks: Record<string, QueueTask>;
  schedules?: Schedule[];
  concurrency?: number;
  say?: Say;
}): Promise<{ done: Promise<void>; stop(): Promise<void> }> {
  const sql = connect(options.url, { max: 1, name: 'suite worker heartbeat' });
  const processId = randomUUID();
  const workerIds = new Set<string>();
  const runner = await run({
    connectionString: options.url,
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: loggerOf(options.say ?? (() => undefined)),
    taskList: toTaskList(options.tasks),
    parsedCronItems: parseCronItems((options.schedules ?? []).map(toCronItem)),
  });
  runner.events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId));
  runner.events.on('job:start', ({ worker }) => workerIds.add(worker.workerId));
  const beat = () =>
    heartbeat(sql, processId, [...workerIds]).catch((error: Error) =>
      options.say?.('warn', `heartbeat: ${error.message}`),
    );
  await beat();
  const timer = setInterval(() => void beat(), beatEveryMs);
  return {
    done: runner.promise,
    stop: async () => {
      clearInterval(timer);
      await runner.stop();
      await sql`delete from queue.heartbeat where process_id = ${processId}`;
      await sql.end({ timeout: 2 });
    },
  };
}

async function heartbeat(sql: Sql, processId: string, workerIds: string[]): Promise<void> {
  await sql`
    insert into queue.heartbeat (process_id, host, worker_ids, seen_at) values (${processId}, ${hostname()}, ${workerIds}::text[], clock_timestamp())
    on conflict (process_id) do update set worker_ids = excluded.worker_ids, seen_at = excluded.seen_at`;
  await releaseSilentWorkers(sql);
}

/** Gives back what workers hold that did not say for a while that they live. */
export async function releaseSilentWorkers(sql: Sql): Promise<string[]> {
  const silent = await sql<{ id: string }[]>`
    with held as (
      select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
      union select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null)
    select distinct locked_by as id from held
    where locked_at < clock_timestamp() - make_interval(secs => ${silentAfterSeconds})
      and locked_by not in (select unnest(worker_ids) from queue.heartbeat where seen_at > clock_timestamp() - make_interval(secs => ${silentAfterSeconds}))`;
  const ids = silent.map(({ id }) => id);
  if (ids.length > 0) await sql`select graphile_worker.force_unlock_workers(${ids}::text[])`;
  await sql`delete from queue.heartbeat where seen_at < clock_timestamp() - interval '1 hour'`;
  return ids;
}

function toTaskList(tasks: Record<string, QueueTask>): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, helpers) =>
        task(payload, {
          id: String(helpers.job.id),
          attempt: helpers.job.attempts,
          ...(helpers.abortSignal ? { signal: helpers.abortSignal } : {}),
        }),
    ]),
  ) as TaskList;
}

function toCronItem({ task, cron }: Schedule): CronItem {
  // One waiting job per task is enough: a worker that was away catches up with a single run.
  return {
    task,
    match: cron,
    identifier: task,
    options: { jobKey: `cron:${task}`, jobKeyMode: 'replace', maxAttempts: 3 },
  };
}

function loggerOf(say: Say): Logger {
  return new Logger(() => (level, message) => {
    if (level !== 'debug' && level !== 'info') say(level, message);
  });
}

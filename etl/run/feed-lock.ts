import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { dropStaged, endRun, type RunCounts } from './run-rows.ts';

/** A session of its own: COPY may not share a connection, and an advisory lock lives as long as its session. */
export type Session = Awaited<ReturnType<Sql['reserve']>>;

/**
 * Gives a load its session. A load may need two connections at once, its session and a transaction, and a third in passing;
 * more loads than a client has pairs of connections for, less one, would wait for each other for ever, so they queue here.
 */
export async function withSession<T>(sql: Sql, onWait: () => void, work: (session: Session) => Promise<T>): Promise<T> {
  const queue = queues.get(sql) ?? { free: Math.max(1, Math.floor((sql.options.max - 1) / 2)), waiting: [] };
  queues.set(sql, queue);
  if (queue.free > 0) queue.free--;
  else {
    onWait();
    await new Promise<void>((resolve) => queue.waiting.push(resolve));
  }
  try {
    const session = await sql.reserve();
    const [own] = await session<{ pid: number }[]>`select pg_backend_pid() as pid`;
    try {
      return await work(session);
    } finally {
      // The driver cannot give back a session whose server process is gone, and crashes when it is spoken to.
      if (await isAlive(sql, own!.pid)) session.release();
    }
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.free++;
  }
}

/** Asked over another connection; a server that does not answer has no session left either. */
async function isAlive(sql: Sql, pid: number): Promise<boolean> {
  const rows = await sql`select 1 from pg_stat_activity where pid = ${pid}`.catch(() => []);
  return rows.length > 0;
}

const queues = new WeakMap<Sql, { free: number; waiting: (() => void)[] }>();

/**
 * Runs one load of a feed at a time: a second one waits, and says so. The lock belongs to the session, so that a killed
 * process lets go of it by dying. Who gets the lock and finds an unfinished run of the feed knows that it is dead.
 */
export async function withFeedLock<T>(
  sql: Sql,
  feedId: number,
  about: { runId: number; onWait: () => void; clock: Clock },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const key = `feed:${feedId}`;
  const beat = setInterval(() => void keepWaiting(sql, about).catch(() => undefined), HEARTBEAT_MS);
  return withSession(sql, about.onWait, async (session) => {
    const [row] = await session<{ isFree: boolean; pid: number }[]>`
      select pg_try_advisory_lock(hashtext(${key})) as "isFree", pg_backend_pid() as pid`;
    if (!row!.isFree) {
      about.onWait();
      await session`select pg_advisory_lock(hashtext(${key}))`;
    }
    clearInterval(beat);
    try {
      await buryDeadRuns(sql, feedId, about);
      return await work(session);
    } finally {
      if (await isAlive(sql, row!.pid)) await session`select pg_advisory_unlock(hashtext(${key}))`;
    }
  }).finally(() => clearInterval(beat));
}

const HEARTBEAT_MS = 30_000;
/** Ten beats missed. */
const DEAD_AFTER = '5 minutes';

type Waiting = { runId: number; clock: Clock };

async function keepWaiting(sql: Sql, { runId, clock }: Waiting): Promise<void> {
  await sql`update etl_run set heartbeat_at = ${clock.now()} where id = ${runId} and status = 'waiting'`;
}

/**
 * Ends what a killed process left of the feed: a run under way, one that waited and has not been heard of since, and rows
 * that a run had staged and published but not swept up.
 */
async function buryDeadRuns(sql: Sql, feedId: number, { runId, clock }: Waiting): Promise<void> {
  const now = clock.now();
  const dead = await sql<(RunCounts & { id: number })[]>`
    select id, read, accepted, unchanged, rejected, warnings from etl_run
     where feed_id = ${feedId} and id < ${runId}
       and (status = 'running' or status = 'waiting' and heartbeat_at < ${now}::timestamptz - ${DEAD_AFTER}::interval)`;
  for (const { id, ...counts } of dead)
    await endRun(sql, id, 'failed', { code: 'interrupted', params: {} }, counts, now);
  const left = await sql<{ id: number }[]>`
    select r.id from etl_run r where r.feed_id = ${feedId} and r.id < ${runId} and r.status not in ('running', 'waiting')
       and (exists (select from staging.reading s where s.run_id = r.id) or exists (select from staging.record s where s.run_id = r.id))`;
  for (const { id } of left) await dropStaged(sql, id);
}

import type { Sql } from '#db/connect.ts';
import { dropStaged } from './run-rows.ts';

/** A session of its own: COPY may not share a connection, and an advisory lock lives as long as its session. */
export type Session = Awaited<ReturnType<Sql['reserve']>>;

/**
 * Gives a load its session. A load may need two connections at once, its session and a transaction; more loads than a
 * client has pairs of connections for would wait for each other for ever, so they queue here.
 */
export async function withSession<T>(sql: Sql, onWait: () => void, work: (session: Session) => Promise<T>): Promise<T> {
  const queue = queues.get(sql) ?? { free: Math.max(1, Math.floor(sql.options.max / 2)), waiting: [] };
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
  about: { runId: number; onWait: () => void; now: Date },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const key = `feed:${feedId}`;
  return withSession(sql, about.onWait, async (session) => {
    const [row] = await session<{ isFree: boolean; pid: number }[]>`
      select pg_try_advisory_lock(hashtext(${key})) as "isFree", pg_backend_pid() as pid`;
    if (!row!.isFree) {
      about.onWait();
      await session`select pg_advisory_lock(hashtext(${key}))`;
    }
    try {
      await buryDeadRuns(sql, feedId, about);
      return await work(session);
    } finally {
      if (await isAlive(sql, row!.pid)) await session`select pg_advisory_unlock(hashtext(${key}))`;
    }
  });
}

async function buryDeadRuns(sql: Sql, feedId: number, { runId, now }: { runId: number; now: Date }): Promise<void> {
  const dead = await sql<{ id: number }[]>`
    update etl_run set status = 'failed', stage = 'done', failure_reason = 'interrupted', failure_params = '{}', accepted = 0, unchanged = 0, rejected = read, finished_at = ${now}
     where feed_id = ${feedId} and id < ${runId} and status = 'running' returning id`;
  for (const { id } of dead) await dropStaged(sql, id);
}

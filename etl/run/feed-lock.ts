import type { Sql } from '#db/connect.ts';
import { dropStaged } from './run-rows.ts';

/**
 * Runs one load of a feed at a time: a second one waits, and says so. The lock belongs to a session, so that a killed
 * process lets go of it by dying. Who gets the lock and finds an unfinished run of the feed knows that it is dead.
 */
export async function withFeedLock<T>(
  sql: Sql,
  feedId: number,
  { runId, onWait, now }: { runId: number; onWait: () => void; now: Date },
  work: () => Promise<T>,
): Promise<T> {
  const session = await sql.reserve();
  const key = `feed:${feedId}`;
  try {
    const [row] = await session<{ isFree: boolean }[]>`select pg_try_advisory_lock(hashtext(${key})) as "isFree"`;
    if (!row!.isFree) {
      onWait();
      await session`select pg_advisory_lock(hashtext(${key}))`;
    }
    await buryDeadRuns(sql, feedId, runId, now);
    return await work();
  } finally {
    await session`select pg_advisory_unlock(hashtext(${key}))`.catch(() => undefined);
    session.release();
  }
}

async function buryDeadRuns(sql: Sql, feedId: number, runId: number, now: Date): Promise<void> {
  const dead = await sql<{ id: number }[]>`
    update etl_run set status = 'failed', stage = 'done', failure_reason = 'interrupted', failure_params = '{}', accepted = 0, unchanged = 0, finished_at = ${now}
     where feed_id = ${feedId} and id < ${runId} and status = 'running' returning id`;
  for (const { id } of dead) await dropStaged(sql, id);
}

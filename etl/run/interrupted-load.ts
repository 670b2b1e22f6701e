import { isServerLost, whenServerAnswers } from '#db/server-fault.ts';
import type { Sql } from '#db/connect.ts';
import type { RunSummary } from '../pipeline.ts';

/** The database went away under a load; whoever asked for it may ask again. The run is marked, as soon as that can be done. */
export class InterruptedLoad extends Error {
  constructor(
    readonly summary: RunSummary,
    cause: unknown,
  ) {
    super(`Run ${summary.run} was interrupted: ${(cause as Error).message}`, { cause });
    this.name = 'InterruptedLoad';
  }
}

/**
 * Writes the end of a run that failed, also when the database is only coming back. Answers the run as it stands where it had
 * ended before: its publication was done, and only the word of it was lost.
 */
export async function endFailedRun(
  sql: Sql,
  runId: number,
  end: () => Promise<boolean>,
): Promise<Pick<RunSummary, 'status' | 'accepted' | 'unchanged' | 'rejected'> | null> {
  return whenServerAnswers(async () => {
    if (await end()) return null;
    const [run] = await sql<Pick<RunSummary, 'status' | 'accepted' | 'unchanged' | 'rejected'>[]>`
      select status, accepted, unchanged, rejected from etl_run where id = ${runId}`;
    return run && run.status !== 'failed' && run.status !== 'refused' ? run : null;
  }).catch((error: unknown) => {
    // Still away: the next load of the feed finds the run unfinished and says so.
    if (isServerLost(error)) return null;
    throw error;
  });
}

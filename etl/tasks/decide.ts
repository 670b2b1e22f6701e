import type { Sql } from '#db/connect.ts';
import { decideRun } from '#db/writes/decide-run.ts';

/** As many as access.request_act allows. */
const LAST_ATTEMPT = 5;

/** Carries out an act; one that can never succeed, or did not at the last try, is answered as refused, so that nobody waits for ever. */
export async function decide(
  sql: Sql,
  { requestId, now, attempt }: { requestId: number; now: Date; attempt: number },
): Promise<void> {
  try {
    await decideRun(sql, { requestId, now });
  } catch (error) {
    const isHopeless = error instanceof RangeError;
    if (!isHopeless && attempt < LAST_ATTEMPT) throw error;
    await sql`update run_request set status = 'refused', refusal = ${isHopeless ? 'not_for_dataset' : 'failed'} where id = ${requestId} and status = 'waiting'`;
    if (!isHopeless) throw error;
  }
}

import type { Sql } from '#db/connect.ts';
import { actOnRun } from '#db/writes/decide-run.ts';
import type { Step } from './steps.ts';

/** Takes or returns the run of a file as the level above; done once it is not done again. */
export async function decideFor(sql: Sql, step: Extract<Step, { kind: 'decide' }>): Promise<void> {
  const [run] = await sql<{ id: number; positionId: number | null; personId: number | null }[]>`
    select r.id, q.id as "positionId", (select a.person_id from access.appointment a where a.position_id = q.id limit 1) as "personId"
      from etl_run r join feed f on f.id = r.feed_id join run_file x on x.run_id = r.id and x.file_no = 1 and x.name = ${step.file} left join position q on q.code = ${step.positionCode}
     where f.code = ${step.feedCode} and r.status in ('loaded', 'loaded_with_rejections')
     order by r.started_at desc limit 1`;
  if (!run) return;
  const [done] = await sql`select from run_decision where run_id = ${run.id}`;
  if (done) return;
  await actOnRun(sql, {
    runId: run.id,
    act: step.act,
    remark: step.remark,
    personId: run.personId,
    positionId: run.positionId,
    now: new Date(step.at),
  });
}

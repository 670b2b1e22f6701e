import type { Sql, Tx } from '../connect.ts';
import { markOwed } from './expected-reports.ts';
import { BUDGET_LINE } from './merge-budget.ts';
import { COUNTRY_INDEX } from './merge-country-index.ts';
import { MILESTONE } from './merge-milestones.ts';
import { PROJECT } from './merge-projects.ts';
import { READING } from './merge-readings.ts';
import { republish, type Publication, type Scope } from './republish.ts';
import type { FactTable } from './revise-facts.ts';
import { getRunHead, type RunHead } from './run-head.ts';
import { shiftLevels } from './shift-levels.ts';

type Request = {
  id: number;
  run_id: number;
  act: 'submit' | 'accept' | 'return' | 'withdraw';
  remark: string | null;
  person_id: number;
  position_id: number;
  status: string;
};

/**
 * Carries out what a person asked for on screen (rights were checked when it was asked). Done twice it does nothing: an acceptance
 * that was carried out again would be the next level's. So would a colleague's of the same moment: whose turn it is is asked again.
 */
export async function decideRun(sql: Sql, about: { requestId: number; now: Date }): Promise<void> {
  const [request] = await sql<
    Request[]
  >`select id, run_id, act, remark, person_id, position_id, status from run_request where id = ${about.requestId}`;
  if (!request || request.status !== 'waiting') return;
  const publication = await actOnRun(sql, {
    runId: request.run_id,
    act: request.act,
    remark: request.remark,
    personId: request.person_id,
    positionId: request.position_id,
    requestId: request.id,
    now: about.now,
  });
  if (!publication)
    await sql`update run_request set status = 'refused', refusal = 'run_not_decidable' where id = ${request.id} and status = 'waiting'`;
}

export type RunAct = {
  runId: number;
  act: Request['act'];
  remark: string | null;
  personId: number | null;
  positionId: number | null;
  /** The request that is settled with the act. */
  requestId?: number;
  now: Date;
};

const CAUSE = { submit: 'accept', accept: 'accept', return: 'return', withdraw: 'withdraw' } as const;

/** Submits, accepts, returns or withdraws a run, as one publication. */
export async function actOnRun(sql: Sql, act: RunAct): Promise<Publication | null> {
  return republish(sql, { cause: CAUSE[act.act], now: act.now, runId: act.runId }, async (tx, publication) => {
    if (act.requestId !== undefined && !(await settle(tx, act.requestId))) return null;
    const run = await getRunHead(tx, act.runId);
    const level = act.act === 'accept' || act.act === 'return' ? (run.levels & 2 ? 'PMOC' : 'MOC') : run.level;
    const scope = await apply(tx, publication, run, act.act);
    await tx`
      insert into run_decision (run_id, level, decision, remark, person_id, position_id, decided_at, published_in, unit_id, audiences)
      select ${run.id}, ${level}, ${DECISION[act.act]}, ${act.remark}, ${act.personId}, ${act.positionId}, ${publication.at}, ${publication.id}, r.unit_id, r.audiences
        from etl_run r where r.id = ${run.id}`;
    await tx`select pg_notify('run', ${String(run.id)})`;
    return scope;
  });
}

/** False where somebody else has carried it out, or where the run has since become what the act is not for. */
async function settle(tx: Tx, requestId: number): Promise<boolean> {
  const settled = await tx`
    update run_request q set status = 'done'
      from etl_run r, position p join org_unit u on u.id = p.unit_id
     where q.id = ${requestId} and q.status = 'waiting' and r.id = q.run_id and p.id = q.position_id and r.status in ('loaded', 'loaded_with_rejections')
       and (q.act in ('submit', 'withdraw')
         or access.level_to_decide(r.levels, r.status, r.source, (select d.decision from run_decision d where d.run_id = r.id order by d.id desc limit 1))
            = case u.level when 'PMOC' then 4 when 'MOC' then 2 end)`;
  return settled.count === 1;
}

const DECISION = { submit: 'submitted', accept: 'accepted', return: 'returned', withdraw: 'withdrawn' } as const;

/** Accepting shows the run one level further up, and further still where the level after takes it by itself. */
async function apply(tx: Tx, publication: Publication, run: RunHead, act: Request['act']): Promise<Scope> {
  if (act === 'submit' || act === 'return') return {};
  const [feed] = await tx<
    { accepts_itself: number }[]
  >`select coalesce(f.accepts_itself, 0) as accepts_itself from etl_run r left join feed f on f.id = r.feed_id where r.id = ${run.id}`;
  const added = act === 'withdraw' ? 0 : run.levels & 2 ? 4 : 2 | (feed!.accepts_itself & 4);
  const levels = act === 'withdraw' ? 0 : run.levels | added;
  const scope = await shiftLevels(tx, publication, run, tableOf(run.dataset), levels);
  await tx`
    update etl_run set levels = ${levels}, published_in = ${publication.id},
           status = case when ${act === 'withdraw'} then 'withdrawn' else status end,
           audiences = case when ${levels}::int & 4 <> 0 then audiences | fact_audiences(4, ${run.classificationNo}) else audiences end
     where id = ${run.id}`;
  if (act === 'withdraw') await markOwed(tx, publication, run.id);
  return scope;
}

const TABLES: Readonly<Record<string, FactTable>> = {
  reading: READING,
  project: PROJECT,
  milestone: MILESTONE,
  budget: BUDGET_LINE,
  index: COUNTRY_INDEX,
};

function tableOf(dataset: string): FactTable {
  const table = TABLES[dataset];
  if (!table) throw new RangeError(`Runs of "${dataset}" are not accepted or withdrawn one by one.`);
  return table;
}

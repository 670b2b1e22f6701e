import type { Tx } from '../connect.ts';
import { titled, type ReadArgs } from './named.ts';

type Lang = Pick<ReadArgs, 'language'>;

export interface RunDecision {
  level: 'DOC' | 'MOC' | 'PMOC';
  decision: 'submitted' | 'accepted' | 'returned' | 'withdrawn';
  remark: string | null;
  title: string | null;
  name: string | null;
  decidedAt: string;
  publishedIn: number;
}

/** The steps of a run's way up, oldest first. */
export function getRunDecisions(tx: Tx, { id, language }: { id: number } & Lang): Promise<RunDecision[]> {
  return tx<RunDecision[]>`
    select d.level, d.decision, d.remark, ${titled(tx, 'q', language)} as title,
           nullif(${language === 'en' ? tx`p.name_en` : tx`concat(p.title_th, p.name_th)`}, '') as name, d.decided_at as "decidedAt", d.published_in as "publishedIn"
      from run_decision d left join position q on q.id = d.position_id left join access.person p on p.id = d.person_id
     where d.run_id = ${id} order by d.id`;
}

export interface OwnRequest {
  id: number;
  act: 'submit' | 'accept' | 'return' | 'withdraw';
  status: 'waiting' | 'done' | 'refused';
  refusal: string | null;
  requestedAt: string;
}

/** The newest act that this viewer asked for on a run; the database shows each person's own. */
export async function getOwnRequest(tx: Tx, { runId }: { runId: number }): Promise<OwnRequest | null> {
  const [row] = await tx<OwnRequest[]>`
    select id, act, status, refusal, requested_at as "requestedAt" from run_request where run_id = ${runId} order by id desc limit 1`;
  return row ?? null;
}

/** Whether the worker has carried out, or refused, what was asked. */
export async function isAnswered(tx: Tx, { requestId }: { requestId: number }): Promise<boolean> {
  const [row] = await tx<{ status: string }[]>`select status from run_request where id = ${requestId}`;
  return row !== undefined && row.status !== 'waiting';
}

import type { Tx } from '../connect.ts';
import { named } from './named.ts';
import { below, type OperationsScope } from './operations-scope.ts';

export interface LastLoad {
  id: number;
  feedName: string | null;
  unitName: string;
  status: RunStatus;
  stage: RunStage;
  at: string;
  read: number;
  accepted: number;
  rejected: number;
}

export type RunStatus =
  'waiting' | 'running' | 'loaded' | 'loaded_with_rejections' | 'unchanged' | 'refused' | 'failed' | 'withdrawn';
export type RunStage = 'waiting' | 'keeping' | 'staging' | 'checking' | 'publishing' | 'done';

/** The newest runs of the unit and of those below, running ones first. */
export function getLastLoads(
  tx: Tx,
  { unitId, until, language, limit }: OperationsScope & { limit: number },
): Promise<LastLoad[]> {
  return tx<LastLoad[]>`
    select r.id, ${named(tx, 'f', language)} as "feedName", ${named(tx, 'u', language)} as "unitName", r.status, r.stage,
           coalesce(r.finished_at, r.started_at) as at, r.read, r.accepted, r.rejected
      from etl_run r join org_unit u on u.id = r.unit_id left join feed f on f.id = r.feed_id
     where ${below(tx, 'u', unitId)} ${until === null ? tx`` : tx`and r.started_at <= ${until}::timestamptz`}
     order by r.status in ('waiting', 'running') desc, r.id desc limit ${limit}`;
}

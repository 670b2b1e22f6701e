import type { Fragment } from '../fragment.ts';
import type { Tx } from '../connect.ts';
import { named } from './named.ts';
import { below, officerOf, shortNamed, type OperationsScope } from './operations-scope.ts';

export interface RunToAct {
  id: number;
  feedName: string | null;
  unitName: string;
  unitShortName: string;
  level: 'DOC' | 'MOC' | 'PMOC';
  status: string;
  startedAt: string;
  decidedAt: string | null;
  read: number;
  rejected: number;
  /** The level above gave it back, with this remark. */
  remark: string | null;
  isReturned: boolean;
  ownerTitle: string | null;
  ownerName: string | null;
  total: number;
}

/** The newest run of each feed where it was refused, failed, lost records, or was given back: the sender's turn. Oldest first. */
export function getTroubledRuns(tx: Tx, scope: OperationsScope & { limit: number }): Promise<RunToAct[]> {
  return getRuns(tx, scope, {
    // A later run of the feed has put it right, or has its own trouble.
    of: tx`distinct on (r.feed_id, r.period_id)`,
    order: tx`order by r.feed_id, r.period_id, r.id desc`,
    where: tx`(n.status in ('refused', 'failed', 'loaded_with_rejections') or n.decision = 'returned')`,
  });
}

/**
 * Runs that wait for the level above them to take or to return them: for a reader of that level what waits there, for the senders
 * what they have waiting.
 */
export function getWaitingRuns(
  tx: Tx,
  scope: OperationsScope & { limit: number; level: 'DOC' | 'MOC' | 'PMOC' },
): Promise<RunToAct[]> {
  const isTheirs = { DOC: tx`<> 0`, MOC: tx`= 2`, PMOC: tx`= 4` }[scope.level];
  return getRuns(tx, scope, {
    of: tx``,
    order: tx``,
    where: tx`access.level_to_decide(n.levels, n.status, n.source, n.decision) ${isTheirs}`,
  });
}

type Pieces = Record<'of' | 'order' | 'where', Fragment>;

function getRuns(
  tx: Tx,
  scope: OperationsScope & { limit: number },
  { of, order, where }: Pieces,
): Promise<RunToAct[]> {
  const { unitId, until, language, limit } = scope;
  return tx<RunToAct[]>`
    with newest as (
      select ${of} r.*, d.decision, d.remark, d.decided_at
        from etl_run r join org_unit u on u.id = r.unit_id
        left join lateral (select decision, remark, decided_at from run_decision d where d.run_id = r.id order by d.id desc limit 1) d on true
       where ${below(tx, 'u', unitId)} and r.feed_id is not null and r.status not in ('waiting', 'running', 'unchanged')
         ${until === null ? tx`` : tx`and r.started_at <= ${until}::timestamptz`}
       ${order})
    select n.id, ${named(tx, 'f', language)} as "feedName", ${named(tx, 'u', language)} as "unitName", ${shortNamed(tx, 'u', scope)} as "unitShortName", n.level, n.status,
           n.started_at as "startedAt", n.decided_at as "decidedAt", n.read, n.rejected, n.remark, n.decision is not distinct from 'returned' as "isReturned",
           officer.title as "ownerTitle", officer.name as "ownerName", count(*) over ()::int as total
      from newest n join org_unit u on u.id = n.unit_id left join feed f on f.id = n.feed_id
      ${officerOf(tx, 'n.unit_id', scope)}
     where ${where} order by n.started_at, n.id limit ${limit}`;
}

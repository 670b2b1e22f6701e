import type { Sql, Tx } from '../connect.ts';
import { current } from './current.ts';

export interface ScoreHistoryRow {
  periodId: number;
  endsOn: string;
  score: string | null;
  plannedScore: string | null;
  coverage: string;
}

/** An agreement's score as it stood at each month's end of its year, oldest first: the trajectory. */
export async function getScoreHistory(
  tx: Tx | Sql,
  { agreementId, asOf }: { agreementId: number; asOf: number | null },
) {
  return tx<ScoreHistoryRow[]>`
    select h.period_id as "periodId", p.ends_on as "endsOn", h.score, h.planned_score as "plannedScore", h.coverage
      from score_history h join period p on p.id = h.period_id
     where h.agreement_id = ${agreementId} and ${current(tx, 'h', asOf)} order by p.ends_on`;
}

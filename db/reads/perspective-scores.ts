import type { Sql, Tx } from '../connect.ts';
import type { StatusCode } from './agreement-scores.ts';
import { current } from './current.ts';

export interface PerspectiveScore {
  agreementId: number;
  perspective: string;
  score: string | null;
  status: StatusCode;
}

/** Scores of several agreements by perspective, in one round. */
export async function getPerspectiveScores(
  tx: Tx | Sql,
  { agreementIds, round, asOf }: { agreementIds: readonly number[]; round: number; asOf: number | null },
): Promise<PerspectiveScore[]> {
  if (agreementIds.length === 0) return [];
  return tx<PerspectiveScore[]>`
    select s.agreement_id as "agreementId", s.perspective, s.score, s.status from agreement_score s
     where s.agreement_id = any(${agreementIds as number[]}::int[]) and s.round = ${round} and s.perspective <> 'ALL' and ${current(tx, 's', asOf)}
     order by s.agreement_id, s.perspective`;
}

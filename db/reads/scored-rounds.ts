import type { Sql, Tx } from '../connect.ts';
import type { RoundKey } from './agreement-ranking.ts';
import { current } from './current.ts';

/** Rounds in which any agreement that the reader sees has a score, newest first. */
export async function getScoredRounds(tx: Tx | Sql, { asOf }: { asOf: number | null }): Promise<RoundKey[]> {
  return tx<RoundKey[]>`
    select r.fiscal_year as "fiscalYear", r.round from review_round r
     where exists (select 1 from agreement_score s where s.fiscal_year = r.fiscal_year and s.round = r.round and s.perspective = 'ALL'
                      and s.score is not null and ${current(tx, 's', asOf)})
     order by r.fiscal_year desc, r.round desc limit 15`;
}

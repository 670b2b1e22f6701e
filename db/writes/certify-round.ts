import type { Sql } from '../connect.ts';
import { republish, type Publication } from './republish.ts';
import { certifyRounds } from './round-states.ts';

/**
 * Certifies (รับรองแล้ว) or closes for good (สิ้นสุด) a round of a fiscal year (พ.ศ.), of all agreements or those named, as one
 * publication; null where nothing was left to certify.
 */
export async function certifyRound(
  sql: Sql,
  about: {
    fiscalYear: number;
    round: 6 | 9 | 12;
    certainty: 'certified' | 'final';
    agreements?: readonly number[];
    now: Date;
  },
): Promise<Publication | null> {
  const { now, ...round } = about;
  return republish(sql, { cause: 'accept', now }, async (tx, publication) => {
    const changed = await certifyRounds(tx, publication, round);
    return changed === 0 ? null : {};
  });
}

import type { Tx } from '#db/connect.ts';
import { getScoredRounds } from '#db/reads/scored-rounds.ts';
import type { TacticalScope } from './tactical.server.ts';
import type { RoundKey } from './tactical-view.ts';

/** Rounds with a score that the one on the screen can be compared with, newest first. */
export async function getRounds(tx: Tx, { page }: TacticalScope): Promise<RoundKey[]> {
  const rounds = await getScoredRounds(tx, { asOf: page.asOf });
  return rounds.filter(({ fiscalYear, round }) => fiscalYear !== page.fiscalYear || round !== page.round);
}

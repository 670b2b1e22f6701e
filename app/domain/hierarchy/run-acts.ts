import { levelIndex, levelOfUnit, type Level, type UnitLevel } from './levels.ts';
import type { Role } from './roles.ts';

export const RUN_ACTS = ['submit', 'accept', 'return', 'withdraw'] as const;
export type RunAct = (typeof RUN_ACTS)[number];

export type RunStanding = {
  unitId: number;
  isLoaded: boolean;
  /** Levels that see its data: DOC 1, MOC 2, PMOC 4. */
  levels: number;
  lastDecision: 'submitted' | 'accepted' | 'returned' | 'withdrawn' | null;
};
export type RunActor = { actsAs: Role; unitId: number; unitLevel: UnitLevel };

const SENDERS: readonly Role[] = ['officer', 'dg', 'ps', 'cio'];
const TAKERS: readonly Role[] = ['officer', 'ps', 'cio', 'opdc', 'pm'];

/**
 * What a person may do with a run that stands in the own subtree; the database asks the same again. Domain rule: the sending unit
 * submits and withdraws, the level next above accepts and returns, nothing skips a level, and an aide never decides.
 */
export function runActsOf(run: RunStanding, actor: RunActor): RunAct[] {
  if (!run.isLoaded || actor.actsAs === 'aide') return [];
  const isSender = actor.unitId === run.unitId && SENDERS.includes(actor.actsAs);
  const next = nextLevel(run.levels);
  const isTaker =
    next !== null &&
    levelIndex(levelOfUnit(actor.unitLevel)) === levelIndex(next) &&
    TAKERS.includes(actor.actsAs) &&
    actor.unitId !== run.unitId;
  const maySubmit = isSender && next !== null && run.lastDecision !== 'submitted' && run.lastDecision !== 'accepted';
  return [
    ...(maySubmit ? (['submit'] as const) : []),
    ...(isTaker && run.lastDecision !== 'returned' ? (['accept', 'return'] as const) : []),
    ...(isSender ? (['withdraw'] as const) : []),
  ];
}

/** The level whose turn it is to take a run; null when all see it. */
export function nextLevel(levels: number): Level | null {
  if (levels & 4) return null;
  return levels & 2 ? 'PMOC' : 'MOC';
}

import { levelIndex, levelOfUnit, type UnitLevel } from './levels.ts';
import type { Role } from './roles.ts';

export const RUN_ACTS = ['submit', 'accept', 'return', 'withdraw'] as const;
export type RunAct = (typeof RUN_ACTS)[number];

export type RunStanding = {
  unitId: number;
  isLoaded: boolean;
  /** Levels that see its data: DOC 1, MOC 2, PMOC 4. */
  levels: number;
  /** How it came in; only what a person uploads has to be submitted. */
  source: 'command' | 'upload' | 'pull' | 'folder' | 'demonstration';
  lastDecision: 'submitted' | 'accepted' | 'returned' | 'withdrawn' | null;
};
export type RunActor = { actsAs: Role; unitId: number; unitLevel: UnitLevel };

const SENDERS: readonly Role[] = ['officer', 'dg', 'ps', 'cio'];
const TAKERS: readonly Role[] = ['officer', 'ps', 'cio', 'opdc', 'pm'];

/**
 * What a person may do with a run that stands in the own subtree; the database asks the same again. Domain rule: the sending unit
 * submits and withdraws, the level next above accepts and returns what waits for it, nothing skips a level, and an aide never decides.
 */
export function runActsOf(run: RunStanding, actor: RunActor): RunAct[] {
  if (!run.isLoaded || actor.actsAs === 'aide') return [];
  const isSender = actor.unitId === run.unitId && SENDERS.includes(actor.actsAs);
  const level = levelToDecide(run);
  const isTaker =
    level !== null &&
    levelIndex(levelOfUnit(actor.unitLevel)) === levelIndex(level) &&
    TAKERS.includes(actor.actsAs) &&
    actor.unitId !== run.unitId;
  const maySubmit = isSender && goesUp(run) && run.lastDecision !== 'submitted' && run.lastDecision !== 'accepted';
  return [
    ...(maySubmit ? (['submit'] as const) : []),
    ...(isTaker ? (['accept', 'return'] as const) : []),
    ...(isSender ? (['withdraw'] as const) : []),
  ];
}

/** Whether there is something that a level above does not see yet; a file that brought nothing new shows at none. */
export function goesUp({ isLoaded, levels }: Pick<RunStanding, 'isLoaded' | 'levels'>): boolean {
  return isLoaded && levels > 0 && (levels & 4) === 0;
}

/**
 * The level whose turn it is to take a run or to return it; null for none. What a person uploads has to be submitted, what comes in any
 * other way is as good as submitted; what was returned is the sender's again. The database has the same as access.level_to_decide.
 */
export function levelToDecide(run: Omit<RunStanding, 'unitId'>): 'MOC' | 'PMOC' | null {
  const last = run.lastDecision ?? (run.source === 'upload' ? null : 'submitted');
  if (!goesUp(run) || (last !== 'submitted' && last !== 'accepted')) return null;
  return run.levels & 2 ? 'PMOC' : 'MOC';
}

import { LEVELS, levelIndex, levelOfUnit, type Level, type UnitLevel } from './levels.ts';

/** What a person may read, least first. Secret facts are in no audience: only their existence is known. */
export const CLEARANCES = ['public', 'internal', 'restricted'] as const;
export type Clearance = (typeof CLEARANCES)[number];
export type Classification = Clearance | 'secret';

/** One of nine readerships: facts published to a level, for those cleared so far. */
export type Audience = { level: Level; clearance: Clearance };

/** Bit index 0–8 = level × 3 + clearance. */
export function audienceBit(level: Level, clearance: Clearance): number {
  return levelIndex(level) * CLEARANCES.length + CLEARANCES.indexOf(clearance);
}

export function audienceMask(level: Level, clearance: Clearance): number {
  return 1 << audienceBit(level, clearance);
}

/** Mask of a fact: every shown level, with clearance at or above the classification. Secret gives 0. */
export function factAudiences(classification: Classification, levels: readonly Level[]): number {
  if (classification === 'secret') return 0;
  const cleared = CLEARANCES.slice(CLEARANCES.indexOf(classification));
  return levels.reduce((mask, level) => cleared.reduce((all, one) => all | audienceMask(level, one), mask), 0);
}

/** Rows outside the viewer's own subtree are read as the public at the highest level. */
export const OUTSIDE_BIT = audienceBit('PMOC', 'public');

/** Audiences that look at a unit from inside: those of its own level and of every level above; audiences_from in the database. */
export function audiencesFrom(level: UnitLevel): number {
  return ALL_AUDIENCES_MASK & ~(audienceMask(levelOfUnit(level), 'public') - 1);
}

/** Audiences of the unit's own people: they know what the unit withholds from all others. */
export function insidersOf(level: UnitLevel): number {
  const own = CLEARANCES.reduce((mask, clearance) => mask | audienceMask(levelOfUnit(level), clearance), 0);
  return own & ~(1 << OUTSIDE_BIT);
}

/** The bit under which a viewer reads a unit's rows. */
export function viewerBit(level: Level, clearance: Clearance, isOwnSubtree: boolean): number {
  return isOwnSubtree ? audienceBit(level, clearance) : OUTSIDE_BIT;
}

export function isVisible(audiences: number, bit: number): boolean {
  return (audiences & (1 << bit)) !== 0;
}

/** The audiences of a mask, lowest bit first. */
export function audiencesOf(mask: number): Audience[] {
  return ALL_AUDIENCES.filter(({ level, clearance }) => (mask & audienceMask(level, clearance)) !== 0);
}

export const ALL_AUDIENCES: readonly Audience[] = LEVELS.flatMap((level) =>
  CLEARANCES.map((clearance) => ({ level, clearance })),
);
export const ALL_AUDIENCES_MASK = (1 << ALL_AUDIENCES.length) - 1;

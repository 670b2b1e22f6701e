/** Operation centres, lowest first: department, ministry, Prime Minister. */
export const LEVELS = ['DOC', 'MOC', 'PMOC'] as const;
export type Level = (typeof LEVELS)[number];

/** Rungs below the chain: a province is a feed source under a ministry, and submits where a department does. */
export type UnitLevel = Level | 'province';

export function levelIndex(level: Level): number {
  return LEVELS.indexOf(level);
}

/** The level that a unit publishes at. */
export function levelOfUnit(level: UnitLevel): Level {
  return level === 'province' ? 'DOC' : level;
}

/** The level to which a level submits; nothing above PMOC. */
export function levelAbove(level: Level): Level | null {
  return LEVELS[levelIndex(level) + 1] ?? null;
}

/** Domain rule: a DOC submits to its MOC, an MOC to the PMOC; nothing skips a level. */
export function maySubmitTo(from: Level, to: Level): boolean {
  return levelAbove(from) === to;
}

/** Levels that see a fact sent by `from` and accepted upwards as far as `acceptedBy` (null: not yet accepted). */
export function levelsShown(from: Level, acceptedBy: Level | null): Level[] {
  return LEVELS.slice(levelIndex(from), Math.max(levelIndex(from), acceptedBy ? levelIndex(acceptedBy) : 0) + 1);
}

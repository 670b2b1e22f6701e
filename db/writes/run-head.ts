import type { Tx } from '../connect.ts';

/** What a merge must know of its run. */
export type RunHead = {
  id: number;
  feedId: number | null;
  dataset: string;
  unitId: number;
  ministryId: number;
  level: 'DOC' | 'MOC' | 'PMOC';
  inChain: boolean;
  /** Levels that see its data from now on: DOC 1, MOC 2, PMOC 4. */
  levels: number;
  /** Public 0, internal 1, restricted 2. */
  classificationNo: number;
};

/** The sender's own level and those below it: a department sees what its ministry sends about it. */
const OWN_LEVELS = { DOC: 1, MOC: 3, PMOC: 7 } as const;
const EVERY_LEVEL = 7;

/**
 * A load shows at the level that sent it, below it, and at those above that take it by themselves, none skipped.
 * Outside the Prime Minister's line there is nobody above: it shows everywhere at once.
 */
export function levelsAtLoad(level: RunHead['level'], acceptsItself: number, inChain: boolean): number {
  if (!inChain) return EVERY_LEVEL;
  let levels: number = OWN_LEVELS[level];
  if (level === 'DOC' && acceptsItself & 2) levels |= 2;
  if (levels & 2 && acceptsItself & 4) levels |= 4;
  return levels;
}

export async function getRunHead(tx: Tx, runId: number): Promise<RunHead> {
  const [row] = await tx<(Omit<RunHead, 'levels'> & { levels: number; acceptsItself: number; isShown: boolean })[]>`
    select r.id, r.feed_id as "feedId", r.dataset, r.unit_id as "unitId", r.ministry_id as "ministryId", r.level, u.in_chain as "inChain", r.levels,
           case r.classification when 'restricted' then 2 when 'internal' then 1 else 0 end as "classificationNo",
           coalesce(f.accepts_itself, 0) as "acceptsItself", r.published_in is not null as "isShown"
      from etl_run r join org_unit u on u.id = r.unit_id left join feed f on f.id = r.feed_id where r.id = ${runId}`;
  if (!row) throw new RangeError(`There is no run ${runId}.`);
  const { acceptsItself, isShown, ...head } = row;
  return isShown ? head : { ...head, levels: levelsAtLoad(head.level, acceptsItself, head.inChain) };
}

import type { Sql } from '#db/connect.ts';
import type { UnitRow } from '#db/reads/load-reference.ts';
import { SourceProblem } from '../decode/source-problem.ts';
import type { Mapping } from '../mappings/mapping.ts';

export type LoadFeed = {
  id: number;
  code: string;
  unitId: number;
  ministryId: number;
  level: 'DOC' | 'MOC' | 'PMOC';
  classification: 'public' | 'internal' | 'restricted';
  maxRejectedShare: string;
  inChain: boolean;
};

/**
 * The feed that a load belongs to: the one named; for a root outside the Prime Minister's line that root's own; else
 * the lowest of the dataset's feeds whose unit stands above every unit of the file; else the one of the centre.
 * Throws `unknown_feed`, `feed_needed`.
 */
export async function findFeed(
  sql: Sql,
  mapping: Mapping,
  feedCode: string | undefined,
  unitsOfFile: () => Promise<UnitRow[]>,
): Promise<LoadFeed> {
  if (feedCode !== undefined) {
    const [feed] = await getFeeds(sql, sql`f.code = ${feedCode}`);
    if (!feed) throw new SourceProblem('unknown_feed', { feed: feedCode });
    return feed;
  }
  if (mapping.root) return makeFeed(sql, mapping, mapping.root.code);
  const units = await unitsOfFile();
  const above = units.length === 0 ? [] : units[0]!.path.filter((id) => units.every(({ path }) => path.includes(id)));
  const fitting = await getFeeds(
    sql,
    sql`f.dataset = ${mapping.dataset} and f.active and f.unit_id = any(${above}::int[])`,
  );
  const lowest = Math.max(...fitting.map(({ unitId }) => above.indexOf(unitId)));
  const nearest = fitting.filter(({ unitId }) => above.indexOf(unitId) === lowest);
  if (nearest.length > 1) throw new SourceProblem('feed_needed', { feeds: nearest.map(({ code }) => code).join(', ') });
  return nearest[0] ?? makeFeed(sql, mapping, units[0] && !units[0].inChain ? codeOfRoot(units) : CENTRE);
}

/** The centre itself sends what no feed below it covers. */
const CENTRE = 'PMOC';

const codeOfRoot = (units: readonly UnitRow[]): string =>
  units.find(({ id, rootId }) => id === rootId)?.code ?? units[0]!.code;

async function makeFeed(sql: Sql, mapping: Mapping, root: string): Promise<LoadFeed> {
  const code = `${mapping.dataset}-${root}`;
  await sql`
    insert into feed (code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, accepts_itself)
    select ${code}, id, ministry_id, level, ${mapping.dataset}, ${mapping.name}, ${mapping.th}, ${mapping.en}, 'year', 6 from org_unit where code = ${root} and level <> 'province'
    on conflict (code) do nothing`;
  const [feed] = await getFeeds(sql, sql`f.code = ${code}`);
  if (!feed) throw new SourceProblem('unknown_feed', { feed: code });
  return feed;
}

function getFeeds(sql: Sql, where: ReturnType<Sql>): Promise<LoadFeed[]> {
  return sql<LoadFeed[]>`
    select f.id, f.code, f.unit_id as "unitId", f.ministry_id as "ministryId", f.level, f.classification, f.max_rejected_share as "maxRejectedShare", u.in_chain as "inChain"
      from feed f join org_unit u on u.id = f.unit_id where ${where} order by f.code`;
}

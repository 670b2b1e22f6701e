import { panels } from '#app/access/viewer.server.ts';
import type { Certainty } from '#app/components/certainty-mark.tsx';
import type { PageScope } from '#app/filters/page-scope.server.ts';
import {
  getLeastCertainty,
  getScoreCounts,
  getScoresBelow,
  type CertaintyCode,
  type ScoreCounts,
} from '#db/reads/agreement-scores.ts';
import { getKpisOfTypeByStanding, type StandingKpiRow } from '#db/reads/kpi-results.ts';
import type { Tx } from '#db/connect.ts';
import { toBelowFirst } from './below-first.ts';
import type { NationView, NothingView, StatusCount, StrategicFrame, WeakKpis } from './strategic-view.ts';

/** All ministers' agreements with the Prime Minister: which are below 3.00, how many on course, what moved. */
export async function getNationPart(tx: Tx, page: PageScope, frame: StrategicFrame): Promise<NationView | NothingView> {
  const { fiscalYear, round, asOf, language } = page;
  const perspective = frame.slice.kind === 'perspective' ? frame.slice.code : 'ALL';
  const args = { parentId: page.unit.id, types: ['PM_MIN' as const], fiscalYear, round, perspective, asOf, language };
  const counts = await getScoreCounts(tx, args);
  if (counts.scored === 0)
    return { ...frame, kind: 'nothing', reason: counts.total === 0 ? 'no_agreement' : 'no_score' };
  const least = await getLeastCertainty(tx, args);
  const read = await panels(tx, {
    ministries: (inner) => getScoresBelow(inner, args),
    moved: (inner) => getScoresBelow(inner, { ...args, order: 'change', limit: 4 }),
    weakest: async (inner) =>
      toWeakKpis(await getKpisOfTypeByStanding(inner, { ...args, type: 'PM_MIN', slice: frame.slice, limit: WEAKEST })),
  });
  return {
    ...frame,
    kind: 'nation',
    certainty: toCertainty(least),
    counts: { ...counts, byStatus: toStatusCounts(counts) },
    ...read,
  };
}

/** So many KPIs are named. */
export const WEAKEST = 3;

export function toWeakKpis(rows: readonly StandingKpiRow[]): WeakKpis {
  const { below, compared, total } = rows[0] ?? { below: 0, compared: 0, total: 0 };
  const standing = toBelowFirst(rows, (row) => row.fromPlan, { most: WEAKEST, isAll: compared === total });
  return { ...standing, below, total };
}

/** A round that has not begun has nothing to be certain of. */
export const toCertainty = (code: CertaintyCode | null): Certainty | null => (code === 'not_started' ? null : code);

const toStatusCounts = (counts: ScoreCounts): StatusCount[] => [
  { status: 'achieved', count: counts.achieved },
  { status: 'on_plan', count: counts.onPlan },
  { status: 'at_risk', count: counts.atRisk },
  { status: 'below_plan', count: counts.belowPlan },
  { status: 'no_data', count: counts.noData },
];

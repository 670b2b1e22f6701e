import { toSpendingPoint } from './spending.server.ts';
import { panels } from '#app/access/viewer.server.ts';
import { shownDifference } from '#domain/numbers/shown-difference.ts';
import { isEndangered } from '#domain/status/endangered.ts';
import type { Tx } from '#db/connect.ts';
import type { RankedAgreement } from '#db/reads/agreement-ranking.ts';
import { getComparedKpis, type ComparedKpi } from '#db/reads/compared-kpis.ts';
import { getSpendingOfProjects } from '#db/reads/spending-progress.ts';
import { getKpiHeat } from './kpi-heat.server.ts';
import { getContributionsOf, getOwnAgreement } from './own-contributions.server.ts';
import { leastCertain, SCORE, toPage } from './ranking.server.ts';
import { getRounds } from './rounds.server.ts';
import type { TacticalPart, TacticalScope } from './tactical.server.ts';
import type { RankRow } from './tactical-view.ts';
import { getTrend } from './trend.server.ts';

/** A unit's own KPIs, those that cost its agreement most first. */
export async function getKpisPart(tx: Tx, scope: TacticalScope): Promise<TacticalPart> {
  const { page, query, compare, perspective } = scope;
  const { unit, fiscalYear, round, asOf, language } = page;
  const own = await getOwnAgreement(tx, scope);
  if (!own) return NOTHING;
  const read = { asOf, language };
  const kpis = await getComparedKpis(tx, { ...read, agreementIds: [own.agreementId], round });
  const earlierIds = own.previousAgreementId === null ? [] : [own.previousAgreementId];
  const before = await getComparedKpis(tx, { ...read, agreementIds: earlierIds, round: compare.round });
  const shown = byPointsLost(kpis.filter((kpi) => perspective === 'ALL' || kpi.perspective === perspective));
  const rows = shown.map((kpi) => toKpiRow(kpi, before));
  const parts = await panels(tx, {
    contributions: query.show === 'rank' ? (inner) => getContributionsOf(inner, scope, own) : null,
    spending:
      query.show === 'rank'
        ? async (inner) =>
            (await getSpendingOfProjects(inner, { ...read, unitId: unit.id, fiscalYear })).map(toSpendingPoint)
        : null,
    heat: query.show === 'heat' ? (inner) => getKpiHeat(inner, scope, own, shown) : null,
    trend: query.show === 'trend' ? (inner) => getTrend(inner, scope, [own], [own.type]) : null,
    options: scope.isChoosing
      ? async (inner) => ({ indicators: [], rounds: await getRounds(inner, scope), units: [] })
      : null,
  });
  return {
    certainty: leastCertain([own]),
    coverage: own.coverage,
    summary: toSummary(own, rows, shown),
    rank: { ok: true, value: toPage(rows, query.page, SCORE) },
    checks: null,
    ...parts,
  };
}

function byPointsLost(kpis: readonly ComparedKpi[]): ComparedKpi[] {
  return [...kpis].sort((left, right) => Number(right.pointsLost ?? -1) - Number(left.pointsLost ?? -1));
}

function toKpiRow(kpi: ComparedKpi, before: readonly ComparedKpi[]): RankRow {
  const previous = before.find((one) => one.indicatorId === kpi.indicatorId)?.score ?? null;
  return {
    key: String(kpi.kpiId),
    name: kpi.name,
    shortName: kpi.name,
    link: { kind: 'kpi', kpiId: kpi.kpiId },
    value: kpi.score,
    target: kpi.plannedScore,
    previous,
    change: shownDifference(kpi.score, previous),
    gap: shownDifference(kpi.score, kpi.plannedScore),
    status: kpi.status,
    state: kpi.score === null ? (kpi.state === 'reported' ? 'missing' : kpi.state) : null,
  };
}

function toSummary(
  own: RankedAgreement,
  rows: readonly RankRow[],
  kpis: readonly ComparedKpi[],
): TacticalPart['summary'] {
  const worst = rows[0];
  return {
    total: rows.length,
    scored: kpis.filter((kpi) => kpi.score !== null).length,
    below3: 0,
    below3Before: 0,
    endangered: rows.filter((row) => isEndangered(row.status)).length,
    score: own.score,
    gap: own.gap,
    worst: worst
      ? { name: worst.name, shortName: worst.shortName, value: worst.value, gap: worst.gap, link: worst.link }
      : null,
  };
}

const NOTHING: TacticalPart = {
  certainty: null,
  coverage: null,
  summary: { total: 0, scored: 0, below3: 0, below3Before: 0, endangered: 0, score: null, gap: null, worst: null },
  rank: { ok: true, value: toPage([], null) },
  contributions: null,
  spending: null,
  checks: null,
  heat: null,
  trend: null,
  options: null,
};

import { toSpendingPoint } from './spending.server.ts';
import { isEndangered } from '#domain/status/endangered.ts';
import { panels } from '#app/access/viewer.server.ts';
import type { Tx } from '#db/connect.ts';
import { getAgreementRanking, type RankedAgreement } from '#db/reads/agreement-ranking.ts';
import type { AgreementType } from '#db/reads/agreement-scores.ts';
import { getComparedKpis, getSharedIndicators } from '#db/reads/compared-kpis.ts';
import { getSpendingOfUnits } from '#db/reads/spending-progress.ts';
import { toMeanContributions, toIndicatorContributions } from './contributions.server.ts';
import { getHeat } from './heat.server.ts';
import { getKpisPart } from './kpis-part.server.ts';
import { getOwnContributions } from './own-contributions.server.ts';
import { isBelow3, leastCertain, orderRows, toPage, toRankRow, worstOf } from './ranking.server.ts';
import { toIndicatorRanking } from './indicator-ranking.server.ts';
import { getRounds } from './rounds.server.ts';
import type { TacticalPart, TacticalScope } from './tactical.server.ts';
import type { RankView, TacticalSummary } from './tactical-view.ts';
import { getTrend } from './trend.server.ts';

export const UNIT_TYPES: Record<'ministries' | 'departments', readonly AgreementType[]> = {
  ministries: ['PM_MIN'],
  departments: ['PS_DG', 'MIN_HEAD', 'PS_GOV'],
};

/** Ministries under the Prime Minister, or the units of one ministry, by the score of their agreement or by an indicator. */
export async function getUnitsPart(tx: Tx, scope: TacticalScope): Promise<TacticalPart> {
  const { page, query, compare, perspective } = scope;
  const { unit, fiscalYear, round, asOf, language } = page;
  const isNation = unit.level === 'PMOC';
  const types = UNIT_TYPES[isNation ? 'ministries' : 'departments'];
  const belowMinistryId = isNation ? undefined : unit.ministryId;
  const args = { types, belowMinistryId, fiscalYear, round, perspective, compare, asOf, language };
  const rows = await getAgreementRanking(tx, args);
  // A ministry without units of its own to compare is compared by its KPIs.
  if (rows.length === 0 && !isNation) return getKpisPart(tx, scope);
  const ids = rows.map((row) => row.agreementId);
  const read = await panels(tx, {
    rank: (inner) => getRank(inner, scope, rows),
    contributions:
      query.show === 'rank'
        ? (inner) => {
            if (query.indicator) return toIndicatorContributions(inner, scope, rows);
            return isNation ? Promise.resolve(toMeanContributions(rows)) : getOwnContributions(inner, scope);
          }
        : null,
    spending:
      query.show === 'rank'
        ? async (inner) =>
            (await getSpendingOfUnits(inner, { unitId: unit.id, fiscalYear, asOf, language })).map(toSpendingPoint)
        : null,
    heat: query.show === 'heat' ? (inner) => getHeat(inner, scope, rows) : null,
    trend: query.show === 'trend' ? (inner) => getTrend(inner, scope, rows, types) : null,
    options: scope.isChoosing
      ? async (inner) => ({
          indicators: await getSharedIndicators(inner, { agreementIds: ids, asOf, language }),
          rounds: await getRounds(inner, scope),
          units: rows.map((row) => ({ code: row.unitCode, name: row.name })),
        })
      : null,
  });
  return {
    certainty: leastCertain(rows),
    coverage: null,
    summary: toSummary(rows, isNation),
    checks: null,
    ...read,
  };
}

async function getRank(tx: Tx, scope: TacticalScope, rows: RankedAgreement[]): Promise<RankView> {
  const { query, page } = scope;
  if (!query.indicator) {
    const order = query.order ?? (page.unit.level === 'PMOC' ? 'score' : 'gap');
    return toPage(orderRows(rows.map(toRankRow), order), query.page);
  }
  const now = await getComparedKpis(tx, {
    agreementIds: rows.map((row) => row.agreementId),
    round: page.round,
    indicatorCode: query.indicator,
    asOf: page.asOf,
    language: page.language,
  });
  return toIndicatorRanking(tx, scope, rows, now);
}

function toSummary(rows: RankedAgreement[], isNation: boolean): TacticalSummary {
  return {
    total: rows.length,
    scored: rows.filter((row) => row.score !== null).length,
    below3: rows.filter((row) => isBelow3(row.score)).length,
    below3Before: rows.filter((row) => isBelow3(row.previousScore)).length,
    endangered: rows.filter((row) => isEndangered(row.status)).length,
    score: null,
    gap: null,
    worst: worstOf(rows.map(toRankRow), isNation ? 'score' : 'gap'),
  };
}

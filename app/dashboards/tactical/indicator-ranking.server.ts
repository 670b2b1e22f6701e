import { shownDifference } from '#domain/numbers/shown-difference.ts';
import type { Tx } from '#db/connect.ts';
import type { RankedAgreement } from '#db/reads/agreement-ranking.ts';
import { getComparedKpis, type ComparedKpi } from '#db/reads/compared-kpis.ts';
import { orderRows, toPage } from './ranking.server.ts';
import type { TacticalScope } from './tactical.server.ts';
import type { RankRow, RankView } from './tactical-view.ts';

/** The same units by one indicator in its own measure; units that do not promise it are left out. */
export async function toIndicatorRanking(
  tx: Tx,
  { page, query, compare }: TacticalScope,
  rows: readonly RankedAgreement[],
  now: readonly ComparedKpi[],
): Promise<RankView> {
  const before = await getComparedKpis(tx, {
    agreementIds: rows.flatMap((row) => row.previousAgreementId ?? []),
    round: compare.round,
    indicatorCode: query.indicator,
    asOf: page.asOf,
    language: page.language,
  });
  const definition = now[0];
  const measure = {
    name: definition?.name ?? null,
    unit: definition?.unitOfMeasure ?? null,
    decimals: definition?.decimals ?? 2,
    isLowerBetter: definition?.isLowerBetter ?? false,
    lowest: 1 as const,
  };
  const ranked = now.flatMap((kpi) => {
    const row = rows.find((one) => one.unitId === kpi.unitId);
    const earlier = before.find((one) => one.unitId === kpi.unitId)?.actual ?? null;
    return row ? [toRow(row, kpi, earlier)] : [];
  });
  return toPage(orderRows(ranked, query.order ?? 'score', measure.isLowerBetter), query.page, measure);
}

function toRow(row: RankedAgreement, kpi: ComparedKpi, previous: string | null): RankRow {
  return {
    key: row.unitCode,
    name: row.name,
    shortName: row.shortName,
    link: { kind: 'kpi', kpiId: kpi.kpiId },
    value: kpi.actual,
    target: kpi.planned,
    previous,
    change: shownDifference(kpi.actual, previous, kpi.decimals),
    gap: shownDifference(kpi.actual, kpi.planned, kpi.decimals),
    status: kpi.status,
    state: kpi.actual === null ? (kpi.state === 'reported' ? 'missing' : kpi.state) : null,
  };
}

import type { Tx } from '#db/connect.ts';
import type { RankedAgreement } from '#db/reads/agreement-ranking.ts';
import { getComparedKpis, type ComparedKpi } from '#db/reads/compared-kpis.ts';
import { getPerspectiveScores, type PerspectiveScore } from '#db/reads/perspective-scores.ts';
import { getListNames } from '#db/reads/project-record.ts';
import { orderRows, toRankRow } from './ranking.server.ts';
import type { TacticalScope } from './tactical.server.ts';
import type { HeatColumn, HeatValue, HeatView } from './tactical-view.ts';

/** Columns of 110 px or more beside the names. */
const MOST_COLUMNS = 5;
const TOTAL: HeatColumn = { key: 'ALL', name: '', indicator: null };

/** Unit × KPI: the indicators that most of the units promise; where hardly any is shared, the perspectives. */
export async function getHeat(tx: Tx, scope: TacticalScope, rows: readonly RankedAgreement[]): Promise<HeatView> {
  const { round, asOf, language } = scope.page;
  const agreementIds = rows.map((row) => row.agreementId);
  const kpis = await getComparedKpis(tx, { agreementIds, round, asOf, language });
  const shared = sharedIndicators(kpis);
  if (shared.length >= 2) return toHeat(rows, shared, (row, column) => toKpiCell(kpis, row, column));
  const scores = await getPerspectiveScores(tx, { agreementIds, round, asOf });
  const names = await getListNames(tx, { list: 'perspective', language });
  const columns = names.map(({ code, name }) => ({ key: code, name, indicator: null }));
  return toHeat(rows, columns, (row, column) => toScoreCell(scores, row, column));
}

function toHeat(
  rows: readonly RankedAgreement[],
  columns: HeatColumn[],
  toCell: (row: RankedAgreement, column: HeatColumn) => HeatValue,
): HeatView {
  const byKey = new Map(rows.map((row) => [row.unitCode, row]));
  const ordered = orderRows(rows.map(toRankRow), 'score').map((row) => byKey.get(row.key)!);
  return {
    columns: [TOTAL, ...columns],
    rows: ordered.map((row) => ({
      key: row.unitCode,
      name: row.name,
      link: { kind: 'unit', code: row.unitCode },
      cells: [
        {
          value: row.score,
          status: row.status,
          state: row.score === null ? 'missing' : null,
          link: { kind: 'unit', code: row.unitCode },
        },
        ...columns.map((column) => toCell(row, column)),
      ],
    })),
  };
}

function sharedIndicators(kpis: readonly ComparedKpi[]): HeatColumn[] {
  const held = new Map<string, { column: HeatColumn; count: number }>();
  for (const kpi of kpis) {
    const one = held.get(kpi.indicatorCode);
    if (one) one.count += 1;
    else
      held.set(kpi.indicatorCode, {
        column: { key: kpi.indicatorCode, name: kpi.name, indicator: kpi.indicatorCode },
        count: 1,
      });
  }
  return [...held.values()]
    .filter(({ count }) => count > 1)
    .sort((left, right) => right.count - left.count || (left.column.key < right.column.key ? -1 : 1))
    .slice(0, MOST_COLUMNS)
    .map(({ column }) => column);
}

function toKpiCell(kpis: readonly ComparedKpi[], row: RankedAgreement, column: HeatColumn): HeatValue {
  const kpi = kpis.find((one) => one.agreementId === row.agreementId && one.indicatorCode === column.key);
  if (!kpi) return { value: null, status: null, state: 'not_applicable', link: null };
  const link = { kind: 'kpi' as const, kpiId: kpi.kpiId };
  if (kpi.score !== null) return { value: kpi.score, status: kpi.status, state: null, link };
  return { value: null, status: null, state: kpi.state === 'reported' ? 'missing' : kpi.state, link };
}

function toScoreCell(scores: readonly PerspectiveScore[], row: RankedAgreement, column: HeatColumn): HeatValue {
  const score = scores.find((one) => one.agreementId === row.agreementId && one.perspective === column.key);
  const link = { kind: 'agreement' as const, id: row.agreementId };
  if (!score) return { value: null, status: null, state: 'not_applicable', link: null };
  return { value: score.score, status: score.status, state: score.score === null ? 'missing' : null, link };
}

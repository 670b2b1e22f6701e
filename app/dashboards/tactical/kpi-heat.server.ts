import type { Tx } from '#db/connect.ts';
import type { RankedAgreement } from '#db/reads/agreement-ranking.ts';
import { getComparedKpis, type ComparedKpi } from '#db/reads/compared-kpis.ts';
import type { TacticalScope } from './tactical.server.ts';
import type { HeatValue, HeatView } from './tactical-view.ts';

/** One agreement's KPIs through the rounds of its year. */
export async function getKpiHeat(
  tx: Tx,
  { page }: TacticalScope,
  own: RankedAgreement,
  shown: readonly ComparedKpi[],
): Promise<HeatView> {
  const { asOf, language } = page;
  const byRound: ComparedKpi[][] = [];
  for (const round of [6, 9, 12])
    byRound.push(await getComparedKpis(tx, { agreementIds: [own.agreementId], round, asOf, language }));
  return {
    columns: [6, 9, 12].map((round) => ({ key: String(round), name: '', indicator: null })),
    rows: shown.map((kpi) => ({
      key: String(kpi.kpiId),
      name: kpi.name,
      link: { kind: 'kpi', kpiId: kpi.kpiId },
      cells: byRound.map((kpis) => toCell(kpis.find((one) => one.kpiId === kpi.kpiId))),
    })),
  };
}

function toCell(kpi: ComparedKpi | undefined): HeatValue {
  if (!kpi) return { value: null, status: null, state: 'not_due', link: null };
  const link = { kind: 'kpi' as const, kpiId: kpi.kpiId };
  if (kpi.score !== null) return { value: kpi.score, status: kpi.status, state: null, link };
  return { value: null, status: null, state: kpi.state === 'reported' ? 'missing' : kpi.state, link };
}

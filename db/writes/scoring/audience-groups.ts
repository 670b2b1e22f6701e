import type { FigureRow, KpiRow } from './load-agreements.ts';

/** A set of audiences that sees exactly the same behind an agreement's scores, with the figures that it sees per KPI. */
export type AudienceGroup = { audiences: number; audience: number; figures: ReadonlyMap<number, readonly FigureRow[]> };

/**
 * Groups the audiences that can look at a unit by what they see of its KPIs' figures, and of the earlier scores that its own are
 * compared with: what one of them may not see must not come to it in a difference or a forecast. Mostly one group.
 */
export function audienceGroups(
  reach: number,
  kpis: readonly KpiRow[],
  figuresOf: (kpi: KpiRow) => readonly FigureRow[],
  compared: readonly { audiences: number }[],
): AudienceGroup[] {
  const masks = [...new Set(compared.map(({ audiences }) => audiences))];
  const groups = new Map<string, AudienceGroup>();
  for (let bit = 0; bit < 9; bit += 1) {
    const mask = 1 << bit;
    if ((reach & mask) === 0) continue;
    const figures = new Map(
      kpis.map((kpi) => [kpi.kpi_id, figuresOf(kpi).filter((figure) => figure.audiences & mask)]),
    );
    const shown = [...figures.values()].map((rows) => rows.map((row) => `${row.period_id}:${row.audiences}`).join());
    const signature = [...shown, masks.filter((one) => one & mask).join()].join(';');
    const known = groups.get(signature);
    groups.set(
      signature,
      known ? { ...known, audiences: known.audiences | mask } : { audiences: mask, audience: bit, figures },
    );
  }
  return [...groups.values()];
}

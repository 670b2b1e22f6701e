import type { RankRow, TacticalView } from '#app/dashboards/tactical/tactical-view.ts';

/** A department below its plan and lower than in the round before. */
export const buildRankRow = (changes: Partial<RankRow> = {}): RankRow => ({
  key: '03003',
  name: 'กรมบัญชีกลาง',
  shortName: 'บก.',
  link: { kind: 'unit', code: '03003' },
  value: '2.9100',
  target: '3.5300',
  previous: '3.1000',
  change: '-0.19',
  gap: '-0.62',
  status: 'below_plan',
  state: null,
  ...changes,
});

/** A ministry's departments, ranked against the nine-month round. */
export const buildTacticalView = (changes: Partial<TacticalView> = {}): TacticalView => {
  const row = buildRankRow();
  return {
    title: 'เปรียบเทียบ กระทรวงการคลัง ปี 2569',
    kind: 'departments',
    unit: { code: '03000', name: 'กระทรวงการคลัง' },
    fiscalYear: 2569,
    round: 12,
    asOf: null,
    publicationId: 42,
    asOfOn: '2026-11-20',
    certainty: 'preliminary',
    coverage: null,
    sliceName: null,
    query: { show: 'rank', pair: [], by: 'month', page: null },
    compare: { fiscalYear: 2569, round: 9 },
    summary: {
      total: 9,
      scored: 9,
      below3: 1,
      below3Before: 2,
      endangered: 3,
      score: null,
      gap: null,
      worst: { name: row.name, shortName: row.shortName, value: row.value, gap: row.gap, link: row.link },
    },
    rank: {
      ok: true,
      value: {
        measure: { name: null, unit: null, decimals: 2, isLowerBetter: false, lowest: 1 },
        rows: [row, buildRankRow({ key: '03004', name: 'กรมศุลกากร', link: { kind: 'unit', code: '03004' }, status: 'on_plan' })],
        total: 9,
        page: 1,
        pages: 1,
      },
    },
    contributions: {
      ok: true,
      value: {
        of: 'kpis',
        places: 2,
        from: '3.90',
        to: '3.68',
        change: '-0.22',
        leading: [
          { key: '1', name: 'ระยะเวลาออกใบอนุญาต', part: '-0.18', link: { kind: 'kpi', kpiId: 1 } },
          { key: '2', name: 'ร้อยละการเบิกจ่าย', part: '-0.10', link: { kind: 'kpi', kpiId: 2 } },
          { key: '3', name: 'ความพึงพอใจ', part: '0.08', link: { kind: 'kpi', kpiId: 3 } },
        ],
        rest: { count: 6, part: '-0.02' },
        effects: null,
      },
    },
    spending: {
      ok: true,
      value: [
        { key: '03003', kind: 'unit', name: 'กรมบัญชีกลาง', shortName: 'บก.', spentPercent: '80.0000', donePercent: '48.0000' },
        { key: '03004', kind: 'unit', name: 'กรมศุลกากร', shortName: 'กศก.', spentPercent: '61.2000', donePercent: '60.0000' },
      ],
    },
    checks: null,
    heat: null,
    trend: null,
    options: null,
    sheet: { ok: true, value: null },
    ...changes,
  };
};

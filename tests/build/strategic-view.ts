import type { AgreementView, NationView, ScoredUnit, ScoreView, StrategicFrame, WeakKpi } from '#app/dashboards/strategic/strategic-view.ts';

const frame: StrategicFrame = {
  title: 'ติดตามผล',
  unit: { code: '03000', name: 'กระทรวงการคลัง', level: 'MOC' },
  fiscalYear: 2569,
  round: 12,
  asOf: null,
  publicationId: 7,
  asOfOn: '2026-11-20',
  certainty: 'preliminary',
  slice: { kind: 'all', code: '', name: '' },
  running: { ok: true, value: { fiscalYear: 2570, round: 6, endsOn: '2027-03-31', coverage: '1.0000', forecastScore: null, forecastWithheld: 'too_few_points' } },
  sheet: { ok: true, value: null },
};

export const buildScore = (given: Partial<ScoreView> = {}): ScoreView => ({
  perspective: 'ALL',
  score: '3.6825',
  plannedScore: '3.9000',
  previousScore: '3.7300',
  gap: '-0.22',
  change: '-0.05',
  coverage: '1.0000',
  status: 'at_risk',
  forecastScore: null,
  forecastLow: null,
  forecastHigh: null,
  forecastWithheld: null,
  ...given,
});

export const buildScoredUnit = (given: Partial<ScoredUnit> = {}): ScoredUnit => ({
  agreementId: 11,
  unitCode: '03003',
  name: 'กรมธนารักษ์',
  shortName: 'ธร.',
  score: '2.9000',
  plannedScore: '3.5200',
  previousScore: '3.1000',
  gap: '-0.62',
  change: '-0.20',
  status: 'below_plan',
  makerTitle: 'อธิบดีกรมธนารักษ์',
  ...given,
});

export const buildWeakKpi = (given: Partial<WeakKpi> = {}): WeakKpi => ({
  kpiId: 41,
  name: 'ระยะเวลาออกใบอนุญาต',
  unitName: 'กระทรวงการคลัง',
  score: '1.9000',
  plannedScore: '3.8000',
  fromPlan: '-1.90',
  status: 'below_plan',
  ownerTitle: 'ผู้อำนวยการกองคลัง',
  ...given,
});

/** The Ministry of Finance's agreement with the Prime Minister: 3.68 against a plan of 3.90. */
export function buildAgreementBoard(given: Partial<AgreementView> = {}): AgreementView {
  return {
    ...frame,
    kind: 'agreement',
    agreement: { id: 5, type: 'PM_MIN', makerTitle: 'รัฐมนตรีว่าการกระทรวงการคลัง', recipientTitle: 'นายกรัฐมนตรี' },
    leadsWith: 'score',
    score: buildScore(),
    perspectives: [buildScore({ perspective: 'EFF', score: '3.7875' }), buildScore({ perspective: 'ORG', score: '1.9000' })],
    history: {
      ok: true,
      value: [
        { periodId: 256920001, endsOn: '2025-10-31', score: '3.9500', plannedScore: '3.9000' },
        { periodId: 256920002, endsOn: '2025-11-30', score: '3.8000', plannedScore: '3.9000' },
      ],
    },
    weakest: {
      ok: true,
      value: { found: 'below', rows: [buildWeakKpi()], below: 1, total: 3 },
    },
    below: { ok: true, value: { kind: 'units', units: [buildScoredUnit()], total: 9, endangered: 3 } },
    statuses: { ok: true, value: [{ status: 'achieved', count: 2 }, { status: 'below_plan', count: 1 }] },
    counterpart: { ok: true, value: { agreementId: 6, type: 'MIN_PS', score: '3.7200' } },
    ...given,
  };
}

/** Twenty ministries, two of them below 3.00. */
export function buildNationBoard(given: Partial<NationView> = {}): NationView {
  const ministry = (index: number): ScoredUnit =>
    buildScoredUnit({ unitCode: String(index).padStart(5, '0'), name: `กระทรวงที่ ${index}`, shortName: `ก${index}`, score: index < 3 ? `2.${index}000` : '3.9000', agreementId: index });
  return {
    ...frame,
    unit: { code: 'PMOC', name: 'ศูนย์ปฏิบัติการนายกรัฐมนตรี', level: 'PMOC' },
    kind: 'nation',
    counts: { total: 20, scored: 20, below3: 2, onCourse: 17, fell: 1, rose: 4, byStatus: [{ status: 'achieved', count: 17 }] },
    ministries: { ok: true, value: Array.from({ length: 20 }, (_, index) => ministry(index + 1)) },
    moved: { ok: true, value: [] },
    weakest: { ok: true, value: { found: 'nothing', rows: [], below: 0, total: 0 } },
    ...given,
  };
}

import type { PhaseView, ProjectRow, ProjectsView } from '#app/projects/projects-view.ts';
import type { ProjectView } from '#app/projects/project-view.ts';

/** A project as the table lists it: late, over cost, its gate blocking. */
export const buildProjectRow = (changes: Partial<ProjectRow> = {}): ProjectRow => ({
  code: 'P-001',
  name: 'โครงการเชื่อมโยงข้อมูลใบอนุญาตกลาง',
  unitName: 'กรมบัญชีกลาง',
  unitShortName: 'บก.',
  phase: 4,
  status: 'below_plan',
  slipDays: 212,
  costVariance: '-20.0000',
  spentShare: '61.2000',
  percentDone: '48.00',
  eaGate: 'blocking',
  ownerTitle: 'ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศ',
  plannedStartOn: '2025-10-01',
  plannedEndOn: '2026-04-22',
  forecastEndOn: '2026-12-31',
  actualEndOn: null,
  flags: [],
  indicatorCode: 'KPI-01',
  indicatorName: 'ร้อยละของใบอนุญาตที่ออกตามกำหนด',
  kpi: { id: 11, no: '1.1', agreementId: 7, agreementUnit: 'บก.' },
  ...changes,
});

const buildPhase = (phase: number, changes: Partial<PhaseView> = {}): PhaseView => ({
  phase,
  name: `ขั้น ${phase}`,
  projects: 10,
  valueBaht: '1234560000',
  lateOver30Days: 0,
  ...changes,
});

export const buildProjectsView = (changes: Partial<ProjectsView> = {}): ProjectsView => {
  const rows = [buildProjectRow()];
  return {
    title: 'โครงการ กระทรวงการคลัง ปี 2570',
    unit: { code: '03000', name: 'กระทรวงการคลัง' },
    fiscalYear: 2570,
    publicationId: 42,
    asOf: null,
    asOfOn: '2026-11-20',
    certainty: 'mid_round',
    query: { sort: 'slip', isAscending: false, page: null },
    sliceName: null,
    hasFilters: false,
    total: {
      projects: 58,
      valueBaht: '5000000000',
      lateOver30Days: 5,
      lateValueBaht: '812400000',
      atRisk: 4,
      gatesBlocking: 1,
    },
    phases: { ok: true, value: [1, 2, 3, 4, 5].map((phase) => buildPhase(phase)) },
    table: { ok: true, value: { rows, matches: 58, page: 1, pages: 3 } },
    slowest: { ok: true, value: { code: 'P-001', name: rows[0]!.name, slipDays: 212, isForecast: false } },
    options: null,
    sheet: { ok: true, value: null },
    ...changes,
  };
};

export const buildProjectView = (changes: Partial<ProjectView['project']> = {}): ProjectView => ({
  title: 'โครงการ',
  publicationId: 42,
  asOfOn: '2026-11-20',
  project: {
    id: 5,
    code: 'P-001',
    name: 'โครงการเชื่อมโยงข้อมูลใบอนุญาตกลาง',
    unitCode: '03003',
    unitName: 'กรมบัญชีกลาง',
    ministryCode: '03000',
    ministryName: 'กระทรวงการคลัง',
    kind: 'พัฒนาระบบ',
    exchangesData: true,
    systemName: 'ระบบงานบริหารงบประมาณ การเงินและบัญชี',
    layerName: null,
    strategyName: null,
    provinceName: null,
    valueBaht: '10000000.01',
    plannedCost: '10000000',
    projectedCost: '12000000',
    actualCost: null,
    currency: 'THB',
    fromFiscalYear: 2569,
    toFiscalYear: 2570,
    phase: 4,
    percentDone: '48.00',
    plannedPercent: '75.50',
    plannedStartOn: '2025-10-01',
    plannedEndOn: '2026-04-22',
    forecastEndOn: '2026-10-31',
    actualEndOn: null,
    eaWaiverReason: null,
    eaGate: 'blocking',
    ownerTitle: 'ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศ',
    reportedOn: '2026-11-15',
    status: 'below_plan',
    slipDays: 212,
    costVariance: '-20.0000',
    spentShare: '61.2000',
    flags: ['forecast_past', 'gate_blocking'],
    classification: 'public',
    ...changes,
  },
  phases: {
    ok: true,
    value: ['ศึกษาความเป็นไปได้', 'ออกแบบ', 'วางแผน', 'พัฒนา', 'ใช้งานจริง'].map((name, index) => ({
      code: String(index + 1),
      name,
      shortName: name,
    })),
  },
  milestones: {
    ok: true,
    value: [
      { code: 'M1', title: 'ลงนามสัญญา', dueOn: '2025-12-01', doneOn: '2025-12-10', overdueDays: 0, ownerTitle: 'ผู้อำนวยการกองพัสดุ' },
      { code: 'M2', title: 'ทดสอบระบบ', dueOn: '2026-10-01', doneOn: null, overdueDays: 50, ownerTitle: null },
      { code: 'M3', title: 'เปิดใช้งาน', dueOn: '2027-01-15', doneOn: null, overdueDays: 0, ownerTitle: null },
    ],
  },
  money: {
    ok: true,
    value: [
      { fiscalYear: 2569, allocatedBaht: '8000000', committedBaht: '7900000', disbursedBaht: '6120000', throughOn: '2026-09-30' },
      { fiscalYear: 2570, allocatedBaht: '2000000', committedBaht: '0', disbursedBaht: null, throughOn: '2026-10-31' },
    ],
  },
  served: {
    ok: true,
    value: {
      indicator: { code: 'KPI-01', name: 'ร้อยละของใบอนุญาตที่ออกตามกำหนด' },
      kpis: [
        { kpiId: 11, kpiNo: '1.1', agreementId: 7, type: 'PM_MIN', fiscalYear: 2570, unitShortName: 'บก.', score: '3.6800', status: 'at_risk' },
      ],
    },
  },
  sheet: { ok: true, value: null },
});

import { PERSPECTIVE } from './choices.ts';
import type { Row } from '../checks/row.ts';
import type { CellType, Contract, ContractColumn } from './contract.ts';

const column = (
  name: string,
  th: string,
  en: string,
  type: CellType,
  example = '',
  isRequired = false,
): ContractColumn => ({
  name,
  th,
  en,
  type,
  isRequired,
  aboutTh: th,
  aboutEn: en,
  example,
});
const NUMBER: CellType = { kind: 'number' };
const CODE: CellType = { kind: 'code' };
const ROUNDS = [6, 9, 12] as const;
const LEVELS = [1, 2, 3, 4, 5] as const;

/** Thresholds of the year, then of each round that differs. */
const thresholds = LEVELS.map((level) =>
  column(
    `t${level}`,
    `ค่าเกณฑ์ระดับ ${level}`,
    `Threshold ${level}`,
    NUMBER,
    ['60', '65', '70', '75', '80'][level - 1],
    true,
  ),
);
const roundThresholds = ROUNDS.flatMap((round) =>
  LEVELS.map((level) =>
    column(
      `t${level}_${round}`,
      `ค่าเกณฑ์ระดับ ${level} รอบ ${round} เดือน`,
      `Threshold ${level}, ${round} months`,
      NUMBER,
    ),
  ),
);
const weights = ROUNDS.map((round) =>
  column(
    `weight_${round}`,
    `น้ำหนัก รอบ ${round} เดือน`,
    `Weight, ${round} months`,
    { kind: 'number', min: 0, max: 100 },
    '20',
    round === 12,
  ),
);
const plans = ROUNDS.map((round) =>
  column(`plan_${round}`, `แผนสะสม รอบ ${round} เดือน`, `Cumulative plan, ${round} months`, NUMBER, '75', round === 12),
);

/** One KPI of a performance agreement (คำรับรองการปฏิบัติราชการ) per row; the agreement's own columns repeat. */
export const agreement: Contract = {
  dataset: 'agreement',
  version: '1',
  th: 'คำรับรองการปฏิบัติราชการ',
  en: 'Performance agreements',
  columns: [
    column('agreement_code', 'รหัสคำรับรอง', 'Agreement code', CODE, 'PA-2570-03000-MIN', true),
    column(
      'agreement_type',
      'ประเภทคำรับรอง',
      'Agreement type',
      { kind: 'choice', values: ['PM_MIN', 'MIN_PS', 'PS_DG', 'PS_GOV', 'MIN_HEAD'] },
      'PM_MIN',
      true,
    ),
    column('fiscal_year', 'ปีงบประมาณ', 'Fiscal year', { kind: 'year', era: 'buddhist' }, '2570', true),
    column('unit_code', 'รหัสหน่วยงาน', 'Unit code', { kind: 'unit' }, '03000', true),
    column('maker_position', 'ตำแหน่งผู้ทำคำรับรอง', 'Maker position', CODE, 'minister-03000', true),
    column('recipient_position', 'ตำแหน่งผู้รับคำรับรอง', 'Recipient position', CODE, 'pm', true),
    column(
      'status',
      'สถานะคำรับรอง',
      'Agreement status',
      {
        kind: 'choice',
        values: ['draft', 'signed', 'amended', 'closed'],
        words: { ร่าง: 'draft', ลงนามแล้ว: 'signed', ฉบับแก้ไข: 'amended' },
      },
      'signed',
    ),
    column('signed_on', 'วันที่ลงนาม', 'Signed on', { kind: 'date' }, '2026-10-30'),
    column('kpi_no', 'ลำดับตัวชี้วัด', 'KPI number', CODE, '1.1', true),
    column('parent_no', 'ลำดับตัวชี้วัดหลัก', 'Parent KPI number', CODE),
    column('indicator_code', 'รหัสตัวชี้วัด', 'Indicator code', { kind: 'indicator' }, 'SV-01', true),
    column('perspective', 'มิติการประเมิน', 'Perspective', PERSPECTIVE, 'QUA', true),
    column(
      'kpi_type',
      'ชนิดตัวชี้วัด',
      'KPI type',
      {
        kind: 'choice',
        values: ['higher', 'lower', 'milestone', 'yes_no', 'closest'],
        words: {
          ยิ่งมากยิ่งดี: 'higher',
          ยิ่งน้อยยิ่งดี: 'lower',
          ขั้นตอนการดำเนินงาน: 'milestone',
          'มี/ไม่มี': 'yes_no',
          ยิ่งใกล้ยิ่งดี: 'closest',
        },
      },
      'higher',
      true,
    ),
    column('target', 'ค่าเป้าหมายทั้งปี', 'Target of the year', NUMBER, '80'),
    column('floor', 'คะแนนต่ำสุด', 'Floor', { kind: 'choice', values: ['one', 'zero'] }),
    column('link_type', 'ความเชื่อมโยง', 'Link type', {
      kind: 'choice',
      values: ['same', 'cascade', 'proxy', 'contribution'],
    }),
    column('linked_agreement', 'คำรับรองที่เชื่อม', 'Linked agreement', CODE),
    column('linked_kpi_no', 'ตัวชี้วัดที่เชื่อม', 'Linked KPI number', CODE),
    column('starts_in_round', 'เริ่มรอบ', 'Starts in round', { kind: 'choice', values: ['6', '9', '12'] }),
    column('cancelled_in_round', 'ยกเลิกรอบ', 'Cancelled in round', { kind: 'choice', values: ['6', '9', '12'] }),
    column('milestone_mode', 'วิธีนับขั้นตอน', 'Milestone mode', {
      kind: 'choice',
      values: ['sequential', 'part_credit', 'counting'],
    }),
    column('owner_title', 'ผู้กำกับดูแลตัวชี้วัด (ตำแหน่ง)', 'Owner (position)', { kind: 'text', maxLength: 300 }),
    ...weights,
    ...thresholds,
    ...roundThresholds,
    ...plans,
  ],
  check: checkAgreement,
  keyOf: ({ values }) => `${values.agreement_code}|${values.kpi_no}`,
};

/** Rule: thresholds run one way. Rising ones want more, falling ones less; a mixture cannot be scored. */
function checkAgreement(row: Row): void {
  // Rule: a promise binds once it is signed; without a day of signing it is a draft.
  row.values.status ??= row.text('signed_on') === null ? 'draft' : 'signed';
  checkLadder(
    row,
    LEVELS.map((level) => `t${level}`),
  );
  for (const round of ROUNDS) {
    const names = LEVELS.map((level) => `t${level}_${round}`);
    const given = names.filter((name) => row.text(name) !== null).length;
    if (given > 0 && given < LEVELS.length)
      row.reject(
        'thresholds_incomplete',
        names.find((name) => row.text(name) === null)!,
        { round },
      );
    else if (given > 0) checkLadder(row, names);
  }
  if (row.text('link_type') !== null && row.text('linked_kpi_no') === null)
    row.reject('link_without_kpi', 'linked_kpi_no');
  const [type, first, last] = [row.text('kpi_type'), row.number('t1'), row.number('t5')];
  if (type === 'higher' && first && last && last.lt(first)) row.warn('direction_contradicts', 'kpi_type', { type });
  if (type === 'lower' && first && last && last.gt(first)) row.warn('direction_contradicts', 'kpi_type', { type });
}

function checkLadder(row: Row, names: string[]): void {
  const steps = names.map((name) => row.number(name)!);
  const rises = steps.every((step, i) => i === 0 || step.gte(steps[i - 1]!));
  const falls = steps.every((step, i) => i === 0 || step.lte(steps[i - 1]!));
  if (!rises && !falls)
    row.reject('thresholds_not_monotone', names[0]!, { thresholds: steps.map((step) => step.toFixed()).join(' · ') });
}

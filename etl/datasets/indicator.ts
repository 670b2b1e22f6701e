import { CLASSIFICATION, PERSPECTIVE } from './choices.ts';
import type { Row } from '../checks/row.ts';
import type { CellType, Contract, ContractColumn } from './contract.ts';

const column = (
  name: string,
  th: string,
  en: string,
  type: CellType,
  example: string,
  isRequired = false,
): ContractColumn => ({
  name,
  th,
  en,
  type,
  isRequired,
  aboutTh: ABOUT[name]?.[0] ?? th,
  aboutEn: ABOUT[name]?.[1] ?? en,
  example,
});
const choice = (...values: string[]): CellType => ({ kind: 'choice', values });
const text = (maxLength = 500): CellType => ({ kind: 'text', maxLength });

const ABOUT: Record<string, [th: string, en: string]> = {
  org_rollup: ['วิธีรวมข้ามหน่วยงาน ร้อยละใช้ ratio_of_sums เสมอ', 'How units add up; a percentage is always ratio_of_sums'],
  time_rollup: ['วิธีรวมข้ามเวลา', 'How periods add up'],
  of_record: [
    'เมื่อมีทั้งค่าที่รายงานและค่าที่คำนวณจากหน่วยใต้สังกัด ใช้ค่าใด',
    'Which counts when a figure is both reported and computed from below',
  ],
  tolerance: ['ส่วนต่างสัมพัทธ์สูงสุดที่ยอมได้ เช่น 0.005', 'Largest relative difference that is let pass, e.g. 0.005'],
  ratio_scale: ['ตัวคูณของสัดส่วน ร้อยละคือ 100', 'Multiplier of the ratio; 100 for a percentage'],
};

/** The register of indicators: what each one means and how it rolls up. */
export const indicator: Contract = {
  dataset: 'indicator',
  version: '1',
  th: 'ทะเบียนตัวชี้วัด',
  en: 'Register of indicators',
  columns: [
    column('indicator_code', 'รหัสตัวชี้วัด', 'Indicator code', { kind: 'code' }, 'SV-01', true),
    column('name_th', 'ชื่อตัวชี้วัด', 'Name', text(), 'ร้อยละของคำขอที่แล้วเสร็จภายในกำหนด', true),
    column('name_en', 'ชื่อภาษาอังกฤษ', 'English name', text(), 'Applications finished on time', true),
    column('unit_of_measure', 'หน่วยนับ', 'Unit of measure', text(80), 'ร้อยละ', true),
    column(
      'direction',
      'ทิศทาง',
      'Direction',
      {
        kind: 'choice',
        values: ['higher', 'lower', 'closest'],
        words: { ยิ่งมากยิ่งดี: 'higher', ยิ่งน้อยยิ่งดี: 'lower', ยิ่งใกล้ยิ่งดี: 'closest' },
      },
      'ยิ่งมากยิ่งดี',
      true,
    ),
    column(
      'org_rollup',
      'รวมข้ามหน่วยงาน',
      'Across units',
      choice('sum', 'ratio_of_sums', 'weighted_avg', 'avg', 'min', 'max', 'latest', 'none'),
      'ratio_of_sums',
      true,
    ),
    column('time_rollup', 'รวมข้ามเวลา', 'Across time', choice('sum', 'last', 'avg', 'ytd', 'max', 'min'), 'sum', true),
    column(
      'frequency',
      'ความถี่',
      'Frequency',
      {
        kind: 'choice',
        values: ['day', 'month', 'quarter', 'year'],
        words: { รายวัน: 'day', รายเดือน: 'month', รายไตรมาส: 'quarter', รายปี: 'year' },
      },
      'รายเดือน',
      true,
    ),
    column('decimals', 'ทศนิยม', 'Decimals', { kind: 'number', min: 0, max: 6, isWhole: true }, '2'),
    column('is_share', 'เป็นสัดส่วน 0–100', 'Is a share', { kind: 'flag' }, 'ใช่'),
    column('ratio_scale', 'ตัวคูณสัดส่วน', 'Ratio scale', { kind: 'number', min: 0 }, '100'),
    column('owner_unit_code', 'หน่วยงานเจ้าของ', 'Owner unit', { kind: 'unit' }, '03000', true),
    column('perspective', 'มิติการประเมิน', 'Perspective', PERSPECTIVE, 'QUA'),
    column('strategy', 'มิติยุทธศาสตร์', 'Strategy', choice('1', '3', '6'), ''),
    column('system', 'ระบบ Back Office', 'Back Office system', { kind: 'code' }, ''),
    column('layer', 'ชั้น (Layer)', 'Layer', choice('1', '2', '3', '4', '5'), ''),
    column('classification', 'ชั้นข้อมูล', 'Classification', CLASSIFICATION, 'public'),
    column('definition', 'คำนิยาม', 'Definition', text(4_000), ''),
    column('formula', 'สูตร', 'Formula', text(2_000), ''),
    column('source', 'แหล่งข้อมูล', 'Source', text(1_000), ''),
    column('of_record', 'ค่าที่ถือเป็นทางการ', 'Of record', choice('computed', 'reported'), 'computed'),
    column('tolerance', 'ส่วนต่างที่ยอมได้', 'Tolerance', { kind: 'number', min: 0, max: 1 }, '0.005'),
    column('valid_from', 'ใช้ตั้งแต่', 'Valid from', { kind: 'date' }, '2026-10-01'),
    column('valid_to', 'ใช้ถึง', 'Valid to', { kind: 'date' }, ''),
  ],
  check: checkIndicator,
  keyOf: ({ values }) => values.indicator_code ?? '',
};

/** Percentages of different sizes have no plain mean: the parts are added up and divided once. */
function checkIndicator(row: Row): void {
  const rollup = row.text('org_rollup');
  if (row.text('is_share') === 'true' && (rollup === 'sum' || rollup === 'avg'))
    row.reject('share_needs_ratio', 'org_rollup', { rollup });
  const [from, to] = [row.text('valid_from'), row.text('valid_to')];
  if (from && to && to < from) row.reject('end_before_start_strict', 'valid_to', { start: from });
}

import { daysBetween } from '#domain/time/fiscal-calendar.ts';
import { sameNumber } from '../checks/numbers.ts';
import type { Row } from '../checks/row.ts';
import type { Contract, ContractColumn } from './contract.ts';

const date = (name: string, th: string, en: string, example = ''): ContractColumn => ({
  name, th, en, type: { kind: 'date' }, aboutTh: 'วันที่ เช่น 1 ต.ค. 2569 หรือ 2026-10-01', aboutEn: 'A date, e.g. 2026-10-01 or 1 ต.ค. 2569', example,
});
const number = (name: string, th: string, en: string, aboutTh: string, aboutEn: string, example = ''): ContractColumn => ({
  name, th, en, type: { kind: 'number' }, aboutTh, aboutEn, example,
});
const code = (name: string, th: string, en: string, aboutTh: string, aboutEn: string, example = ''): ContractColumn => ({
  name, th, en, type: { kind: 'code' }, aboutTh, aboutEn, example,
});

/** One project: what it is, where it stands, what it costs, which indicator it serves. */
export const project: Contract = {
  dataset: 'project',
  version: '1',
  th: 'โครงการ',
  en: 'Projects',
  columns: [
    { ...code('project_code', 'รหัสโครงการ', 'Project code', 'รหัสที่ไม่ซ้ำและไม่เปลี่ยน', 'Unique, and never changed', 'PJ-0001'), isRequired: true },
    { name: 'name_th', th: 'ชื่อโครงการ', en: 'Name', type: { kind: 'text', maxLength: 500 }, aboutTh: 'ชื่อภาษาไทย', aboutEn: 'Thai name', example: 'โครงการเชื่อมโยงข้อมูลใบอนุญาต' },
    { name: 'name_en', th: 'ชื่อภาษาอังกฤษ', en: 'English name', type: { kind: 'text', maxLength: 500 }, aboutTh: 'ชื่อภาษาอังกฤษ ถ้ามี', aboutEn: 'English name, if any', example: '' },
    { name: 'unit_code', th: 'รหัสหน่วยงาน', en: 'Unit code', type: { kind: 'unit' }, isRequired: true, aboutTh: 'หน่วยงานเจ้าของโครงการ', aboutEn: 'The lead unit', example: '03003' },
    code('kind', 'ลักษณะโครงการ', 'Kind', 'เช่น พัฒนาระบบ จัดซื้อ', 'e.g. development, purchase'),
    { name: 'exchanges_data', th: 'เชื่อมโยงแลกเปลี่ยนข้อมูล', en: 'Exchanges data', type: { kind: 'flag' }, aboutTh: 'ใช่ หรือ ไม่ ใช้ตัดสินว่าต้องมีสถาปัตยกรรมองค์กร', aboutEn: 'yes or no; decides on the architecture gate', example: 'ใช่' },
    code('system', 'ระบบ Back Office', 'Back Office system', 'BO01–BO11', 'BO01–BO11'),
    code('layer', 'ชั้น (Layer)', 'Layer', '1–5', '1–5'),
    code('strategy', 'มิติยุทธศาสตร์', 'Strategy', '1 3 หรือ 6', '1, 3 or 6'),
    code('province', 'จังหวัด', 'Province', 'TH-10 เป็นต้น', 'e.g. TH-10'),
    { ...number('value_baht', 'วงเงิน (บาท)', 'Value (baht)', 'บาท ไม่ปัดเศษ', 'Baht, unrounded', '12500000'), type: { kind: 'number', min: 0 } },
    { ...number('planned_cost', 'ต้นทุนตามแผน', 'Planned cost', 'หน่วยเงินตามคอลัมน์สกุลเงิน', 'In the currency named', '12500000'), type: { kind: 'number', min: 0 } },
    { ...number('projected_cost', 'ต้นทุนคาดการณ์', 'Projected cost', 'หน่วยเงินตามคอลัมน์สกุลเงิน', 'In the currency named', '12900000'), type: { kind: 'number', min: 0 } },
    { ...number('actual_cost', 'ต้นทุนจริงถึงวันนี้', 'Actual cost to date', 'หน่วยเงินตามคอลัมน์สกุลเงิน', 'In the currency named', '4000000'), type: { kind: 'number', min: 0 } },
    code('currency', 'สกุลเงิน', 'Currency', 'เว้นว่างคือ THB', 'Blank means THB', 'THB'),
    { name: 'from_fiscal_year', th: 'ปีงบประมาณเริ่ม', en: 'From fiscal year', type: { kind: 'year', era: 'buddhist' }, aboutTh: 'พ.ศ.', aboutEn: 'Buddhist era', example: '2569' },
    { name: 'to_fiscal_year', th: 'ปีงบประมาณสิ้นสุด', en: 'To fiscal year', type: { kind: 'year', era: 'buddhist' }, aboutTh: 'พ.ศ.', aboutEn: 'Buddhist era', example: '2570' },
    { name: 'phase', th: 'ระยะ', en: 'Phase', type: { kind: 'number', min: 1, max: 5, isWhole: true }, aboutTh: '1–5 ตามวงจรโครงการ', aboutEn: '1–5 of the project cycle', example: '4' },
    { name: 'percent_done', th: 'ความก้าวหน้า (ร้อยละ)', en: 'Percent done', type: { kind: 'number', min: 0, max: 100 }, aboutTh: '0–100', aboutEn: '0–100', example: '45' },
    date('planned_start_on', 'เริ่มตามแผน', 'Planned start', '2026-01-05'),
    date('planned_end_on', 'แล้วเสร็จตามแผน', 'Planned end', '2027-03-31'),
    date('revised_end_on', 'แล้วเสร็จตามแผนที่ปรับ', 'Revised end'),
    date('forecast_end_on', 'คาดว่าจะแล้วเสร็จ', 'Forecast end', '2027-05-15'),
    date('actual_end_on', 'แล้วเสร็จจริง', 'Actual end'),
    { name: 'ea_status', th: 'สถาปัตยกรรมองค์กร', en: 'EA status', type: { kind: 'choice', values: ['none', 'drafting', 'complete', 'waived'], words: { ไม่มี: 'none', กำลังจัดทำ: 'drafting', แล้วเสร็จ: 'complete', ยกเว้น: 'waived' } }, aboutTh: 'ไม่มี กำลังจัดทำ แล้วเสร็จ หรือยกเว้น', aboutEn: 'none, drafting, complete or waived', example: 'แล้วเสร็จ' },
    { name: 'ea_waiver_reason', th: 'เหตุผลที่ยกเว้น', en: 'Waiver reason', type: { kind: 'text' }, aboutTh: 'จำเป็นเมื่อยกเว้น', aboutEn: 'Wanted when waived', example: '' },
    { name: 'owner_title', th: 'ผู้รับผิดชอบ (ตำแหน่ง)', en: 'Owner (position)', type: { kind: 'text', maxLength: 300 }, aboutTh: 'ตำแหน่ง ไม่ใช่ชื่อคน', aboutEn: 'A position, not a name', example: 'ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศ' },
    { name: 'indicator_code', th: 'รหัสตัวชี้วัดที่สนับสนุน', en: 'Indicator served', type: { kind: 'indicator' }, aboutTh: 'ตัวชี้วัดที่โครงการสนับสนุน', aboutEn: 'The indicator that the project serves', example: 'SV-01' },
    { name: 'classification', th: 'ชั้นข้อมูล', en: 'Classification', type: { kind: 'choice', values: ['public', 'internal', 'restricted'] }, aboutTh: 'เว้นว่างคือตามชุดข้อมูล', aboutEn: "Blank means the feed's", example: '' },
    date('reported_on', 'ข้อมูล ณ วันที่', 'Reported on', '2026-11-15'),
    code('sender_reference', 'เลขอ้างอิงของผู้ส่ง', "Sender's reference", 'เลขอื่นของผู้ส่ง', 'Any other number of the sender'),
    number('stated_cost_variance', 'ผลต่างต้นทุนที่แจ้ง', 'Stated cost variance', 'แผน ลบ คาดการณ์ ใช้ตรวจเท่านั้น', 'Planned less projected; for checking only'),
    number('stated_schedule_variance_days', 'ผลต่างเวลาที่แจ้ง (วัน)', 'Stated schedule variance (days)', 'แผน ลบ คาดการณ์ ใช้ตรวจเท่านั้น', 'Planned less forecast; for checking only'),
    number('lifecycle_cost', 'ต้นทุนตลอดอายุ', 'Lifecycle cost', 'หน่วยเงินตามคอลัมน์สกุลเงิน', 'In the currency named'),
  ],
  check: checkProject,
  keyOf: ({ values }) => values.project_code ?? '',
};

function checkProject(row: Row): void {
  if (row.text('name_th') === null && row.text('name_en') === null) row.reject('name_missing', 'name_th');
  row.values.name_th ??= row.text('name_en');
  checkDates(row);
  checkCosts(row);
  if (row.text('ea_status') === 'waived' && row.text('ea_waiver_reason') === null) row.reject('waiver_reason_missing', 'ea_waiver_reason');
  const [from, to] = [row.text('from_fiscal_year'), row.text('to_fiscal_year')];
  if (from && to && to < from) row.reject('years_out_of_order', 'to_fiscal_year', { from });
  if (row.text('actual_end_on') !== null && Number(row.text('percent_done') ?? 100) < 100) row.warn('ended_unfinished', 'percent_done');
}

/** An end before its start is impossible, yet both stand in the sender's file: stored as sent, and told. */
function checkDates(row: Row): void {
  const start = row.text('planned_start_on');
  for (const name of ['planned_end_on', 'revised_end_on', 'forecast_end_on', 'actual_end_on']) {
    const end = row.text(name);
    if (start && end && end < start) row.warn('end_before_start', name, { start });
    if (start && end && daysBetween(start, end) > LONGEST_DAYS) row.warn('end_far', name, { years: Math.round(daysBetween(start, end) / 365) });
  }
  const stated = row.text('stated_schedule_variance_days');
  const [plan, forecast] = [row.text('revised_end_on') ?? row.text('planned_end_on'), row.text('forecast_end_on')];
  if (stated === null || Number(stated) === 0) return;
  if (!forecast || !plan) return row.warn('variance_without_dates', 'stated_schedule_variance_days');
  const computed = daysBetween(forecast, plan);
  if (computed !== Number(stated)) row.warn('schedule_variance_differs', 'stated_schedule_variance_days', { computed });
}

const LONGEST_DAYS = 25 * 365;

function checkCosts(row: Row): void {
  const planned = row.number('planned_cost');
  const projected = row.number('projected_cost');
  const stated = row.number('stated_cost_variance');
  if (row.present.has('planned_cost') && planned === null && projected === null && row.text('value_baht') === null) row.warn('costs_missing', 'planned_cost');
  if (planned && projected && stated && !sameNumber(planned.minus(projected).toNumber(), stated.toNumber(), 0.006)) {
    row.warn('cost_variance_differs', 'stated_cost_variance', { computed: planned.minus(projected).toFixed() });
  }
  tellUnit(row, 'projected_cost', planned, projected);
  tellUnit(row, 'planned_cost', projected, planned);
  tellUnit(row, 'lifecycle_cost', planned, row.number('lifecycle_cost'));
}

/** A cost hundreds of times its fellow is likely in another unit (thousands for millions); told, not mended. */
function tellUnit(row: Row, column: string, fellow: ReturnType<Row['number']>, cost: ReturnType<Row['number']>): void {
  if (!fellow || !cost || fellow.isZero() || cost.isZero()) return;
  const times = cost.dividedBy(fellow);
  if (times.gte(UNIT_ERROR_TIMES)) row.warn('cost_unit_suspect', column, { times: times.toFixed(0) });
}

const UNIT_ERROR_TIMES = 250;

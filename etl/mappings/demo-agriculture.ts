import type { Mapping } from './mapping.ts';
import { titlesOf } from './titles.ts';

/**
 * Demonstration only: a ministry whose old system writes Windows-874, its own headings, Thai digits and Buddhist dates,
 * and calls units by their names.
 */
export const demoAgricultureReadings: Mapping = {
  name: 'demo-agriculture-readings',
  dataset: 'reading',
  version: '1',
  ...titlesOf('demo-agriculture-readings'),
  format: 'csv',
  encoding: 'windows-874',
  era: 'buddhist',
  columns: {
    indicator_code: { from: 'รหัส ตชว.' },
    unit_code: { from: 'ส่วนราชการ' },
    period: { from: 'งวดที่รายงาน' },
    value: { from: 'ผลงาน', isOptional: true },
    numerator: { from: 'ตัวตั้ง', isOptional: true },
    denominator: { from: 'ตัวหาร', isOptional: true },
    state: { from: 'สถานะการรายงาน', isOptional: true },
    note: { from: 'คำอธิบาย', isOptional: true },
  },
};

export const demoAgricultureProjects: Mapping = {
  name: 'demo-agriculture-projects',
  dataset: 'project',
  version: '1',
  ...titlesOf('demo-agriculture-projects'),
  format: 'csv',
  encoding: 'windows-874',
  era: 'buddhist',
  columns: {
    project_code: { from: 'เลขที่โครงการ' },
    name_th: { from: 'โครงการ' },
    unit_code: { from: 'ส่วนราชการ' },
    kind: { from: 'ลักษณะ', isOptional: true },
    exchanges_data: { from: 'แลกเปลี่ยนข้อมูล', isOptional: true },
    system: { from: 'ระบบงาน', isOptional: true },
    layer: { from: 'ชั้น', isOptional: true },
    strategy: { from: 'ยุทธศาสตร์', isOptional: true },
    value_baht: { from: 'วงเงิน (บาท)' },
    planned_cost: { from: 'ต้นทุนตามแผน', isOptional: true },
    projected_cost: { from: 'ต้นทุนคาดการณ์', isOptional: true },
    actual_cost: { from: 'จ่ายจริง', isOptional: true },
    from_fiscal_year: { from: 'ปีเริ่ม', isOptional: true },
    to_fiscal_year: { from: 'ปีสิ้นสุด', isOptional: true },
    phase: { from: 'ระยะ' },
    percent_done: { from: 'ความก้าวหน้า' },
    planned_start_on: { from: 'วันเริ่มตามแผน', era: 'buddhist' },
    planned_end_on: { from: 'วันสิ้นสุดตามแผน', era: 'buddhist' },
    forecast_end_on: { from: 'คาดว่าแล้วเสร็จ', era: 'buddhist', isOptional: true },
    actual_end_on: { from: 'แล้วเสร็จจริง', era: 'buddhist', isOptional: true },
    ea_status: { from: 'สถาปัตยกรรมองค์กร', isOptional: true },
    ea_waiver_reason: { from: 'เหตุผลยกเว้น', isOptional: true },
    owner_title: { from: 'ผู้รับผิดชอบ', isOptional: true },
    indicator_code: { from: 'รหัส ตชว.', isOptional: true },
    classification: { from: 'ชั้นข้อมูล', isOptional: true },
    reported_on: { from: 'ข้อมูล ณ วันที่', era: 'buddhist', isOptional: true },
  },
};

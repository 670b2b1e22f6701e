import type { Row } from '../checks/row.ts';
import type { Contract } from './contract.ts';

/** A dated step of a project. */
export const milestone: Contract = {
  dataset: 'milestone',
  version: '1',
  th: 'หมุดหมายของโครงการ',
  en: 'Milestones',
  columns: [
    {
      name: 'project_code',
      th: 'รหัสโครงการ',
      en: 'Project code',
      type: { kind: 'code' },
      isRequired: true,
      aboutTh: 'โครงการที่มีในระบบแล้ว',
      aboutEn: 'A project that is known',
      example: 'PJ-0001',
    },
    {
      name: 'milestone_code',
      th: 'ลำดับหมุดหมาย',
      en: 'Milestone',
      type: { kind: 'code' },
      isRequired: true,
      aboutTh: 'ไม่ซ้ำในโครงการ',
      aboutEn: 'Unique within the project',
      example: '3',
    },
    {
      name: 'unit_code',
      th: 'รหัสหน่วยงาน',
      en: 'Unit code',
      type: { kind: 'unit' },
      aboutTh: 'เว้นว่างคือหน่วยงานของโครงการ',
      aboutEn: "Blank means the project's unit",
      example: '03003',
    },
    {
      name: 'title_th',
      th: 'หมุดหมาย',
      en: 'Title',
      type: { kind: 'text', maxLength: 500 },
      isRequired: true,
      aboutTh: 'สิ่งที่จะแล้วเสร็จ',
      aboutEn: 'What will be done',
      example: 'ทดสอบระบบกับผู้ใช้',
    },
    {
      name: 'title_en',
      th: 'หมุดหมาย (อังกฤษ)',
      en: 'English title',
      type: { kind: 'text', maxLength: 500 },
      aboutTh: 'ถ้ามี',
      aboutEn: 'If any',
      example: '',
    },
    {
      name: 'phase',
      th: 'ระยะ',
      en: 'Phase',
      type: { kind: 'number', min: 1, max: 5, isWhole: true },
      aboutTh: '1–5',
      aboutEn: '1–5',
      example: '4',
    },
    {
      name: 'due_on',
      th: 'กำหนดเสร็จ',
      en: 'Due on',
      type: { kind: 'date' },
      isRequired: true,
      aboutTh: 'วันที่',
      aboutEn: 'A date',
      example: '2026-12-31',
    },
    {
      name: 'done_on',
      th: 'เสร็จจริง',
      en: 'Done on',
      type: { kind: 'date' },
      aboutTh: 'วันที่ เว้นว่างเมื่อยังไม่เสร็จ',
      aboutEn: 'A date; blank while not done',
      example: '',
    },
    {
      name: 'percent',
      th: 'ความก้าวหน้า (ร้อยละ)',
      en: 'Percent',
      type: { kind: 'number', min: 0, max: 100 },
      aboutTh: '0–100',
      aboutEn: '0–100',
      example: '60',
    },
    {
      name: 'owner_title',
      th: 'ผู้รับผิดชอบ (ตำแหน่ง)',
      en: 'Owner (position)',
      type: { kind: 'text', maxLength: 300 },
      aboutTh: 'ตำแหน่ง ไม่ใช่ชื่อคน',
      aboutEn: 'A position, not a name',
      example: '',
    },
  ],
  check: checkMilestone,
  keyOf: ({ values }) => `${values.project_code}|${values.milestone_code}`,
};

function checkMilestone(row: Row): void {
  if (row.text('done_on') !== null && row.text('percent') !== null && Number(row.text('percent')) < 100)
    row.warn('ended_unfinished', 'percent');
}

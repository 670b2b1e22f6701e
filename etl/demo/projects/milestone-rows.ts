import { addDays, daysBetween, fiscalYearOf, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { wholeBetween } from '../random.ts';
import type { DemoUnit } from '../units.ts';
import { KINDS } from './kinds.ts';
import { endOf, isListedOn, projectsOf, type Project } from './portfolio.ts';
import type { Row } from './project-rows.ts';

/** A milestone: the share of the time by which it is due, and the phase that it ends. */
type Stage = { at: number; phase: number };
type Step = Stage & { title: string };

/** The shares are those at which a project's work reaches the next phase, so that its milestones and its phase tell the same. */
const STAGES: readonly Stage[] = [
  { at: 0.14, phase: 1 },
  { at: 0.25, phase: 2 },
  { at: 0.34, phase: 3 },
  { at: 0.72, phase: 4 },
  { at: 0.88, phase: 5 },
  { at: 1, phase: 5 },
];

/** What a stage is called in projects of a kind. */
const TITLES: Record<'digital' | 'construction' | 'equipment' | 'activity', readonly string[]> = {
  digital: [
    'ศึกษาความเป็นไปได้แล้วเสร็จ',
    'ออกแบบสถาปัตยกรรมและรายละเอียดแล้วเสร็จ',
    'ลงนามสัญญาจ้าง',
    'พัฒนาและติดตั้งระบบแล้วเสร็จ',
    'ทดสอบกับผู้ใช้งานและแก้ไขแล้วเสร็จ',
    'ส่งมอบงานและเปิดใช้งานจริง',
  ],
  construction: [
    'สำรวจพื้นที่และกำหนดความต้องการแล้วเสร็จ',
    'แบบรูปรายการและราคากลางได้รับอนุมัติ',
    'ลงนามสัญญาจ้าง',
    'งานหลักตามสัญญาแล้วเสร็จ',
    'เก็บงานและทดสอบแล้วเสร็จ',
    'ตรวจรับงานงวดสุดท้าย',
  ],
  equipment: [
    'สำรวจความต้องการแล้วเสร็จ',
    'คุณลักษณะเฉพาะและราคากลางได้รับอนุมัติ',
    'ลงนามสัญญาซื้อขาย',
    'ผู้ขายส่งมอบครบตามสัญญา',
    'ติดตั้งและทดสอบแล้วเสร็จ',
    'ตรวจรับและลงทะเบียนครุภัณฑ์',
  ],
  activity: [
    'กำหนดกลุ่มเป้าหมายแล้วเสร็จ',
    'หลักสูตรหรือแผนกิจกรรมได้รับอนุมัติ',
    'คัดเลือกผู้ดำเนินงานและลงนามสัญญา',
    'ดำเนินการในพื้นที่ครบตามแผน',
    'ติดตามผลกลุ่มเป้าหมายแล้วเสร็จ',
    'สรุปผลและส่งมอบรายงาน',
  ],
};

/** Milestones as they stand on a day, of the projects on the list of an earlier one that run or ended in the fiscal year. */
export function milestoneRows(unit: DemoUnit, day: IsoDate, listedOn: IsoDate = day): Row[] {
  return projectsOf(unit)
    .filter(
      (project) =>
        isListedOn(project, listedOn) && (endOf(project) > day || fiscalYearOf(endOf(project)) === fiscalYearOf(day)),
    )
    .flatMap((project) => stepsOf(project).map((step, i, all) => toRow(project, step, all[i - 1], i + 1, day)));
}

/** Three to six steps; the contract and the hand-over are always among them. */
function stepsOf(project: Project): Step[] {
  const left = wholeBetween(0, 3, 'steps', project.code);
  const optional = [0, 4, 1].slice(0, left);
  const titles = TITLES[KINDS[project.kind].steps];
  return STAGES.map((stage, i) => ({ ...stage, title: titles[i]! })).filter((_, i) => !optional.includes(i));
}

/** A step begins when the one before it is done. */
function toRow(project: Project, step: Step, before: Step | undefined, no: number, day: IsoDate): Row {
  const planned = daysBetween(project.startOn, project.plannedEndOn);
  const dueOn = addDays(project.startOn, Math.round(planned * step.at));
  const doneAt = (at: number): IsoDate => addDays(project.startOn, Math.round((planned + project.delayDays) * at));
  const beginsOn = doneAt(before?.at ?? 0);
  const doneOn = doneAt(step.at);
  const isDone = doneOn <= day;
  const share = daysBetween(beginsOn, day) / Math.max(1, daysBetween(beginsOn, doneOn));
  const percent = isDone ? 100 : Math.max(0, Math.min(95, Math.round(share * 20) * 5));
  return {
    project_code: project.code,
    milestone_code: String(no),
    unit_code: project.unit.code,
    title_th: step.title,
    phase: String(step.phase),
    due_on: dueOn,
    ...(isDone ? { done_on: doneOn } : {}),
    percent: String(percent),
    owner_title: project.ownerTitle,
  };
}

import { addDays, daysBetween, fiscalYearOf, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { wholeBetween } from '../random.ts';
import type { DemoUnit } from '../units.ts';
import { KINDS } from './kinds.ts';
import { endOf, isListedOn, projectsOf, type Project } from './portfolio.ts';
import type { Row } from './project-rows.ts';

type StepPlan = { th: string; at: number; phase: number };

/**
 * Usual steps with the share of the time by which they are due, and the phase they end. The shares are those at which a
 * project's work reaches the next phase, so that its milestones and its phase tell the same.
 */
const STEPS: Record<'digital' | 'construction' | 'equipment' | 'activity', readonly StepPlan[]> = {
  digital: [
    { th: 'ศึกษาความเป็นไปได้แล้วเสร็จ', at: 0.14, phase: 1 },
    { th: 'ออกแบบสถาปัตยกรรมและรายละเอียดแล้วเสร็จ', at: 0.25, phase: 2 },
    { th: 'ลงนามสัญญาจ้าง', at: 0.34, phase: 3 },
    { th: 'พัฒนาและติดตั้งระบบแล้วเสร็จ', at: 0.72, phase: 4 },
    { th: 'ทดสอบกับผู้ใช้งานและแก้ไขแล้วเสร็จ', at: 0.88, phase: 5 },
    { th: 'ส่งมอบงานและเปิดใช้งานจริง', at: 1, phase: 5 },
  ],
  construction: [
    { th: 'สำรวจพื้นที่และกำหนดความต้องการแล้วเสร็จ', at: 0.14, phase: 1 },
    { th: 'แบบรูปรายการและราคากลางได้รับอนุมัติ', at: 0.25, phase: 2 },
    { th: 'ลงนามสัญญาจ้าง', at: 0.34, phase: 3 },
    { th: 'งานหลักตามสัญญาแล้วเสร็จ', at: 0.72, phase: 4 },
    { th: 'เก็บงานและทดสอบแล้วเสร็จ', at: 0.88, phase: 5 },
    { th: 'ตรวจรับงานงวดสุดท้าย', at: 1, phase: 5 },
  ],
  equipment: [
    { th: 'สำรวจความต้องการแล้วเสร็จ', at: 0.14, phase: 1 },
    { th: 'คุณลักษณะเฉพาะและราคากลางได้รับอนุมัติ', at: 0.25, phase: 2 },
    { th: 'ลงนามสัญญาซื้อขาย', at: 0.34, phase: 3 },
    { th: 'ผู้ขายส่งมอบครบตามสัญญา', at: 0.72, phase: 4 },
    { th: 'ติดตั้งและทดสอบแล้วเสร็จ', at: 0.88, phase: 5 },
    { th: 'ตรวจรับและลงทะเบียนครุภัณฑ์', at: 1, phase: 5 },
  ],
  activity: [
    { th: 'กำหนดกลุ่มเป้าหมายแล้วเสร็จ', at: 0.14, phase: 1 },
    { th: 'หลักสูตรหรือแผนกิจกรรมได้รับอนุมัติ', at: 0.25, phase: 2 },
    { th: 'คัดเลือกผู้ดำเนินงานและลงนามสัญญา', at: 0.34, phase: 3 },
    { th: 'ดำเนินการในพื้นที่ครบตามแผน', at: 0.72, phase: 4 },
    { th: 'ติดตามผลกลุ่มเป้าหมายแล้วเสร็จ', at: 0.88, phase: 5 },
    { th: 'สรุปผลและส่งมอบรายงาน', at: 1, phase: 5 },
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
function stepsOf(project: Project): StepPlan[] {
  const left = wholeBetween(0, 3, 'steps', project.code);
  const optional = [0, 4, 1].slice(0, left);
  return STEPS[KINDS[project.kind].steps].filter((_, i) => !optional.includes(i));
}

/** A step begins when the one before it is done. */
function toRow(project: Project, step: StepPlan, before: StepPlan | undefined, no: number, day: IsoDate): Row {
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
    title_th: step.th,
    phase: String(step.phase),
    due_on: dueOn,
    ...(isDone ? { done_on: doneOn } : {}),
    percent: String(percent),
    owner_title: project.ownerTitle,
  };
}

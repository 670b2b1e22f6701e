import { addDays, daysBetween, fiscalYearOf, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { wholeBetween } from '../random.ts';
import type { DemoUnit } from '../units.ts';
import { endOf, isListedOn, projectsOf, type Project } from './portfolio.ts';
import type { Row } from './project-rows.ts';

/** Usual steps with the share of the time by which they are due, and the phase they end. */
const STEPS: readonly { th: string; at: number; phase: number }[] = [
  { th: 'จัดทำข้อเสนอและศึกษาความเป็นไปได้แล้วเสร็จ', at: 0.12, phase: 1 },
  { th: 'ออกแบบสถาปัตยกรรมและรายละเอียดแล้วเสร็จ', at: 0.27, phase: 2 },
  { th: 'ลงนามสัญญาจ้าง', at: 0.4, phase: 3 },
  { th: 'พัฒนาและติดตั้งแล้วเสร็จ', at: 0.74, phase: 4 },
  { th: 'ทดสอบกับผู้ใช้งานและแก้ไขแล้วเสร็จ', at: 0.88, phase: 4 },
  { th: 'ส่งมอบงานและเปิดใช้งานจริง', at: 1, phase: 5 },
];

/** Milestones as they stand on a day, of the projects on the list of an earlier one that run or ended in the fiscal year. */
export function milestoneRows(unit: DemoUnit, day: IsoDate, listedOn: IsoDate = day): Row[] {
  return projectsOf(unit)
    .filter(
      (project) =>
        isListedOn(project, listedOn) && (endOf(project) > day || fiscalYearOf(endOf(project)) === fiscalYearOf(day)),
    )
    .flatMap((project) => stepsOf(project).map((step, i) => toRow(project, step, i + 1, day)));
}

/** Three to six steps; the contract and the hand-over are always among them. */
function stepsOf(project: Project): typeof STEPS {
  const left = wholeBetween(0, 3, 'steps', project.code);
  const optional = [0, 4, 1].slice(0, left);
  return STEPS.filter((_, i) => !optional.includes(i));
}

function toRow(project: Project, step: (typeof STEPS)[number], no: number, day: IsoDate): Row {
  const planned = daysBetween(project.startOn, project.plannedEndOn);
  const dueOn = addDays(project.startOn, Math.round(planned * step.at));
  const doneOn = addDays(project.startOn, Math.round((planned + project.delayDays) * step.at));
  const isDone = doneOn <= day;
  const percent = isDone
    ? 100
    : Math.max(
        0,
        Math.min(
          95,
          Math.round((daysBetween(project.startOn, day) / Math.max(1, daysBetween(project.startOn, doneOn))) * 20) * 5,
        ),
      );
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

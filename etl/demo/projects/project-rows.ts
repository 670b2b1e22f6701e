import { addDays, daysBetween, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { bell, clamp } from '../random.ts';
import type { DemoUnit } from '../units.ts';
import { architectureCells } from './architecture.ts';
import { KINDS } from './kinds.ts';
import { endOf, isListedOn, projectsOf, shareDone, yearsOf, type Project } from './portfolio.ts';
import { spentSoFar } from './spending.ts';

/** A row of a dataset: contract column → text; absent cells are left out. */
export type Row = Record<string, string>;

/** The projects that a unit tells of on a day, as they stand then. */
export function projectRows(unit: DemoUnit, day: IsoDate): Row[] {
  return projectsOf(unit)
    .filter((project) => isListedOn(project, day))
    .map((project) => toProjectRow(project, day));
}

function toProjectRow(project: Project, day: IsoDate): Row {
  const isDone = endOf(project) <= day;
  const percent = isDone ? 100 : Math.min(99, Math.round(shareDone(project, day, 'actual') * 1000) / 10);
  const spent = spentSoFar(project, day);
  const phase = isDone ? 5 : phaseOf(percent);
  const { from, to } = yearsOf(project);
  return {
    project_code: project.code,
    name_th: project.nameTh,
    unit_code: project.unit.code,
    kind: KINDS[project.kind].th,
    exchanges_data: project.exchangesData ? 'ใช่' : 'ไม่',
    ...optional({ system: project.system, layer: project.layer, strategy: project.strategy }),
    value_baht: baht(project.valueSatang),
    // Its value is what it was granted in the end; what exceeds the first plan was granted on the way.
    planned_cost: baht(Math.round(project.valueSatang / (1 + project.overrun))),
    projected_cost: baht(isDone ? spent : project.valueSatang),
    actual_cost: baht(spent),
    from_fiscal_year: String(from),
    to_fiscal_year: String(to),
    phase: String(phase),
    percent_done: percent.toFixed(1),
    planned_start_on: project.startOn,
    planned_end_on: project.plannedEndOn,
    ...(isDone ? { actual_end_on: endOf(project) } : { forecast_end_on: forecastOf(project, day) }),
    ...architectureCells(project.architecture, percent),
    owner_title: project.ownerTitle,
    indicator_code: project.indicatorCode,
    ...(project.isInternal ? { classification: 'internal' } : {}),
    reported_on: day,
  };
}

/** Most of a delay is known from the start; a forecast that has passed is renewed, except by the careless. */
function forecastOf(project: Project, day: IsoDate): IsoDate {
  if (project.isCareless) return addDays(project.plannedEndOn, Math.round(project.delayDays * 0.2));
  const expected = addDays(
    project.plannedEndOn,
    Math.round(project.delayDays * clamp(0.82 + 0.15 * bell('forecast', project.code), 0.6, 1)),
  );
  return daysBetween(day, expected) >= 7 ? expected : endOf(project) > day ? endOf(project) : addDays(day, 14);
}

/** Feasibility, design, planning, development, use: by how far the work is. */
function phaseOf(percent: number): number {
  const bounds = [6, 16, 27, 82];
  const at = bounds.findIndex((bound) => percent < bound);
  return at === -1 ? 5 : at + 1;
}

/** 1234.50 from satang. */
export function baht(satang: number): string {
  return `${Math.floor(satang / 100)}.${String(satang % 100).padStart(2, '0')}`;
}

function optional(cells: Record<string, string | null>): Row {
  return Object.fromEntries(Object.entries(cells).filter((cell): cell is [string, string] => cell[1] !== null));
}

import { addDays, fiscalYearEnd, fiscalYearStart, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { between, clamp } from '../random.ts';
import { endOf, shareDone, yearsOf, type Project } from './portfolio.ts';

/** Money of one project in one fiscal year, cumulative from 1 October, in satang. What is not used is given back and unbound at the end. */
export type ProjectMoney = { allocated: number; committed: number; disbursed: number };

/**
 * What a project was given, bound and spent in a year until a day. A year's allocation is what the plan still needs until its
 * end; what a late project could not use by then, and a finished one needs no more, goes back to its office. So all its years
 * together are never more than its value, and no year ends to the last satang.
 */
export function projectMoney(project: Project, fiscalYear: number, day: IsoDate): ProjectMoney | null {
  const course = courseOf(project, fiscalYear, day);
  if (!course) return null;
  const { before, planned, now } = course;
  const isSettled = endOf(project) <= day || fiscalYearEnd(fiscalYear) <= day;
  const allocated = Math.floor(project.valueSatang * ((isSettled ? now : planned) - before));
  const disbursed = clamp(Math.floor(finalCost(project) * (now - before)), 0, allocated);
  return { allocated, committed: isSettled ? disbursed : bound(allocated, disbursed), disbursed };
}

/** What its office set aside for it: always a little more than the plan needs, as if it were to cost its whole value. */
export function moneySetAside(project: Project, fiscalYear: number, day: IsoDate): ProjectMoney | null {
  const course = courseOf(project, fiscalYear, day);
  if (!course) return null;
  const { before, planned, now } = course;
  const allocated = Math.floor(project.valueSatang * (planned - before) * (1 + spareOf(project, fiscalYear)));
  const disbursed = clamp(Math.floor(project.valueSatang * (now - before)), 0, allocated);
  return { allocated, committed: bound(allocated, disbursed), disbursed };
}

/** Everything spent since its first day, in satang. */
export function spentSoFar(project: Project, day: IsoDate): number {
  return Math.floor(finalCost(project) * spentShare(project, shareDone(project, day, 'actual')));
}

/** What it costs in the end: a little less than its value, by a part of what its leanest year has to spare. */
function finalCost(project: Project): number {
  const { from, to } = yearsOf(project);
  const spares = Array.from({ length: to - from + 1 }, (_, i) => spareOf(project, from + i));
  return Math.round(project.valueSatang * (1 - LEFT_OVER * Math.min(...spares)));
}

/** Less than what is not bound, so that an office has at least what its projects give back. */
const LEFT_OVER = 0.4;

/** Part of what is still free that is already bound by contract. */
const BOUND_AHEAD = 0.55;

function bound(allocated: number, disbursed: number): number {
  return disbursed + Math.floor(BOUND_AHEAD * (allocated - disbursed));
}

function spareOf(project: Project, fiscalYear: number): number {
  return between(0.005, 0.06, 'spare', project.code, fiscalYear);
}

/** Shares of the whole spent before the year, to be spent by its end, and spent now; null where nothing falls within the year. */
function courseOf(project: Project, fiscalYear: number, day: IsoDate) {
  const { from, to } = yearsOf(project);
  if (fiscalYear < from || fiscalYear > to) return null;
  const yearEnd = fiscalYearEnd(fiscalYear);
  const before = spentShare(project, shareDone(project, addDays(fiscalYearStart(fiscalYear), -1), 'actual'));
  const planned = spentShare(project, shareDone(project, yearEnd, 'planned'));
  const now = spentShare(project, shareDone(project, day < yearEnd ? day : yearEnd, 'actual'));
  return planned - before < 0.0005 ? null : { before, planned, now };
}

/** A spending below 1 pays early, above 1 late; both end at the whole. */
function spentShare(project: Project, share: number): number {
  return share ** project.spending;
}

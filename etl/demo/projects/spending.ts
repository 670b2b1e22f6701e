import { fiscalYearEnd, fiscalYearStart, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { addDays } from '#domain/time/fiscal-calendar.ts';
import { between, clamp } from '../random.ts';
import { shareDone, yearsOf, type Project } from './portfolio.ts';

/** Money of one project in one fiscal year, cumulative from 1 October, in satang. */
export type ProjectMoney = { allocated: number; committed: number; disbursed: number };

/**
 * What a project was given, bound and spent in a year until a day. A year's allocation is what the plan still needs until its
 * end and a little more, so that a late project never spends more than it has, none ends to the last satang, and nothing falls
 * within a year.
 */
export function projectMoney(project: Project, fiscalYear: number, day: IsoDate): ProjectMoney | null {
  const { from, to } = yearsOf(project);
  if (fiscalYear < from || fiscalYear > to) return null;
  const before = spentShare(project, shareDone(project, addDays(fiscalYearStart(fiscalYear), -1), 'actual'));
  const planned = spentShare(project, shareDone(project, fiscalYearEnd(fiscalYear), 'planned'));
  const now = spentShare(
    project,
    shareDone(project, day < fiscalYearEnd(fiscalYear) ? day : fiscalYearEnd(fiscalYear), 'actual'),
  );
  if (planned - before < 0.0005) return null;
  const spare = between(0.005, 0.06, 'spare', project.code, fiscalYear);
  const allocated = Math.floor(project.valueSatang * (planned - before) * (1 + spare));
  const disbursed = clamp(Math.floor(project.valueSatang * (now - before)), 0, allocated);
  return { allocated, committed: disbursed + Math.floor(BOUND_AHEAD * (allocated - disbursed)), disbursed };
}

/** Everything spent since its first day, in satang. */
export function spentSoFar(project: Project, day: IsoDate): number {
  return Math.floor(project.valueSatang * spentShare(project, shareDone(project, day, 'actual')));
}

/** Part of what is still free that is already bound by contract. */
const BOUND_AHEAD = 0.55;

/** A spending below 1 pays early, above 1 late; both end at the whole. */
function spentShare(project: Project, share: number): number {
  return share ** project.spending;
}

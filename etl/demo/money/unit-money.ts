import type { Period } from '#domain/time/period.ts';
import { monthOfYear } from '../calendar.ts';
import { size } from '../offices.ts';
import { projectsOf, type Project } from '../projects/portfolio.ts';
import { moneySetAside, projectMoney, type ProjectMoney } from '../projects/spending.ts';
import type { Organisation, DemoUnit } from '../units.ts';
import { ministryOf } from '../units.ts';
import { shareSpent, yearlyMoney } from './curves.ts';

/** One line of money, cumulative from 1 October; satang. */
export type MoneyLine = {
  key: string;
  project: Project | null;
  expenseKind: 'current' | 'investment';
  allocated: number;
  committed: number;
  disbursed: number;
};

/** All money of an office at a period's end: a line per project, and one per kind of expense for the rest. Its sum is the office's total. */
export function moneyLines(org: Organisation, unit: DemoUnit, period: Period): MoneyLine[] {
  const { fiscalYear } = period;
  const yearly = yearlyMoney(unit, fiscalYear, weightOf(org, unit));
  const month = monthOfYear(period);
  const projects = projectsOf(unit).flatMap((project) => {
    const money = project.startOn <= period.endsOn ? projectMoney(project, fiscalYear, period.endsOn) : null;
    return money ? [{ key: project.code, project, expenseKind: 'investment' as const, ...money }] : [];
  });
  const others = restLine(unit, 'investment', yearly.investment, shareSpent(unit, fiscalYear, month, 'investment'));
  // What was set aside for projects and they did not take serves the office otherwise: its total is settled without them.
  for (const { project } of projects) add(others, moneySetAside(project, fiscalYear, period.endsOn)!);
  for (const money of projects) subtract(others, money);
  return [
    restLine(unit, 'current', yearly.current, shareSpent(unit, fiscalYear, month, 'current')),
    others,
    ...projects,
  ];
}

type MoneyTotals = Readonly<Record<'all' | 'investment', Readonly<ProjectMoney>>>;

/** Sums of an office's lines; satang. Several indicators of a month ask for the same. */
export function moneyTotals(org: Organisation, unit: DemoUnit, period: Period): MoneyTotals {
  const key = `${unit.code}/${period.id}`;
  let ofOrganisation = known.get(org);
  if (!ofOrganisation) known.set(org, (ofOrganisation = new Map()));
  let totals = ofOrganisation.get(key);
  if (!totals) ofOrganisation.set(key, (totals = toTotals(moneyLines(org, unit, period))));
  return totals;
}

const known = new WeakMap<Organisation, Map<string, MoneyTotals>>();

function toTotals(lines: readonly MoneyLine[]): MoneyTotals {
  const totals = { all: nothing(), investment: nothing() };
  for (const line of lines) {
    add(totals.all, line);
    if (line.expenseKind === 'investment') add(totals.investment, line);
  }
  return totals;
}

function restLine(
  unit: DemoUnit,
  expenseKind: 'current' | 'investment',
  baht: number,
  share: { committed: number; disbursed: number },
): MoneyLine {
  const allocated = baht * 100;
  const committed = Math.floor(allocated * share.committed);
  return {
    key: `${unit.code}-${expenseKind}`,
    project: null,
    expenseKind,
    allocated,
    committed,
    disbursed: Math.min(committed, Math.floor(allocated * share.disbursed)),
  };
}

const nothing = () => ({ allocated: 0, committed: 0, disbursed: 0 });

function add(total: ProjectMoney, line: ProjectMoney): void {
  total.allocated += line.allocated;
  total.committed += line.committed;
  total.disbursed += line.disbursed;
}

function subtract(total: ProjectMoney, line: ProjectMoney): void {
  total.allocated -= line.allocated;
  total.committed -= line.committed;
  total.disbursed -= line.disbursed;
}

/** An office's part in its ministry's money. */
function weightOf(org: Organisation, unit: DemoUnit): number {
  return size(unit) / org.reportersOf(ministryOf(unit)).reduce((sum, one) => sum + size(one), 0);
}

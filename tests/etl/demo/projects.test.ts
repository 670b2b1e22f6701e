import { describe, expect, test } from 'vitest';
import { checkSpending, spendingAgainstProgress } from '#domain/projects/spending.ts';
import { costVariance } from '#domain/projects/variance.ts';
import { eaGateOf, type EaGate, type EaStatus } from '#domain/projects/ea-gate.ts';
import { periodsAt } from '#etl/demo/calendar.ts';
import { indicatorsOwedBy } from '#etl/demo/indicators/index.ts';
import { TROUBLED_MINISTRY } from '#etl/demo/offices.ts';
import { budgetRows } from '#etl/demo/money/budget-rows.ts';
import { milestoneRows } from '#etl/demo/projects/milestone-rows.ts';
import { endOf, isListedOn, projectsOf, yearsOf } from '#etl/demo/projects/portfolio.ts';
import { projectRows } from '#etl/demo/projects/project-rows.ts';
import { projectMoney } from '#etl/demo/projects/spending.ts';
import { org } from './organisation.ts';

const day = '2026-11-10';
const rows = org.reporters.flatMap((unit) => projectRows(unit, day));
const running = rows.filter((row) => row.actual_end_on === undefined);
const isLate = (row: (typeof rows)[number]) => row.forecast_end_on! > row.planned_end_on!;

describe('projects of the demonstration', () => {
  test('there are some thousands, from half a million to two thousand million baht, some exactly on the line of the gate', () => {
    expect(rows.length).toBeGreaterThan(2_300);
    expect(rows.length).toBeLessThan(3_200);
    const values = rows.map((row) => Number(row.value_baht));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(500_000);
    expect(Math.max(...values)).toBeLessThanOrEqual(2_000_000_000);
    expect(rows.filter((row) => row.value_baht === '10000000.00').length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.value_baht === '10000000.01').length).toBeGreaterThan(0);
  });

  test('later clocks find new projects as well, and leave those before as they were', () => {
    const later = org.reporters.flatMap((unit) => projectRows(unit, '2028-05-15'));
    expect(later.length).toBeGreaterThan(1_800);
    expect(new Set(later.map((row) => row.phase))).toEqual(new Set(['1', '2', '3', '4', '5']));
    const names = new Map(later.map((row) => [row.project_code, row.name_th]));
    for (const row of rows) expect(names.get(row.project_code) ?? row.name_th).toBe(row.name_th);
  });

  test('codes are unique, all phases occur, and each project serves an indicator that its unit owes', () => {
    expect(new Set(rows.map((row) => row.project_code)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.phase))).toEqual(new Set(['1', '2', '3', '4', '5']));
    for (const row of rows.slice(0, 400)) {
      const owed = indicatorsOwedBy(org.unit(row.unit_code!)).map(({ code }) => code);
      expect(owed, row.project_code).toContain(row.indicator_code);
    }
  });

  test('late ones gather in the ministry in trouble, and some forecasts lie in the past', () => {
    const share = (of: typeof rows) => of.filter(isLate).length / of.length;
    const inTrouble = running.filter((row) => org.unit(row.unit_code!).parentCode === TROUBLED_MINISTRY);
    expect(share(inTrouble)).toBeGreaterThan(1.8 * share(running));
    expect(running.some((row) => row.forecast_end_on! < day)).toBe(true);
  });

  test("a project's money of a year never falls, and what it spent is never more than it had", () => {
    for (const project of org.reporters.slice(0, 60).flatMap(projectsOf))
      for (const year of [2568, 2569, 2570]) {
        let before = 0;
        for (const { endsOn } of periodsAt(year, 'month')) {
          const money = projectMoney(project, year, endsOn);
          if (!money) continue;
          expect(money.disbursed, `${project.code} ${endsOn}`).toBeGreaterThanOrEqual(before);
          expect(money.disbursed).toBeLessThanOrEqual(money.committed);
          expect(money.committed).toBeLessThanOrEqual(money.allocated);
          before = money.disbursed;
        }
      }
  });

  test('only large projects that exchange data need an architecture: most have it in time, some wait, few are held or let off', () => {
    const gates = running.map((row) => ({
      row,
      gate: eaGateOf({
        isDataExchange: row.exchanges_data === 'ใช่',
        valueBaht: row.value_baht!,
        eaStatus: row.ea_status as EaStatus,
        waiverReason: row.ea_waiver_reason ?? null,
      }),
    }));
    const count = (gate: EaGate, isBuilding?: boolean) =>
      gates.filter(
        (one) => one.gate === gate && (isBuilding === undefined || Number(one.row.phase) >= 4 === isBuilding),
      ).length;
    expect(count('passed')).toBeGreaterThan(25);
    expect(count('blocked', false)).toBeGreaterThan(10);
    expect(count('blocked', true)).toBeGreaterThan(0);
    expect(count('blocked', true)).toBeLessThan(count('passed') / 4);
    expect(count('waived')).toBeGreaterThan(0);
    expect(count('waived')).toBeLessThan(count('passed') / 4);
    for (const { row, gate } of gates)
      if (gate === 'not_required') expect(row.ea_status, row.project_code).toBe('none');
  });

  test('a building costs more than a repair, and a teacher’s house less than a highway', () => {
    const named = (words: RegExp) =>
      rows.filter((row) => words.test(row.name_th!)).map((row) => Number(row.value_baht));
    expect(Math.min(...named(/^โครงการก่อสร้าง/))).toBeGreaterThan(5_000_000);
    expect(Math.max(...named(/บ้านพัก|ห้องน้ำ/))).toBeLessThan(250_000_000);
  });

  test('the phase of a project is that of the first of its milestones which is not done', () => {
    const wrong = org.reporters.slice(0, 60).flatMap((unit) => {
      const steps = milestoneRows(unit, day);
      return projectRows(unit, day).filter((row) => {
        const open = steps.filter((step) => step.project_code === row.project_code && step.percent !== '100');
        return open.length > 0 && Number(open[0]!.phase) < Number(row.phase);
      });
    });
    expect(wrong.map((row) => `${row.project_code} ${row.phase} ${row.percent_done}`)).toEqual([]);
  });

  test('a milestone is begun when the one before it is done', () => {
    for (const unit of org.reporters.slice(0, 60)) {
      const steps = milestoneRows(unit, day);
      for (const [i, step] of steps.entries())
        if (i > 0 && steps[i - 1]!.project_code === step.project_code && steps[i - 1]!.percent !== '100')
          expect(step.percent, `${step.project_code} ${step.milestone_code}`).toBe('0');
    }
  });

  test("a finished project's money hangs together: what it was given in its years is within its value, and what it cost is what they paid", () => {
    const newest = periodsAt(2570, 'month')[0]!;
    const finished = org.reporters
      .slice(0, 60)
      .flatMap(projectsOf)
      .filter((project) => endOf(project) <= newest.endsOn && isListedOn(project, day));
    expect(finished.length).toBeGreaterThan(300);
    for (const project of finished) {
      const { from, to } = yearsOf(project);
      const years = Array.from({ length: to - from + 1 }, (_, i) => periodsAt(from + i, 'month').at(-1)!);
      const money = years.flatMap(({ fiscalYear, endsOn }) => projectMoney(project, fiscalYear, endsOn) ?? []);
      const sum = (key: 'allocated' | 'committed' | 'disbursed') => money.reduce((total, one) => total + one[key], 0);
      const row = rows.find((one) => one.project_code === project.code)!;
      const [value, cost] = [Number(row.value_baht), Number(row.actual_cost)];
      expect(sum('allocated') / 100, project.code).toBeLessThanOrEqual(value);
      expect(sum('committed'), project.code).toBe(sum('disbursed'));
      // A last year of a few days has no line of its own.
      expect(Math.abs(sum('disbursed') / 100 - cost), project.code).toBeLessThan(0.0006 * value);
      expect(row.projected_cost, project.code).toBe(row.actual_cost);
      const spent = spendingAgainstProgress(
        { allocatedBaht: String(sum('allocated')), disbursedBaht: String(sum('disbursed')) },
        row.percent_done!,
      );
      expect(spent!.isFarApart, project.code).toBe(false);
    }
  });

  test('some finished projects cost more than was planned, the others a little less', () => {
    const percents = rows
      .filter((row) => row.actual_end_on !== undefined)
      .map((row) =>
        Number(
          costVariance(
            { plannedBaht: row.planned_cost!, projectedBaht: row.projected_cost!, actualBaht: row.actual_cost! },
            row.actual_end_on!,
          )!.percent,
        ),
      );
    const over = percents.filter((percent) => percent < 0);
    expect(over.length / percents.length).toBeGreaterThan(0.08);
    expect(over.length / percents.length).toBeLessThan(0.25);
    expect(Math.min(...percents)).toBeGreaterThan(-21);
    for (const percent of percents) expect(percent).toBeLessThan(3);
  });

  test('what projects leave of a year goes to the other investments of their office', () => {
    for (const period of [periodsAt(2569, 'month').at(-1)!, periodsAt(2570, 'month')[0]!])
      for (const line of org.reporters.slice(0, 60).flatMap((unit) => budgetRows(org, unit, period)))
        expect(
          checkSpending({
            allocatedBaht: line.allocated_baht!,
            committedBaht: line.committed_baht!,
            disbursedBaht: line.disbursed_baht!,
          }),
          line.line_code,
        ).toEqual([]);
  });

  test('hardly a project spends its year to the last baht', () => {
    const closed = org.reporters
      .slice(0, 60)
      .flatMap(projectsOf)
      .flatMap((project) => projectMoney(project, 2569, '2026-09-30') ?? []);
    const exact = closed.filter(({ allocated, disbursed }) => allocated - disbursed < 100);
    expect(exact.length / closed.length).toBeLessThan(0.02);
  });

  test('projects that run have three to six milestones, in order of their due days', () => {
    const unit = org.unit('03004');
    const steps = milestoneRows(unit, day);
    for (const project of projectsOf(unit).filter(
      (one) => isListedOn(one, day) && running.some((row) => row.project_code === one.code),
    )) {
      const own = steps.filter((row) => row.project_code === project.code);
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(own.length).toBeLessThanOrEqual(6);
      expect(own.map((row) => row.due_on!).sort()).toEqual(own.map((row) => row.due_on!));
    }
  });
});

import { addDays, fiscalYearEnd, fiscalYearOf, fiscalYearStart, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import type { Period } from '#domain/time/period.ts';
import { departmentAgreement, ministryAgreements } from '../agreements/agreement-rows.ts';
import { FIRST_FISCAL_YEAR, fiscalYearsUntil, monthsOf, periodsAt } from '../calendar.ts';
import { indicatorRows } from '../indicators/indicator-rows.ts';
import { budgetRows } from '../money/budget-rows.ts';
import { milestoneRows } from '../projects/milestone-rows.ts';
import { projectRows } from '../projects/project-rows.ts';
import type { DemoUnit, Organisation } from '../units.ts';
import { rowsOfMonth, rowsOfMonths } from './reading-content.ts';
import { PROJECT_SENDERS, type Scenario } from './scenario.ts';
import { instant, type Step } from './steps.ts';
import type { DatasetName } from '../../datasets/contract.ts';
import { writeFile } from './write-file.ts';

type Rows = readonly Record<string, string>[];

/** What the centre itself hands over: the register, agreements, the collected history, projects and money. */
export function centreSteps(org: Organisation, scenario: Scenario): Step[] {
  const years = fiscalYearsUntil(scenario.day);
  return [
    load(org, 'indicator', instant('2024-09-16', '09:00'), 'ทะเบียนตัวชี้วัด', [
      { stem: 'indicators', rows: indicatorRows },
    ]),
    { kind: 'duties', at: instant('2024-09-16', '10:00'), label: 'หน้าที่รายงาน' },
    ...years.flatMap((year) => agreementSteps(org, scenario, year)),
    ...historySteps(org, scenario),
    ...years.flatMap((year) => moneySteps(org, scenario, year)),
    newestProjects(org, scenario),
    load(org, 'milestone', instant(addDays(scenario.day, -4), '16:20'), 'หมุดหมายโครงการ', [
      {
        stem: `milestones-${scenario.day}`,
        rows: () => org.reporters.flatMap((unit) => milestoneRows(unit, addDays(scenario.day, -5), listedOn(scenario))),
      },
    ]),
  ];
}

/** The oldest of the newest project lists: what it names is known to everybody. */
export function listedOn(scenario: Scenario): IsoDate {
  return addDays(scenario.day, -17);
}

/** Projects of the ministries that leave it to the centre. */
function newestProjects(org: Organisation, scenario: Scenario): Step {
  const ministries = org.ministries.filter(({ code }) => !PROJECT_SENDERS.has(code));
  const rows = (): Rows =>
    ministries
      .flatMap(({ code }) => org.reportersOf(code))
      .flatMap((unit) => projectRows(unit, addDays(scenario.day, -8)));
  return load(org, 'project', instant(addDays(scenario.day, -7), '09:30'), 'โครงการที่ศูนย์กลางรวบรวม', [
    { stem: `projects-${scenario.day}`, rows },
  ]);
}

/** Departments' agreements of earlier years were entered late in their year; those of the running one when they were signed. */
function agreementSteps(org: Organisation, scenario: Scenario, year: number): Step[] {
  const day = (days: number): IsoDate => addDays(fiscalYearStart(year), days);
  const ministries = load(org, 'agreement', instant(day(35), '14:00'), `คำรับรองระดับกระทรวง ปี ${year}`, [
    {
      stem: `agreements-${year}-ministries`,
      rows: () => org.ministries.flatMap((ministry) => ministryAgreements(org, ministry, year)),
    },
  ]);
  if (year === FIRST_FISCAL_YEAR) return [ministries];
  const isRunning = year === fiscalYearOf(scenario.day);
  const enteredOn = isRunning ? day(46) : addDays(fiscalYearEnd(year), -16);
  const departments = load(org, 'agreement', instant(enteredOn, '11:00'), `คำรับรองระดับกรม ปี ${year}`, [
    {
      stem: `agreements-${year}-departments`,
      rows: () => org.departments.flatMap((unit) => departmentAgreement(org, unit, year)),
    },
  ]);
  return [ministries, departments];
}

/** The first year round by round, and the next as far as its first; then month by month, until the ministries send for themselves. */
function historySteps(org: Organisation, scenario: Scenario): Step[] {
  const isHistory = (month: Period): boolean => month.endsOn < scenario.modernFrom.startsOn;
  const first = monthsOf(FIRST_FISCAL_YEAR).filter(isHistory);
  const second = monthsOf(FIRST_FISCAL_YEAR + 1).slice(0, 6);
  const rounds = [
    first.slice(0, 6),
    first.slice(6, 9),
    first.slice(9, 12),
    second.every(isHistory) ? second : [],
  ].filter((months) => months.length > 0);
  const inRounds = new Set(rounds.flat().map(({ code }) => code));
  const later = scenario.months.filter((month) => isHistory(month) && !inRounds.has(month.code));
  return [
    ...rounds.map((months) => {
      const last = months.at(-1)!;
      return load(
        org,
        'reading',
        instant(addDays(last.endsOn, 18), '15:00'),
        `ผลตัวชี้วัดถึงเดือน ${last.code}`,
        grouped(org, `readings-to-${last.code}`, (units) => rowsOfMonths(org, units, months)),
      );
    }),
    ...later.map((month) =>
      load(
        org,
        'reading',
        instant(addDays(month.endsOn, 14), '17:30'),
        `ผลตัวชี้วัดเดือน ${month.code}`,
        grouped(org, `readings-${month.code}`, (units) => rowsOfMonth(org, scenario, units, month)),
        month.code,
      ),
    ),
  ];
}

/** Projects first, then the money that names them: after the year's last quarter so far, and for the newest month. */
function moneySteps(org: Organisation, scenario: Scenario, year: number): Step[] {
  const quarters = periodsAt(year, 'quarter').filter(
    ({ endsOn }) => endsOn < scenario.modernFrom.startsOn || endsOn <= scenario.modernFrom.endsOn,
  );
  const last = quarters.at(-1);
  const steps = last
    ? [
        load(
          org,
          'project',
          instant(addDays(last.endsOn, 8), '13:00'),
          `โครงการ ณ ${last.code}`,
          grouped(org, `projects-${last.code}`, (units) => units.flatMap((unit) => projectRows(unit, last.endsOn))),
        ),
        load(
          org,
          'budget',
          instant(addDays(last.endsOn, 12), '13:00'),
          `การเบิกจ่ายถึง ${last.code}`,
          quarters.map((quarter) => budgetFile(org, quarter)),
        ),
      ]
    : [];
  const { newest } = scenario;
  if (newest.fiscalYear !== year || newest.endsOn === fiscalYearEnd(year)) return steps;
  return [
    ...steps,
    load(org, 'budget', instant(addDays(scenario.day, -5), '18:10'), `การเบิกจ่ายถึงเดือน ${newest.code}`, [
      budgetFile(org, newest),
    ]),
  ];
}

function budgetFile(org: Organisation, period: Period): { stem: string; rows: () => Rows } {
  return { stem: `budget-${period.code}`, rows: () => org.reporters.flatMap((unit) => budgetRows(org, unit, period)) };
}

/** Four files, five ministries each. */
function grouped(
  org: Organisation,
  stem: string,
  rows: (units: DemoUnit[]) => Rows,
): { stem: string; rows: () => Rows }[] {
  return [0, 1, 2, 3].map((group) => ({
    stem: `${stem}-group-${group + 1}`,
    rows: () => rows(org.ministries.slice(group * 5, group * 5 + 5).flatMap(({ code }) => org.reportersOf(code))),
  }));
}

function load(
  org: Organisation,
  dataset: DatasetName,
  at: string,
  label: string,
  files: { stem: string; rows: () => Rows }[],
  period: string | null = null,
): Step {
  return {
    kind: 'load',
    feedCode: `${dataset}-PMOC`,
    dataset,
    mapping: `contract-${dataset}`,
    at,
    label,
    period,
    firstFile: `${files[0]!.stem}.csv`,
    files: () => Promise.all(files.map(({ stem, rows }) => writeFile(org, 'csv', dataset, stem, label, rows()))),
  };
}

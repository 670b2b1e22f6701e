import { addDays } from '#domain/time/fiscal-calendar.ts';
import type { Period } from '#domain/time/period.ts';
import type { DatasetName } from '../../datasets/contract.ts';
import { csvFile } from '../files/delimited.ts';
import { toTable } from '../files/table.ts';
import { wholeBetween } from '../random.ts';
import { projectRows } from '../projects/project-rows.ts';
import type { DemoUnit, Organisation } from '../units.ts';
import { ministryOf } from '../units.ts';
import { withFaults } from './faulty.ts';
import { departmentSenders } from './feeds.ts';
import { correctedRow, differingRows, ownRows, rowsOfMonth } from './reading-content.ts';
import {
  CORRECTING_SENDER,
  DECISIONS,
  DEPARTMENT_SENDERS,
  DIFFERING_MINISTRY,
  FAULTY_SENDER,
  LATE,
  PROJECT_SENDERS,
  REFUSED_SENDER,
  TAKEN_BY_HAND,
  type Scenario,
} from './scenario.ts';
import { mappingOf, styleOf, type FileStyle } from './senders.ts';
import { instant, type Step } from './steps.ts';
import { writeFile } from './write-file.ts';

type Rows = readonly Record<string, string>[];

/** What ministries and departments send for themselves: the last months' readings, and where their projects stand. */
export function senderSteps(org: Organisation, scenario: Scenario): Step[] {
  const months = scenario.months.filter(({ startsOn }) => startsOn >= scenario.modernFrom.startsOn);
  return [
    ...months.flatMap((month) =>
      org.ministries.flatMap((ministry) => ministryReadings(org, scenario, ministry, month)),
    ),
    ...months
      .filter((month) => month.startsOn >= scenario.newest.startsOn)
      .flatMap((month) => departmentSenders(org).flatMap((unit) => departmentReadings(org, scenario, unit, month))),
    correction(org, scenario),
    ...org.ministries
      .filter(({ code }) => PROJECT_SENDERS.has(code))
      .map((ministry) => projects(org, scenario, ministry)),
    ...decisions(org, scenario),
  ];
}

function ministryReadings(org: Organisation, scenario: Scenario, ministry: DemoUnit, month: Period): Step[] {
  const sendsItself = DEPARTMENT_SENDERS.has(ministry.code) && month.startsOn >= scenario.newest.startsOn;
  if (sendsItself) return [];
  const rows = (): Rows => [
    ...rowsOfMonth(org, scenario, org.reportersOf(ministry.code), month),
    ...(ministry.code === DIFFERING_MINISTRY && month.code === scenario.modernFrom.code
      ? differingRows(org, month)
      : []),
  ];
  return [
    load(
      org,
      'reading',
      ministry,
      sentAt(ministry, month, 5, 13),
      `ผลตัวชี้วัด ${month.code} ${ministry.nameTh}`,
      `readings-${ministry.code}-${month.code}`,
      rows,
      month.code,
    ),
  ];
}

function departmentReadings(org: Organisation, scenario: Scenario, unit: DemoUnit, month: Period): Step[] {
  const isNewest = month.code === scenario.newest.code;
  if (isNewest && LATE.has(unit.code)) return [];
  const at = sentAt(unit, month, 4, 14);
  const label = `ผลตัวชี้วัด ${month.code} ${unit.nameTh}`;
  const stem = `readings-${unit.code}-${month.code}`;
  if (isNewest && unit.code === REFUSED_SENDER) return [refused(unit, at, label, stem, month)];
  const rows = (): Rows => {
    const own = ownRows(org, scenario, unit, month);
    const earlier = scenario.months.filter(({ endsOn }) => endsOn < month.startsOn);
    if (!isNewest || unit.code !== FAULTY_SENDER) return own;
    // It sends the months before once more, unchanged.
    const again = earlier.slice(-3).flatMap((one) => ownRows(org, scenario, unit, one));
    return withFaults([...own, ...again], unit.code, month, earlier);
  };
  return [load(org, 'reading', unit, at, label, stem, rows, month.code)];
}

/** Sent by mistake: a list of equipment in place of readings. */
function refused(unit: DemoUnit, at: string, label: string, stem: string, month: Period): Step {
  const table = toTable(
    [{ เลขครุภัณฑ์: 'ตย-0001', รายการ: 'เครื่องคอมพิวเตอร์', จำนวน: '12' }],
    ['เลขครุภัณฑ์', 'รายการ', 'จำนวน'],
  );
  const name = `${stem}.csv`;
  return {
    kind: 'load',
    feedCode: `reading-${unit.code}`,
    dataset: 'reading',
    mapping: 'contract-reading',
    at,
    label,
    period: month.code,
    firstFile: name,
    files: async () => [csvFile(name, table)],
  };
}

function correction(org: Organisation, scenario: Scenario): Step {
  const unit = org.unit(CORRECTING_SENDER);
  const { newest, day } = scenario;
  return load(
    org,
    'reading',
    unit,
    instant(addDays(day, -2), '10:15'),
    `แก้ไขผลตัวชี้วัด ${newest.code} ${unit.nameTh}`,
    `correction-${unit.code}-${newest.code}`,
    () => [correctedRow(org, newest)],
    newest.code,
  );
}

function projects(org: Organisation, scenario: Scenario, ministry: DemoUnit): Step {
  const back = wholeBetween(6, 16, 'projects sent', ministry.code);
  const day = addDays(scenario.day, -back);
  const rows = (): Rows => org.reportersOf(ministry.code).flatMap((unit) => projectRows(unit, addDays(day, -1)));
  return load(
    org,
    'project',
    ministry,
    instant(day, timeOf(ministry.code)),
    `โครงการ ${ministry.nameTh}`,
    `projects-${ministry.code}-${day}`,
    rows,
    null,
  );
}

/** Ministries take or return what does not show by itself, soon after the last arrived; the centre has taken the month before. */
function decisions(org: Organisation, scenario: Scenario): Step[] {
  const { newest, modernFrom } = scenario;
  const ofDepartments = Object.entries(DECISIONS).map(([code, { act, remark }], i) => ({
    kind: 'decide' as const,
    at: instant(addDays(newest.endsOn, 16), `1${i % 6}:45`),
    label: act === 'accept' ? `รับข้อมูล reading-${code}` : `ส่งคืนข้อมูล reading-${code}`,
    feedCode: `reading-${code}`,
    file: fileName(org, code, `readings-${code}-${newest.code}`),
    act,
    remark,
    positionCode: `officer-${ministryOf(org.unit(code))}`,
  }));
  const ofMinistries = TAKEN_BY_HAND.map((code) => ({
    kind: 'decide' as const,
    at: instant(addDays(modernFrom.endsOn, 17), '14:20'),
    label: `รับข้อมูล reading-${code}`,
    feedCode: `reading-${code}`,
    file: fileName(org, code, `readings-${code}-${modernFrom.code}`),
    act: 'accept' as const,
    remark: null,
    positionCode: 'opdc',
  }));
  return [...ofMinistries, ...ofDepartments];
}

function fileName(org: Organisation, unitCode: string, stem: string): string {
  const style: FileStyle = styleOf(org, unitCode);
  return `${stem}.${style === 'xlsx' ? 'xlsx' : style === 'tab' ? 'tsv' : 'csv'}`;
}

function load(
  org: Organisation,
  dataset: DatasetName,
  unit: DemoUnit,
  at: string,
  label: string,
  stem: string,
  rows: () => Rows,
  period: string | null,
): Step {
  const style: FileStyle = styleOf(org, unit.code);
  return {
    kind: 'load',
    feedCode: `${dataset}-${unit.code}`,
    dataset,
    mapping: mappingOf(org, unit.code, dataset),
    at,
    label,
    period,
    firstFile: fileName(org, unit.code, stem),
    files: async () => [await writeFile(org, style, dataset, stem, label, rows())],
  };
}

/** Some days after the month's end, in office hours; each office has its habit. */
function sentAt(unit: DemoUnit, month: Period, from: number, to: number): string {
  return instant(
    addDays(month.endsOn, wholeBetween(from, to, 'sent', unit.code)),
    timeOf(`${unit.code}${ministryOf(unit)}`),
  );
}

function timeOf(key: string): string {
  const minutes = wholeBetween(8 * 60 + 40, 16 * 60 + 20, 'time', key);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

import { addDays, daysBetween, fiscalYearOf, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { indicatorsOwedBy } from '../indicators/index.ts';
import { quality, size, TROUBLED_MINISTRY } from '../offices.ts';
import { deskTitle } from '../mandates/desks.ts';
import { between, chance, clamp, wholeBetween } from '../random.ts';
import { ministryOf, type DemoUnit } from '../units.ts';
import { architectureOf, type ArchitectureCourse } from './architecture.ts';
import { chooseSubjects, type ChosenSubject } from './choose-subjects.ts';
import { KINDS, type ProjectKind } from './kinds.ts';
import { mattersOf } from './subjects.ts';

/** What is settled about a project when it starts; where it stands on a day follows from it. */
export type Project = {
  code: string;
  unit: DemoUnit;
  nameTh: string;
  kind: ProjectKind;
  exchangesData: boolean;
  /** Satang, since some values turn on the last one. */
  valueSatang: number;
  startOn: IsoDate;
  plannedEndOn: IsoDate;
  /** Days by which it will end late. */
  delayDays: number;
  /** Below 1 the money runs ahead of the work. */
  spending: number;
  /** Share by which its value exceeds what was first planned. */
  overrun: number;
  architecture: ArchitectureCourse;
  ownerTitle: string;
  indicatorCode: string;
  system: string | null;
  layer: string | null;
  strategy: string | null;
  /** Its forecast is never renewed: it ends up lying in the past. */
  isCareless: boolean;
  isInternal: boolean;
};

/** Projects up to the day of the usual clock, and those that begin after it, so that later clocks find new ones too. */
const SPANS = [
  { from: '2022-12-01', to: '2026-11-10', share: 1 },
  { from: '2026-11-11', to: '2029-09-30', share: 0.75 },
] as const;

/** All projects of a unit, oldest first; each is drawn by its place, so that later ones never change those before. */
export function projectsOf(unit: DemoUnit): Project[] {
  const known = memory.get(unit.code);
  if (known) return known;
  const usual = clamp(10 + 4.6 * Math.sqrt(size(unit)) + 5 * chance('projects', unit.code), 6, 34);
  const filled = Math.min(usual, 6 + 1.5 * mattersOf(unit));
  const starts = SPANS.flatMap(({ from, to, share }) =>
    Array.from({ length: Math.round(filled * share) }, (_, i) => startOf(from, to, `${unit.code}/${i + 1}`)).sort(),
  );
  const subjects = chooseSubjects(unit, starts);
  const projects = subjects.map((subject, i) => toProject(unit, i + 1, starts[i]!, subject));
  memory.set(unit.code, projects);
  return projects;
}

const memory = new Map<string, Project[]>();

function startOf(from: IsoDate, to: IsoDate, key: string): IsoDate {
  return addDays(from, Math.floor(daysBetween(from, to) * chance('start', key) ** 0.7));
}

function toProject(unit: DemoUnit, no: number, startOn: IsoDate, subject: ChosenSubject): Project {
  const key = `${unit.code}/${no}`;
  const { kind } = subject;
  const facts = KINDS[kind];
  const duration = wholeBetween(8, facts.longestMonths, 'months', key) * 30;
  const standing = quality(unit, 20, 'projects');
  const exchangesData = kind === 'data_exchange';
  const valueSatang = valueOf(unit, subject, key);
  const architecture = architectureOf(exchangesData, valueSatang, key);
  const delayDays = delayOf(unit, standing, architecture, key);
  return {
    code: `P${unit.code}-${String(no).padStart(3, '0')}`,
    unit,
    nameTh: subject.nameTh,
    kind,
    exchangesData,
    valueSatang,
    startOn,
    plannedEndOn: addDays(startOn, duration),
    delayDays,
    spending: chance('ahead', key) < 0.05 ? 0.35 : between(0.9, 1.2, 'spending', key),
    overrun: overrunOf(delayDays, key),
    architecture,
    ownerTitle: deskTitle(unit, subject.desk),
    indicatorCode: indicatorOf(unit, subject.serves),
    system: subject.system,
    layer: facts.layer,
    strategy: facts.strategy,
    isCareless: chance('careless', key) < 0.24,
    isInternal: ministryOf(unit) === '02000' || chance('internal', key) < 0.03,
  };
}

const TEN_MILLION_SATANG = 1_000_000_000;

/** From half a million to two thousand million baht; some data-exchange projects stand exactly on the line of the architecture gate. */
function valueOf(unit: DemoUnit, { kind, isOwn, name }: ChosenSubject, key: string): number {
  if (kind === 'data_exchange') {
    const line = chance('line', key);
    if (line < 0.03) return TEN_MILLION_SATANG;
    if (line < 0.06) return TEN_MILLION_SATANG + 1;
  }
  const { least, most } = KINDS[kind];
  // What is new costs more than repairs, roads and hospitals more than houses; what only runs the office is small.
  const isLarge = LARGE_WORKS.test(name);
  const from = least + (/^(ก่อสร้าง|ขยายทาง)/.test(name) ? (isLarge ? 1.1 : 0.6) : 0);
  const to = !isOwn ? least + (most - least) * 0.6 : kind === 'construction' && !isLarge ? most - 1 : most;
  const power = from + (to - from) * clamp(chance('value', key) ** 1.35 * (0.75 + 0.1 * Math.sqrt(size(unit))), 0, 1);
  return Math.round(clamp(10 ** power, 500_000, 2_000_000_000) / 1000) * 100_000;
}

const LARGE_WORKS =
  /ทางหลวง|ทางเลี่ยง|สะพาน|ถนน|อ่างเก็บน้ำ|ประตูระบายน้ำ|เขื่อน|น้ำท่วม|ท่าอากาศยาน|ทางวิ่ง|ท่าเรือ|เรือนจำ|อาคารผู้ป่วย|อาคารรักษา|สถานีขนส่งสินค้า|ด่านศุลกากร|สนามทดสอบ/;

/** Those that wait for their architecture are late more often than others. */
function delayOf(unit: DemoUnit, standing: number, architecture: ArchitectureCourse, key: string): number {
  const isTroubled = ministryOf(unit) === TROUBLED_MINISTRY;
  const usual = (isTroubled ? 0.46 : 0.13) + (architecture === 'behind' ? 0.45 : 0);
  const isLate = chance('late', key) < clamp(usual - 0.1 * standing, 0.04, 0.85);
  if (!isLate) return chance('a few days', key) < 0.12 ? wholeBetween(1, 20, 'few', key) : 0;
  return Math.round(between(25, isTroubled ? 330 : 210, 'days', key) * (1 - 0.25 * standing));
}

/** What comes late often costs more, too. */
function overrunOf(delayDays: number, key: string): number {
  const likely = delayDays > 60 ? 0.5 : delayDays > 0 ? 0.25 : 0.1;
  return chance('overrun', key) < likely ? between(0.015, delayDays > 60 ? 0.2 : 0.12, 'over', key) : 0;
}

/** The indicator that the subject serves; where the unit does not owe it, the nearest that every unit owes. */
function indicatorOf(unit: DemoUnit, serves: string): string {
  const owed = indicatorsOwedBy(unit);
  return owed.some(({ code }) => code === serves) ? serves : (INSTEAD[serves] ?? 'C-SRV-02');
}

const INSTEAD: Record<string, string> = { 'C-DIG-01': 'C-OPN-01', 'C-SRV-03': 'C-SRV-02', 'C-SRV-01': 'C-SRV-02' };

/** Share of the work done on a day, 0–1, if it ran as planned or as it really does. */
export function shareDone(project: Project, day: IsoDate, course: 'planned' | 'actual'): number {
  const length = daysBetween(project.startOn, project.plannedEndOn) + (course === 'actual' ? project.delayDays : 0);
  const x = clamp(daysBetween(project.startOn, day) / length, 0, 1);
  return x * x * (3 - 2 * x);
}

/** Day on which it really ends. */
export function endOf(project: Project): IsoDate {
  return addDays(project.plannedEndOn, project.delayDays);
}

/** Fiscal years from its start to its end. */
export function yearsOf(project: Project): { from: number; to: number } {
  return { from: fiscalYearOf(project.startOn), to: fiscalYearOf(endOf(project)) };
}

/** Whether a list of a day names it: it has begun, and did not end long ago. */
export function isListedOn(project: Project, day: IsoDate): boolean {
  return project.startOn <= day && daysBetween(endOf(project), day) < 540;
}

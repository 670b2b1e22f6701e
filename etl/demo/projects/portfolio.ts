import { addDays, daysBetween, fiscalYearOf, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { indicatorsOwedBy } from '../indicators/index.ts';
import { quality, size, TROUBLED_MINISTRY } from '../offices.ts';
import { between, chance, clamp, pick, wholeBetween } from '../random.ts';
import { ministryOf, type DemoUnit } from '../units.ts';
import { KIND_WORDS, OWNER_TITLES, projectName, type ProjectKind } from './names.ts';

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
  /** Share by which the cost will exceed the plan. */
  overrun: number;
  ea: 'none' | 'drafting' | 'complete' | 'waived';
  ownerTitle: string;
  indicatorCode: string;
  system: string | null;
  layer: string | null;
  strategy: string | null;
  /** Its forecast is never renewed: it ends up lying in the past. */
  isCareless: boolean;
  isInternal: boolean;
};

const FIRST_START = '2022-12-01';
/** Projects are drawn once, as far as any clock of the demonstration reaches; those that start later are not told of. */
const LAST_START = '2026-11-10';

/** All projects of a unit, oldest first. */
export function projectsOf(unit: DemoUnit): Project[] {
  const known = memory.get(unit.code);
  if (known) return known;
  const number = Math.round(clamp(10 + 4.6 * Math.sqrt(size(unit)) + 5 * chance('projects', unit.code), 6, 34));
  const projects = Array.from({ length: number }, (_, i) => toProject(unit, i + 1));
  memory.set(unit.code, projects);
  return projects;
}

const memory = new Map<string, Project[]>();

function toProject(unit: DemoUnit, no: number): Project {
  const key = `${unit.code}/${no}`;
  const kind = pick(KINDS, 'kind', key);
  const words = KIND_WORDS[kind];
  const span = daysBetween(FIRST_START, LAST_START);
  const startOn = addDays(FIRST_START, Math.floor(span * chance('start', key) ** 0.7));
  const duration = wholeBetween(8, kind === 'construction' ? 36 : 24, 'months', key) * 30;
  const standing = quality(unit, 20, 'projects');
  return {
    code: `P${unit.code}-${String(no).padStart(3, '0')}`,
    unit,
    nameTh: projectName(ministryOf(unit), unit.nameTh, kind, no % 5 === 0 ? 2 : 1, key),
    kind,
    exchangesData: words.exchangesData,
    valueSatang: valueOf(unit, kind, key),
    startOn,
    plannedEndOn: addDays(startOn, duration),
    delayDays: delayOf(unit, standing, key),
    spending: chance('ahead', key) < 0.05 ? 0.35 : between(0.9, 1.2, 'spending', key),
    overrun: chance('overrun', key) < 0.15 ? between(0.03, 0.22, 'over', key) : 0,
    ea: eaOf(kind, key),
    ownerTitle: pick(OWNER_TITLES, 'owner', key),
    indicatorCode: indicatorOf(unit, words.indicator, key),
    system: words.system,
    layer: words.layer,
    strategy: words.strategy,
    isCareless: chance('careless', key) < 0.24,
    isInternal: ministryOf(unit) === '02000' || chance('internal', key) < 0.03,
  };
}

const KINDS: readonly ProjectKind[] = [
  'data_exchange',
  'data_exchange',
  'system',
  'system',
  'e_service',
  'e_service',
  'infrastructure',
  'construction',
  'construction',
  'equipment',
  'people',
  'security',
];

const TEN_MILLION_SATANG = 1_000_000_000;

/** From half a million to two thousand million baht; some data-exchange projects stand exactly on the line of the architecture gate. */
function valueOf(unit: DemoUnit, kind: ProjectKind, key: string): number {
  if (kind === 'data_exchange') {
    const line = chance('line', key);
    if (line < 0.03) return TEN_MILLION_SATANG;
    if (line < 0.06) return TEN_MILLION_SATANG + 1;
  }
  const reach = kind === 'construction' ? 3.6 : kind === 'people' ? 1.9 : 2.7;
  const power = 5.7 + reach * clamp(chance('value', key) ** 1.35 * (0.75 + 0.1 * Math.sqrt(size(unit))), 0, 1);
  return Math.round(clamp(10 ** power, 500_000, 2_000_000_000) / 1000) * 100_000;
}

function delayOf(unit: DemoUnit, standing: number, key: string): number {
  const isTroubled = ministryOf(unit) === TROUBLED_MINISTRY;
  const isLate = chance('late', key) < clamp((isTroubled ? 0.46 : 0.13) - 0.1 * standing, 0.04, 0.85);
  if (!isLate) return chance('a few days', key) < 0.12 ? wholeBetween(1, 20, 'few', key) : 0;
  return Math.round(between(25, isTroubled ? 330 : 210, 'days', key) * (1 - 0.25 * standing));
}

function eaOf(kind: ProjectKind, key: string): Project['ea'] {
  if (kind !== 'data_exchange' && kind !== 'system') return 'none';
  const state = chance('ea', key);
  return state < 0.58 ? 'complete' : state < 0.82 ? 'drafting' : state < 0.9 ? 'waived' : 'none';
}

function indicatorOf(unit: DemoUnit, usual: string, key: string): string {
  const owed = indicatorsOwedBy(unit);
  const missions = owed.filter(({ code }) => code.startsWith('M'));
  if (missions.length > 0 && chance('mission', key) < 0.55) return pick(missions, 'which', key).code;
  return owed.some(({ code }) => code === usual) ? usual : 'C-SRV-02';
}

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

import { daysBetween, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { inProvince } from '../mandates/provinces.ts';
import { chance } from '../random.ts';
import type { DemoUnit } from '../units.ts';
import { KINDS, type ProjectKind } from './kinds.ts';
import { subjectsOf, type Subject } from './subjects.ts';

export type ChosenSubject = Subject & { nameTh: string };

/**
 * What a unit's projects that start on these days are about, no name twice: kinds by their frequency, and of each kind what the unit
 * is there for before what any office does. A unit with little to do has fewer.
 */
export function chooseSubjects(unit: DemoUnit, starts: readonly IsoDate[]): ChosenSubject[] {
  const subjects = subjectsOf(unit);
  const chosen: ChosenSubject[] = [];
  const names = new Set<string>();
  const begunOn = new Map<string, IsoDate>();
  const uses = new Map<string, number>();
  for (const [i, startOn] of starts.entries()) {
    const key = `${unit.code}/${i + 1}`;
    const free = subjects.filter(
      (subject) => !names.has(nameOf(subject, unit, key)) && isTimeFor(subject, begunOn, startOn),
    );
    const kind = pickKind(free, key);
    if (kind === null) break;
    const [best] = free
      .filter((subject) => subject.kind === kind)
      .map((subject) => ({ subject, rank: rankOf(subject, uses.get(subject.about) ?? 0, key) }))
      .sort((a, b) => a.rank - b.rank);
    const { subject } = best!;
    const nameTh = nameOf(subject, unit, key);
    names.add(nameTh);
    begunOn.set(subject.name, startOn);
    uses.set(subject.about, (uses.get(subject.about) ?? 0) + 1);
    chosen.push({ ...subject, nameTh });
  }
  return chosen;
}

/** What any office does says whose it is, as lists of a whole ministry show projects of several. */
function nameOf({ name, isOwn }: Subject, unit: DemoUnit, key: string): string {
  return `โครงการ${inProvince(name, key)}${isOwn ? '' : ` ${(unit.abbrTh ?? unit.nameTh).replace(/^สำนักงาน /, '')}`}`;
}

/** A second stage begins a year after the first at the earliest. */
function isTimeFor({ follows }: Subject, begunOn: ReadonlyMap<string, IsoDate>, startOn: IsoDate): boolean {
  if (follows === null) return true;
  const first = begunOn.get(follows);
  return first !== undefined && daysBetween(first, startOn) >= 365;
}

function pickKind(free: readonly Subject[], key: string): ProjectKind | null {
  const kinds = (Object.keys(KINDS) as ProjectKind[])
    .map((kind) => ({ kind, of: free.filter((subject) => subject.kind === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => ({
      kind,
      weight: KINDS[kind].frequency * (of.some(({ isOwn }) => isOwn) ? 1 : ONLY_OFFICE),
    }));
  let at = chance('kind', key) * kinds.reduce((sum, { weight }) => sum + weight, 0);
  for (const { kind, weight } of kinds) {
    at -= weight;
    if (at < 0) return kind;
  }
  return kinds.at(-1)?.kind ?? null;
}

/** A kind of which only the office's own matters are left comes up less. */
const ONLY_OFFICE = 0.4;

/** The least goes first: matters that have no project yet, and the unit's own before the office's. */
function rankOf(subject: Subject, usesOfMatter: number, key: string): number {
  return usesOfMatter + (subject.isOwn ? 0 : 1.1) + chance('subject', key, subject.name);
}

import { inProvince } from '../mandates/provinces.ts';
import { chance } from '../random.ts';
import type { DemoUnit } from '../units.ts';
import { KINDS, type ProjectKind } from './kinds.ts';
import { subjectsOf, type Subject } from './subjects.ts';

export type ChosenSubject = Subject & { nameTh: string };

/**
 * What a unit's projects are about, oldest first and no name twice: kinds by their frequency, and of each kind what the unit
 * is there for before what any office does. A unit with little to do has fewer.
 */
export function chooseSubjects(unit: DemoUnit, number: number): ChosenSubject[] {
  const subjects = subjectsOf(unit);
  const chosen: ChosenSubject[] = [];
  const names = new Set<string>();
  const uses = new Map<string, number>();
  for (let no = 1; no <= number; no++) {
    const key = `${unit.code}/${no}`;
    const free = subjects.filter((subject) => !names.has(nameOf(subject, key)));
    const kind = pickKind(free, key);
    if (kind === null) break;
    const [best] = free
      .filter((subject) => subject.kind === kind)
      .map((subject) => ({ subject, rank: rankOf(subject, uses.get(subject.about) ?? 0, key) }))
      .sort((a, b) => a.rank - b.rank);
    const { subject } = best!;
    const nameTh = nameOf(subject, key);
    names.add(nameTh);
    uses.set(subject.about, (uses.get(subject.about) ?? 0) + 1);
    chosen.push({ ...subject, nameTh });
  }
  return chosen;
}

function nameOf({ name }: Subject, key: string): string {
  return `โครงการ${inProvince(name, key)}`;
}

function pickKind(free: readonly Subject[], key: string): ProjectKind | null {
  const kinds = (Object.keys(KINDS) as ProjectKind[]).filter((kind) => free.some((subject) => subject.kind === kind));
  const total = kinds.reduce((sum, kind) => sum + KINDS[kind].frequency, 0);
  let at = chance('kind', key) * total;
  for (const kind of kinds) {
    at -= KINDS[kind].frequency;
    if (at < 0) return kind;
  }
  return kinds.at(-1) ?? null;
}

/** The least goes first: matters that have no project yet, and the unit's own before the office's. */
function rankOf(subject: Subject, usesOfMatter: number, key: string): number {
  return usesOfMatter + (subject.isOwn ? 0 : 0.6) + chance('subject', key, subject.name);
}

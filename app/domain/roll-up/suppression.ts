import { ALL_AUDIENCES, audiencesFrom, insidersOf, OUTSIDE_BIT } from '../hierarchy/audience.ts';
import type { UnitLevel } from '../hierarchy/levels.ts';
import { toDecimal, type Decimal, type DecimalText } from '../numbers/decimal.ts';

/** One figure of an indicator and period, for the levels at which it stands. */
export type SuppressibleFigure = {
  unitId: number;
  unitLevel: UnitLevel;
  /** Ids from the root down to the unit itself. */
  path: readonly number[];
  slice: { id: number; kind: string } | null;
  /** Levels: DOC 1, MOC 2, PMOC 4. */
  levels: number;
  /** Audiences that may see it for its own sake. */
  seenBy: number;
  /** Null: withheld. Its unit knows it all the same. */
  value: DecimalText | null;
};

export type Suppressed = {
  /** Audiences that do not see it, for its own sake or for another's. */
  hidden: number;
  /** Audiences to which it stands in one equation with something hidden. */
  beside: number;
};

/**
 * What must be hidden so that nobody finds out, by adding or subtracting what is seen, what is kept. Takes all figures of one indicator
 * and period; answers in their order. A total is the sum of the figures next below it, and of its slices of each kind. Of
 * everything that stands in such an equation, at least two are hidden or none: the next smallest goes with the one that is
 * kept. A part whose total is hidden is hidden likewise, up to the root, and a figure that is hidden takes its slices with it.
 */
export function suppress(figures: readonly SuppressibleFigure[]): Suppressed[] {
  const answers = figures.map((): Suppressed => ({ hidden: 0, beside: 0 }));
  for (const level of [0, 1, 2]) {
    const terms = termsAt(figures, level);
    const equations = equationsOf(terms);
    for (const bit of ALL_AUDIENCES.map((_, index) => index).filter((index) => Math.floor(index / 3) === level)) {
      const sight = hideFor(bit, terms, equations);
      for (const term of sight.hidden) answers[term.place]!.hidden |= 1 << bit;
      for (const term of sight.beside) answers[term.place]!.beside |= 1 << bit;
    }
  }
  return answers;
}

type Term = SuppressibleFigure & { place: number; size: Decimal };
/** Units below one, or one's slices of a kind. `siblings` are the whole's own slices of the kind where it is such a slice itself. */
type Equation = { of: 'units' | 'slices'; whole: Term; parts: Term[]; siblings: Term[] };

/** In an order of their own, so that the choice never changes from load to load. */
function termsAt(figures: readonly SuppressibleFigure[], level: number): Term[] {
  return figures
    .map((figure, place) => ({ ...figure, place, size: toDecimal(figure.value ?? 0).abs() }))
    .filter((term) => (term.levels & (1 << level)) !== 0)
    .sort((one, other) => one.unitId - other.unitId || sliceOf(one) - sliceOf(other));
}

const sliceOf = (term: SuppressibleFigure) => term.slice?.id ?? 0;
const keyOf = (unitId: number, sliceId: number) => unitId * 100_000 + sliceId;

/** Totals of units first, then breakdowns, then totals of broken down parts: what is hidden follows mostly in that order. */
function equationsOf(terms: readonly Term[]): Equation[] {
  const at = new Map(terms.map((term) => [keyOf(term.unitId, sliceOf(term)), term]));
  const found = new Map<string, Equation>();
  const add = (of: Equation['of'], name: string, whole: Term, part: Term) => {
    const siblings = () =>
      terms.filter((one) => one.unitId === whole.unitId && one.slice && one.slice.kind === whole.slice?.kind);
    const equation = found.get(name) ?? { of, whole, parts: [], siblings: siblings() };
    equation.parts.push(part);
    found.set(name, equation);
  };
  for (const part of terms) {
    const above = part.path.slice(0, -1).reverse();
    const unitId = above.find((id) => at.has(keyOf(id, sliceOf(part))));
    if (unitId !== undefined)
      add('units', `units ${unitId} ${sliceOf(part)}`, at.get(keyOf(unitId, sliceOf(part)))!, part);
    const own = part.slice && at.get(keyOf(part.unitId, 0));
    if (own) add('slices', `slices ${part.unitId} ${part.slice!.kind}`, own, part);
  }
  const turn = ({ of, whole }: Equation) => (of === 'slices' ? 1 : whole.slice ? 2 : 0);
  return [...found.values()].sort((one, other) => turn(one) - turn(other));
}

type Sight = { bit: number; kept: Set<Term>; hidden: Set<Term>; beside: Set<Term> };

function hideFor(bit: number, terms: readonly Term[], equations: readonly Equation[]): Sight {
  const kept = new Set(terms.filter((term) => !isSeen(term, bit)));
  const sight: Sight = { bit, kept, hidden: new Set(kept), beside: new Set() };
  if (kept.size === 0) return sight;
  // Below its unit nobody sees a total but as an outsider, so that a department keeps its own figure.
  const asked = equations.filter(({ of, whole }) => of === 'slices' || audiencesFrom(whole.unitLevel) & (1 << bit));
  for (let size = -1; size < sight.hidden.size;) {
    size = sight.hidden.size;
    for (const equation of asked) (equation.of === 'units' ? hideAmongUnits : hideAmongSlices)(equation, sight);
  }
  for (const { whole, parts } of asked)
    if ([whole, ...parts].some((term) => sight.hidden.has(term)))
      for (const term of [whole, ...parts]) sight.beside.add(term);
  return sight;
}

function isSeen(term: Term, bit: number): boolean {
  const seenBy = term.value === null ? insidersOf(term.unitLevel) : term.seenBy;
  return (seenBy & (1 << bit)) !== 0;
}

/** A breakdown is the number in pieces: hidden with it. One piece alone would be the rest. */
function hideAmongSlices({ whole, parts }: Equation, { hidden }: Sight): void {
  if (hidden.has(whole)) for (const part of parts) hidden.add(part);
  else if (parts.filter((part) => hidden.has(part)).length === 1) {
    const next = smallest(parts, hidden, () => true);
    if (next) hidden.add(next);
  }
}

/**
 * An outsider may know one unit below as the own: what is hidden outside of any one unit is nothing, or two at least, and where there
 * are not enough parts the total goes. Where a part is broken down and a piece is hidden, its total is not shown broken
 * down at all: rows and columns that cross would give more away than either.
 */
function hideAmongUnits(equation: Equation, sight: Sight): void {
  const { whole, parts, siblings } = equation;
  const { hidden } = sight;
  if (whole.slice && [whole, ...parts].some((term) => hidden.has(term)))
    for (const sibling of siblings) hidden.add(sibling);
  while (exposedBy(equation, sight).some((knower) => hideFrom(knower, equation, sight)));
}

/** Hides one more that the unit does not know; answers false where there is none. */
function hideFrom(knower: number | null, { whole, parts }: Equation, { bit, hidden }: Sight): boolean {
  const next =
    smallest(parts, hidden, (part) => knower === null || !part.path.includes(knower)) ??
    (bit === OUTSIDE_BIT && !hidden.has(whole) ? whole : null);
  if (next) hidden.add(next);
  return next !== null;
}

/** The units whose own knowledge would tell what is hidden; null among them stands for nobody's, where it takes none. */
function exposedBy({ whole, parts }: Equation, { bit, kept, hidden }: Sight): (number | null)[] {
  const among = [whole, ...parts].filter((term) => hidden.has(term));
  if (among.length === 1) return [null];
  if (bit !== OUTSIDE_BIT) return [];
  const isTold = (others: Term[]) => others.length === 1 && (!whole.slice || kept.has(others[0]!));
  const below = (part: Term) => (hidden.has(part) ? part.path.slice(part.path.indexOf(whole.unitId) + 1) : []);
  return [...new Set(parts.flatMap(below))].filter((unit) =>
    isTold(among.filter((term) => term === whole || !term.path.includes(unit))),
  );
}

/** By size without sign; nought shields nobody, so it comes last. Figures come in an order of their own. */
function smallest(parts: readonly Term[], hidden: ReadonlySet<Term>, isAllowed: (part: Term) => boolean): Term | null {
  return parts
    .filter((part) => !hidden.has(part) && isAllowed(part))
    .reduce<Term | null>((least, part) => (least === null || isBefore(part, least) ? part : least), null);
}

function isBefore(one: Term, other: Term): boolean {
  if (one.size.isZero() !== other.size.isZero()) return other.size.isZero();
  return one.size.lessThan(other.size);
}

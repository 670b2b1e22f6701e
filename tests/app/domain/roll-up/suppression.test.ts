import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTSIDE_BIT } from '#domain/hierarchy/audience.ts';
import type { UnitLevel } from '#domain/hierarchy/levels.ts';
import { suppress, type SuppressibleFigure } from '#domain/roll-up/suppression.ts';
import { determined } from '#tests/setup/equations.ts';

const ROOT = 1;
const EVERYBODY = 511;
/** Who is cleared for what is internal. */
const CLEARED = EVERYBODY & ~(1 | 8 | 64);
const OF_MINISTRIES = 3;

/** Unit 1 is the root, 2 to 9 are ministries, 21 to 29 the departments of ministry 2. */
function figure(
  unitId: number,
  value: string | null,
  given: { seenBy?: number; slice?: number } = {},
): SuppressibleFigure {
  const path = unitId === ROOT ? [ROOT] : unitId < 10 ? [ROOT, unitId] : [ROOT, Math.floor(unitId / 10), unitId];
  const unitLevel = (['PMOC', 'MOC', 'DOC'] as UnitLevel[])[path.length - 1]!;
  const slice = given.slice === undefined ? null : { id: given.slice, kind: 'province' };
  return { unitId, unitLevel, path, slice, levels: 7, seenBy: given.seenBy ?? EVERYBODY, value };
}

const nameOf = ({ unitId, slice }: SuppressibleFigure) => (slice ? `${unitId}/${slice.id}` : String(unitId));

function hiddenFrom(bit: number, figures: readonly SuppressibleFigure[]): string[] {
  const answers = suppress(figures);
  return figures.filter((_, place) => answers[place]!.hidden & (1 << bit)).map(nameOf);
}

describe('suppression', () => {
  const internal = { seenBy: CLEARED };
  const four = [figure(21, '90'), figure(22, '5', internal), figure(23, '-8'), figure(24, '20')];

  it('one hidden part takes the next smallest with it, and a third where a sister may know her own', () => {
    expect(hiddenFrom(OF_MINISTRIES, [figure(2, '107'), ...four])).toEqual(['22', '23']);
    expect(hiddenFrom(OUTSIDE_BIT, [figure(2, '107'), ...four])).toEqual(['22', '23', '24']);
  });

  it('without a reported total nothing can be subtracted', () => {
    expect(hiddenFrom(OUTSIDE_BIT, four)).toEqual(['22']);
  });

  it('nought shields nobody', () => {
    const figures = [figure(2, '95'), figure(21, '90'), figure(22, '5', internal), figure(23, '0')];
    expect(hiddenFrom(OF_MINISTRIES, figures)).toEqual(['21', '22']);
  });

  it('of two parts both are hidden, and from outsiders the total as well', () => {
    const figures = [figure(2, '14'), figure(21, '9'), figure(22, null)];
    expect(hiddenFrom(OF_MINISTRIES, figures)).toEqual(['21', '22']);
    expect(hiddenFrom(OUTSIDE_BIT, figures)).toEqual(['2', '21', '22']);
  });

  it('a total that is hidden is a hidden part one level up', () => {
    const ministries = [figure(3, '30'), figure(4, '40'), figure(5, '50')];
    const figures = [figure(ROOT, '134'), figure(2, '14'), figure(21, '9'), figure(22, null), ...ministries];
    expect(hiddenFrom(OUTSIDE_BIT, figures)).toEqual(['2', '21', '22', '3', '4']);
  });

  it('a total is taken apart by what is reported next below, where the level between reports nothing', () => {
    const figures = [figure(ROOT, '137'), ...four, figure(3, '30')];
    expect(hiddenFrom(OUTSIDE_BIT, figures)).toEqual(['22', '23', '24']);
  });

  it('what is hidden takes its breakdown with it, and a hidden total two of its parts', () => {
    const slices = [figure(22, '2', { slice: 1 }), figure(22, '3', { slice: 2 })];
    expect(hiddenFrom(OUTSIDE_BIT, [...four, ...slices])).toEqual(['22', '22/1', '22/2']);
    const parts = [figure(21, '4'), figure(22, '5'), figure(23, '6')];
    expect(hiddenFrom(OUTSIDE_BIT, [figure(2, '15', internal), ...parts])).toEqual(['2', '21', '22']);
  });

  it('a unit that withholds still reads its own breakdown', () => {
    const figures = [figure(22, null), figure(22, '2', { slice: 1 }), figure(22, '3', { slice: 2 })];
    expect(hiddenFrom(0, figures)).toEqual([]);
    expect(hiddenFrom(OF_MINISTRIES, figures)).toEqual(['22', '22/1', '22/2']);
  });

  it('a total whose parts are broken down is not, where one of their pieces is hidden', () => {
    const figures = [
      ...[figure(2, '100'), figure(2, '60', { slice: 1 }), figure(2, '40', { slice: 2 })],
      ...[figure(21, '50'), figure(21, '30', { slice: 1, ...internal }), figure(21, '20', { slice: 2 })],
      ...[figure(22, '50'), figure(22, '30', { slice: 1 }), figure(22, '20', { slice: 2 })],
    ];
    expect(hiddenFrom(OUTSIDE_BIT, figures)).toEqual(['2/1', '2/2', '21/1', '21/2']);
  });
});

/** Totals of at least two parts, on three levels, some broken down by two or three provinces; anything may be kept. */
const anyFigures = fc
  .record({
    reported: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 21, 22, 23, 31, 32, 33, 34, 41, 42), { minLength: 3 }),
    brokenDown: fc.integer({ min: 0, max: 8191 }),
    provinces: fc.integer({ min: 2, max: 3 }),
    kept: fc.array(fc.constantFrom('no', 'no', 'no', 'internal', 'withheld'), { minLength: 60, maxLength: 60 }),
    values: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 60, maxLength: 60 }),
  })
  .map(({ reported, brokenDown, provinces, kept, values }) =>
    reported
      .flatMap((unitId, place) => [
        { unitId, slice: 0 },
        ...(brokenDown & (1 << place)
          ? Array.from({ length: provinces }, (_, index) => ({ unitId, slice: index + 1 }))
          : []),
      ])
      .map(({ unitId, slice }, place) => {
        const seenBy = kept[place] === 'internal' ? CLEARED : EVERYBODY;
        const value = kept[place] === 'withheld' ? null : String(values[place]);
        return figure(unitId, value, { seenBy, ...(slice ? { slice } : {}) });
      }),
  )
  .filter((figures) => equationsOf(figures).every((equation) => isOfSeveral(figures, equation)));

/** Who knows the only part of a total, or all of its parts, knows it. */
function isOfSeveral(figures: readonly SuppressibleFigure[], { whole, parts }: { whole: number; parts: number[] }) {
  const { path } = figures[whole]!;
  const branches = parts.map((part) => figures[part]!.path[path.length]);
  return parts.length > 1 && (branches[0] === undefined || new Set(branches).size > 1);
}

/** Written anew, so that the rule does not judge itself. */
function equationsOf(figures: readonly SuppressibleFigure[]): { whole: number; parts: number[] }[] {
  const places = figures.map((_, place) => place);
  const sliceAt = (place: number) => figures[place]!.slice?.id ?? 0;
  return places.flatMap((whole) => {
    const { unitId } = figures[whole]!;
    const isBelow = (place: number, above: number) => {
      const { path } = figures[place]!;
      return sliceAt(place) === sliceAt(above) && place !== above && path.includes(figures[above]!.unitId);
    };
    const below = places.filter((place) => isBelow(place, whole));
    const next = below.filter((place) => !below.some((between) => isBelow(place, between)));
    // Pieces add up only where every part of the total comes in pieces.
    const unitsBelow = (slice: number) =>
      new Set(
        places.flatMap((place) =>
          sliceAt(place) === slice && figures[place]!.path.includes(unitId) ? [figures[place]!.unitId] : [],
        ),
      );
    if ([...unitsBelow(0)].some((unit) => !unitsBelow(sliceAt(whole)).has(unit))) return [];
    const slices = sliceAt(whole) ? [] : places.filter((place) => figures[place]!.unitId === unitId && sliceAt(place));
    return [next, slices].filter((parts) => parts.length > 0).map((parts) => ({ whole, parts }));
  });
}

/** What is kept for its own sake and yet follows from what outsiders see, with all figures of one unit and below as well. */
function foundOut(figures: readonly SuppressibleFigure[]): { own: number | null; name: string }[] {
  const answers = suppress(figures);
  const equations = equationsOf(figures);
  const units = [...new Set(figures.flatMap(({ path }) => path))].filter((unit) => unit !== ROOT);
  return [null, ...units].flatMap((own) => {
    const isUnknown = ({ path }: SuppressibleFigure, place: number) =>
      answers[place]!.hidden & (1 << OUTSIDE_BIT) && !(own !== null && path.includes(own));
    const unknown = figures.flatMap((one, place) => (isUnknown(one, place) ? [place] : []));
    const found = determined(
      equations.map(({ whole, parts }) =>
        unknown.map((place) => (place === whole ? 1 : parts.includes(place) ? -1 : 0)),
      ),
    );
    const isKept = ({ value, seenBy }: SuppressibleFigure) => value === null || seenBy === CLEARED;
    return unknown
      .filter((place, column) => found.has(column) && isKept(figures[place]!))
      .map((place) => ({ own, name: nameOf(figures[place]!) }));
  });
}

describe('whatever is kept', () => {
  it('does not follow from what outsiders see, nor with what one unit knows of itself and below', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        expect(foundOut(figures)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

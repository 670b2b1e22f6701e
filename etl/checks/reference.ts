import { toNearest, type Candidate } from '#domain/text/nearest.ts';
import { toSearchKey } from '#domain/text/search-key.ts';

export type UnitRef = {
  id: number;
  code: string;
  nameTh: string;
  nameEn: string;
  abbrTh: string | null;
  abbrEn: string | null;
  aliases: readonly string[];
  ministryId: number;
  rootId: number;
  /** Ancestors from the root down to the unit itself. */
  path: readonly number[];
  validFrom: string | null;
  validTo: string | null;
};

export type IndicatorRef = {
  id: number;
  code: string;
  nameTh: string;
  nameEn: string;
  version: number;
  /** A share is read in percent and lies within 0 and 100. */
  isShare: boolean;
  frequency: string;
  rootId: number;
  /** Of its newest version: public 0, internal 1, restricted 2; one that a file brings along is public. */
  clearance?: number;
  /** By which a ratio of parts is multiplied: 100 for a percentage. */
  ratioScale?: string;
  /** How children's figures become a parent's. */
  orgRollup?: string;
};

export type SliceRef = { id: number; kind: string; code: string };

export type FoundBy = 'code' | 'name' | 'alias' | 'abbreviation';
export type Found<Ref> = { ok: true; ref: Ref; by: FoundBy } | { ok: false; isAmbiguous: boolean; nearest: string[] };

/** Look-ups by code, name, alias and abbreviation over everything that a record may refer to, as of one moment. */
export class Reference {
  private readonly units: Lookup<UnitRef>;
  private readonly indicators: Lookup<IndicatorRef>;
  private readonly slices: Map<string, SliceRef>;

  constructor(
    /** Changes whenever units, indicators or slices do: the same bytes read under another version go the whole way. */
    readonly version: string,
    units: readonly UnitRef[],
    indicators: readonly IndicatorRef[],
    slices: readonly SliceRef[],
  ) {
    this.units = new Lookup(units, (unit) => ({
      names: [unit.nameTh, unit.nameEn],
      aliases: unit.aliases,
      abbreviations: [unit.abbrTh, unit.abbrEn],
    }));
    this.indicators = new Lookup(indicators, (indicator) => ({
      names: [indicator.nameTh, indicator.nameEn],
      aliases: [],
      abbreviations: [],
    }));
    this.slices = new Map(slices.map((slice) => [`${slice.kind}:${slice.code}`, slice]));
  }

  findUnit(text: string, isInScope?: (unit: UnitRef) => boolean): Found<UnitRef> {
    return this.units.find(text, isInScope);
  }

  findIndicator(text: string, isInScope?: (indicator: IndicatorRef) => boolean): Found<IndicatorRef> {
    return this.indicators.find(text, isInScope);
  }

  findSlice(kind: string, code: string): SliceRef | null {
    return this.slices.get(`${kind}:${code}`) ?? null;
  }

  /** Whether one unit stands in another's subtree, itself included. */
  isBelow(unit: UnitRef, ancestorId: number): boolean {
    return unit.path.includes(ancestorId);
  }
}

const everywhere = (): boolean => true;

type Names = {
  names: readonly (string | null)[];
  aliases: readonly string[];
  abbreviations: readonly (string | null)[];
};

class Lookup<Ref extends { code: string }> {
  private readonly byCode = new Map<string, Ref>();
  private readonly byKey = new Map<string, { by: FoundBy; ref: Ref }[]>();
  private readonly candidates: (Candidate & { ref: Ref })[] = [];
  private readonly nearest = new Map<(ref: Ref) => boolean, ReturnType<typeof toNearest>>();

  constructor(refs: readonly Ref[], namesOf: (ref: Ref) => Names) {
    for (const ref of refs) {
      const { names, aliases, abbreviations } = namesOf(ref);
      this.byCode.set(ref.code.toUpperCase(), ref);
      for (const name of names) this.addKey(name, 'name', ref);
      for (const alias of aliases) this.addKey(alias, 'alias', ref);
      for (const abbreviation of abbreviations) this.addKey(abbreviation, 'abbreviation', ref);
      this.candidates.push({ code: ref.code, names, ref });
    }
  }

  find(text: string, isInScope: (ref: Ref) => boolean = everywhere): Found<Ref> {
    const exact = this.byCode.get(text.trim().toUpperCase());
    if (exact) return { ok: true, ref: exact, by: 'code' };
    const all = (this.byKey.get(toSearchKey(text)) ?? []).filter(({ ref }) => isInScope(ref));
    const named = all.filter(({ by }) => by === 'name');
    const hits = named.length > 0 ? named : all;
    const codes = new Set(hits.map(({ ref }) => ref.code));
    if (codes.size === 1) return { ok: true, ...hits[0]! };
    if (codes.size > 1) return { ok: false, isAmbiguous: true, nearest: [...codes] };
    return { ok: false, isAmbiguous: false, nearest: this.nearestIn(isInScope)(text).map(({ code }) => code) };
  }

  /** Kept by scope: a file with a thousand unknown codes compares each with trigrams made once. */
  private nearestIn(isInScope: (ref: Ref) => boolean): ReturnType<typeof toNearest> {
    let near = this.nearest.get(isInScope);
    if (!near) this.nearest.set(isInScope, (near = toNearest(this.candidates.filter(({ ref }) => isInScope(ref)))));
    return near;
  }

  private addKey(name: string | null, by: FoundBy, ref: Ref): void {
    const key = name ? toSearchKey(name) : '';
    if (key === '') return;
    const known = this.byKey.get(key);
    if (known) known.push({ by, ref });
    else this.byKey.set(key, [{ by, ref }]);
  }
}

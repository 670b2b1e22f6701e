import type { Sql } from '#db/connect.ts';
import { warn, type Finding } from '../checks/finding.ts';

/** A number about a thousand times the one before, or a thousandth, is likely in another unit: baht and thousands. */
const FACTOR_LOW = 300;
const FACTOR_HIGH = 3_000;
/** Series remembered at most; beyond, later ones go uncompared rather than memory up. */
const MAX_SERIES = 200_000;
const BATCH = 5_000;

export type Place = Omit<Finding, 'rule' | 'severity' | 'params'>;
/** A reading with the numbers that it brought: the value, or the parts of a ratio. */
export type Measured = {
  unitId: number;
  indicatorId: number;
  periodId: number;
  row: number;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
};

export type MeasureColumn = 'value' | 'numerator' | 'denominator';
type PlaceOf = (column: MeasureColumn) => Place;
type Previous = {
  i: number;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
};

/**
 * Compares each reading with the one before it in the file, and the file's first of each series with the newest one published.
 * Parts of a ratio are compared each with its own past and as a ratio: parts that grow alike leave their ratio as it was, but
 * not the totals they add up to. A number that is missing is NaN, which jumps against nothing.
 */
export class Magnitudes {
  /** Unit → indicator and kind → where the series stands; what is known of it stands in one array of numbers, which a hundred thousand fit in. */
  private readonly series = new Map<number, Map<number, number>>();
  private size = 0;
  private known = new Float64Array(1_000 * FIELDS);
  /** Per source (a sheet of a file), where its columns stand; rows differ and are kept beside. */
  private readonly sources: Record<MeasureColumn, Place>[] = [];
  private source: object | null = null;

  /** What jumps against the reading before in the file. `placeOf` tells a cell of this record, which is from that source. */
  add(measured: Measured, source: object, placeOf: PlaceOf): Finding[] {
    const { value, numerator, denominator } = measured;
    if (source !== this.source) {
      this.source = source;
      this.sources.push({
        value: placeOf('value'),
        numerator: placeOf('numerator'),
        denominator: placeOf('denominator'),
      });
    }
    const findings: Finding[] = [];
    if (value !== null) this.compare(measured, VALUE, value, NaN, placeOf, findings);
    if (numerator !== null || denominator !== null)
      this.compare(measured, PARTS, numerator ?? NaN, denominator ?? NaN, placeOf, findings);
    return findings;
  }

  /** Findings of the first numbers of each series against what is published; nothing is, of `firstYears`. */
  async compareWithPublished(sql: Sql, firstYears: readonly number[]): Promise<Finding[]> {
    const findings: Finding[] = [];
    const starts: number[] = [];
    for (let at = 0; at < this.size * FIELDS; at += FIELDS)
      if (this.known[at + UNIT]! > 0 && this.known[at + INDICATOR]! > 0) starts.push(at);
    if (!(await this.isAnyPublished(sql, starts, firstYears))) return [];
    const told = new Set<string>();
    for (let from = 0; from < starts.length; from += BATCH) {
      const batch = starts.slice(from, from + BATCH);
      for (const previous of await this.getPrevious(sql, batch)) {
        const at = batch[previous.i - 1]!;
        const record = `${this.known[at + UNIT]}:${this.known[at + INDICATOR]}`;
        const found = this.compareFirst(at, previous, told.has(record));
        if (found.length > 0) told.add(record);
        findings.push(...found);
      }
    }
    return findings;
  }

  private compare(
    { unitId, indicatorId, periodId, row }: Measured,
    kind: number,
    first: number,
    second: number,
    placeOf: PlaceOf,
    findings: Finding[],
  ): void {
    let ofUnit = this.series.get(unitId);
    if (ofUnit === undefined) this.series.set(unitId, (ofUnit = new Map()));
    const at = ofUnit.get(indicatorId * 2 + kind);
    if (at === undefined) {
      if (this.size >= MAX_SERIES) return;
      ofUnit.set(indicatorId * 2 + kind, this.size * FIELDS);
      this.remember([unitId, indicatorId, periodId, row, this.sources.length - 1, kind, first, second, first, second]);
      return;
    }
    const before = this.known[at + LAST]!;
    const beforeSecond = this.known[at + LAST + 1]!;
    if (!Number.isNaN(first)) this.known[at + LAST] = first;
    if (!Number.isNaN(second)) this.known[at + LAST + 1] = second;
    if (jumps(first, before)) findings.push(toFinding(placeOf(kind === VALUE ? 'value' : 'numerator'), first, before));
    if (kind === VALUE) return;
    if (jumps(second, beforeSecond)) findings.push(toFinding(placeOf('denominator'), second, beforeSecond));
    // Where a part jumped, that its ratio did too says nothing more. A ratio has no cell of its own: it is told at its numerator.
    if (findings.length === 0 && jumps(first / second, before / beforeSecond))
      findings.push(toFinding(placeOf('numerator'), first / second, before / beforeSecond));
  }

  private compareFirst(at: number, previous: Previous, isTold: boolean): Finding[] {
    const [first, second] = [this.known[at + FIRST]!, this.known[at + FIRST + 1]!];
    const places = this.sources[this.known[at + SOURCE]!]!;
    const row = this.known[at + ROW]!;
    const findings: Finding[] = [];
    const tell = (column: MeasureColumn, raw: string | null, current: number, before: number): void => {
      if (jumps(current, before)) findings.push(toFinding({ ...places[column], row, raw }, current, before));
    };
    if (this.known[at + KIND] === VALUE) {
      tell('value', String(first), first, previous.value ?? NaN);
      return findings;
    }
    const [numerator, denominator] = [previous.numerator ?? NaN, previous.denominator ?? NaN];
    tell('numerator', String(first), first, numerator);
    tell('denominator', String(second), second, denominator);
    if (!isTold && findings.length === 0) tell('numerator', null, first / second, numerator / denominator);
    return findings;
  }

  private remember(fields: readonly number[]): void {
    const at = this.size * FIELDS;
    if (at + FIELDS > this.known.length) {
      const larger = new Float64Array(this.known.length * 2);
      larger.set(this.known);
      this.known = larger;
    }
    this.known.set(fields, at);
    this.size++;
  }

  /** The first load of a year has nothing to be compared with, unless the year before has. */
  private async isAnyPublished(sql: Sql, starts: readonly number[], firstYears: readonly number[]): Promise<boolean> {
    const own = starts.map((at) => Math.floor(this.known[at + PERIOD]! / 100_000));
    const years = new Set(own.flatMap((year) => [year - 1, year]));
    // Asked from beside, a year that is just being copied would have every reading of it looked at in vain.
    for (const year of firstYears) years.delete(year);
    for (const year of years) {
      const [row] = await sql<{ found: boolean }[]>`
        select exists (select from reading where fiscal_year = ${year} and superseded_in is null) as found`;
      if (row!.found) return true;
    }
    return false;
  }

  private getPrevious(sql: Sql, batch: readonly number[]): Promise<Previous[]> {
    const field = (offset: number): number[] => batch.map((at) => this.known[at + offset]!);
    return sql<Previous[]>`
      select n.i::int as i, p.value, p.numerator, p.denominator
        from unnest(${field(UNIT)}::int[], ${field(INDICATOR)}::int[], ${field(PERIOD)}::int[], ${field(KIND)}::int[])
             with ordinality as n(unit_id, indicator_id, period_id, kind, i)
        cross join lateral (
          select r.value::float8 as value, r.numerator::float8 as numerator, r.denominator::float8 as denominator
            from reading r where r.unit_id = n.unit_id and r.indicator_id = n.indicator_id and r.superseded_in is null and r.slice_id = 0
             and r.fiscal_year between n.period_id / 100000 - 1 and n.period_id / 100000 and r.period_id < n.period_id
             and case n.kind when ${VALUE} then r.value is not null else r.numerator is not null or r.denominator is not null end
           order by r.fiscal_year desc, r.period_id desc limit 1) p
       order by n.i`;
  }
}

const VALUE = 0;
const PARTS = 1;
const [UNIT, INDICATOR, PERIOD, ROW, SOURCE, KIND, FIRST, LAST] = [0, 1, 2, 3, 4, 5, 6, 8];
const FIELDS = 10;

function jumps(value: number, previous: number): boolean {
  if (value === 0 || previous === 0) return false;
  const times = Math.abs(value / previous);
  const factor = times >= 1 ? times : 1 / times;
  return factor >= FACTOR_LOW && factor <= FACTOR_HIGH;
}

function toFinding(place: Place, value: number, previous: number): Finding {
  const times = Math.abs(value / previous);
  return {
    ...place,
    ...warn('magnitude_jump', {
      previous: String(Number(previous.toPrecision(6))),
      times: times >= 1 ? Math.round(times) : `1/${Math.round(1 / times)}`,
    }),
  };
}

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

/** What is compared, each with its own past. Parts that grow alike leave their ratio as it was, but not the totals they add up to. */
const MEASURES = ['value', 'numerator', 'denominator', 'ratio'] as const;
type Measure = (typeof MEASURES)[number];
export type MeasureColumn = Exclude<Measure, 'ratio'>;

/** Compares each reading with the one before it in the file, and the file's first of each series with the newest one published. */
export class Magnitudes {
  /** Series → where it stands; what is known of it stands in one array of numbers, which a hundred thousand series fit in. */
  private readonly series = new Map<number, number>();
  private known = new Float64Array(1_000 * FIELDS);
  private readonly places: Place[] = [];
  private readonly placeNumbers = new Map<string, number>();

  /** What jumps against the reading before in the file. `placeOf` is asked for only where it is needed. */
  add(measured: Measured, placeOf: (column: MeasureColumn) => Place): Finding[] {
    const { value, numerator, denominator } = measured;
    const findings: Finding[] = [];
    if (value !== null) this.compare(measured, 'value', value, placeOf, findings);
    if (numerator !== null) this.compare(measured, 'numerator', numerator, placeOf, findings);
    if (denominator !== null) this.compare(measured, 'denominator', denominator, placeOf, findings);
    if (numerator !== null && denominator !== null && denominator !== 0)
      this.compare(measured, 'ratio', numerator / denominator, placeOf, findings);
    return findings;
  }

  /** Findings of the first numbers of each series against what is published. */
  async compareWithPublished(sql: Sql): Promise<Finding[]> {
    const findings: Finding[] = [];
    const told = new Set<string>();
    const starts = [...this.series.values()].filter(
      (at) => this.known[at + UNIT]! > 0 && this.known[at + INDICATOR]! > 0,
    );
    for (let from = 0; from < starts.length; from += BATCH) {
      const batch = starts.slice(from, from + BATCH);
      for (const { i, previous } of await this.getPrevious(sql, batch)) {
        const at = batch[i - 1]!;
        const first = this.known[at + FIRST]!;
        if (!jumps(first, previous)) continue;
        const measure = MEASURES[this.known[at + MEASURE]!]!;
        const record = `${this.known[at + UNIT]}:${this.known[at + INDICATOR]}`;
        if (measure === 'ratio' && told.has(record)) continue;
        told.add(record);
        const place = this.places[this.known[at + PLACE]!]!;
        const raw = measure === 'ratio' ? null : String(first);
        findings.push(toFinding({ ...place, row: this.known[at + ROW]!, raw }, first, previous));
      }
    }
    return findings;
  }

  private compare(
    measured: Measured,
    measure: Measure,
    current: number,
    placeOf: (column: MeasureColumn) => Place,
    findings: Finding[],
  ): void {
    // Units and indicators that are not stored yet have negative numbers, and nothing published to compare with.
    const key = (measured.unitId * KEY_STEP + measured.indicatorId) * MEASURES.length + MEASURES.indexOf(measure);
    const at = this.series.get(key);
    if (at === undefined) {
      if (this.series.size < MAX_SERIES) this.remember(key, measured, measure, current, placeOf(columnOf(measure)));
      return;
    }
    const previous = this.known[at + LAST]!;
    this.known[at + LAST] = current;
    // Where a part jumped, that its ratio did too says nothing more.
    if (jumps(current, previous) && (measure !== 'ratio' || findings.length === 0))
      findings.push(toFinding(placeOf(columnOf(measure)), current, previous));
  }

  private remember(
    key: number,
    { unitId, indicatorId, periodId, row }: Measured,
    measure: Measure,
    current: number,
    place: Place,
  ): void {
    const at = this.series.size * FIELDS;
    this.series.set(key, at);
    if (at + FIELDS > this.known.length) {
      const larger = new Float64Array(this.known.length * 2);
      larger.set(this.known);
      this.known = larger;
    }
    const fields = [unitId, indicatorId, periodId, current, current, row, this.placeNumber(place)];
    this.known.set([...fields, MEASURES.indexOf(measure)], at);
  }

  /** One place for each column of each sheet; rows differ and are kept beside. */
  private placeNumber(place: Place): number {
    const key = `${place.fileNo}|${place.contractColumn}|${place.sheet}`;
    const known = this.placeNumbers.get(key);
    if (known !== undefined) return known;
    this.placeNumbers.set(key, this.places.length);
    return this.places.push(place) - 1;
  }

  private getPrevious(sql: Sql, batch: readonly number[]): Promise<{ i: number; previous: number }[]> {
    const field = (offset: number): number[] => batch.map((at) => this.known[at + offset]!);
    return sql<{ i: number; previous: number }[]>`
      select n.i::int as i, p.previous
        from unnest(${field(UNIT)}::int[], ${field(INDICATOR)}::int[], ${field(PERIOD)}::int[], ${field(MEASURE)}::int[])
             with ordinality as n(unit_id, indicator_id, period_id, measure, i)
        cross join lateral (
          select (case n.measure when 0 then r.value when 1 then r.numerator when 2 then r.denominator
                                 else r.numerator / nullif(r.denominator, 0) end)::float8 as previous
            from reading r where r.unit_id = n.unit_id and r.indicator_id = n.indicator_id and r.superseded_in is null and r.slice_id = 0
             and r.fiscal_year between n.period_id / 100000 - 1 and n.period_id / 100000 and r.period_id < n.period_id
             and case n.measure when 0 then r.value is not null when 1 then r.numerator is not null when 2 then r.denominator is not null
                                else r.numerator is not null and r.denominator <> 0 end
           order by r.fiscal_year desc, r.period_id desc limit 1) p
       order by n.i`;
  }
}

const [UNIT, INDICATOR, PERIOD, FIRST, LAST, ROW, PLACE, MEASURE] = [0, 1, 2, 3, 4, 5, 6, 7];
const FIELDS = 8;
const KEY_STEP = 2 ** 24;

/** A ratio has no cell of its own: it is told at its numerator. */
function columnOf(measure: Measure): MeasureColumn {
  return measure === 'ratio' ? 'numerator' : measure;
}

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

import type { Sql } from '#db/connect.ts';
import { warn, type Finding } from '../checks/finding.ts';

/** A value about a thousand times the one before, or a thousandth, is likely in another unit: baht and thousands. */
const FACTOR_LOW = 300;
const FACTOR_HIGH = 3_000;
/** Series remembered at most; beyond, later ones go uncompared rather than memory up. */
const MAX_SERIES = 200_000;
const BATCH = 5_000;

export type Place = Omit<Finding, 'rule' | 'severity' | 'params'>;
export type Measured = { unitId: number; indicatorId: number; periodId: number; value: number; row: number };

/** Compares each reading with the one before it in the file, and the file's first of each series with the newest one published. */
export class Magnitudes {
  /** Series → its number; what is known of it stands in one array of numbers, which a hundred thousand series fit in. */
  private readonly series = new Map<number, number>();
  private known = new Float64Array(1_000 * FIELDS);
  private readonly files: Place[] = [];

  /** The finding, when this value jumps against the one before in the file. `place` is asked for only where it is needed. */
  add(measured: Measured, place: () => Place): Finding | null {
    const { unitId, indicatorId, value } = measured;
    // Units and indicators that are not stored yet have negative numbers, and nothing published to compare with.
    const key = unitId * KEY_STEP + indicatorId;
    const at = this.series.get(key);
    if (at === undefined) {
      if (this.series.size < MAX_SERIES) this.remember(key, measured, place);
      return null;
    }
    const previous = this.known[at + LAST]!;
    this.known[at + LAST] = value;
    return jumps(value, previous) ? toFinding(place(), value, previous) : null;
  }

  /** Findings of the first values against what is published. */
  async compareWithPublished(sql: Sql): Promise<Finding[]> {
    const findings: Finding[] = [];
    const starts = [...this.series.values()].filter(
      (at) => this.known[at + UNIT]! > 0 && this.known[at + INDICATOR]! > 0,
    );
    for (let from = 0; from < starts.length; from += BATCH) {
      const batch = starts.slice(from, from + BATCH);
      for (const { i, previous } of await this.getPrevious(sql, batch)) {
        const at = batch[i - 1]!;
        const first = this.known[at + FIRST]!;
        const place = { ...this.files[this.known[at + FILE]!]!, row: this.known[at + ROW]!, raw: String(first) };
        if (jumps(first, previous)) findings.push(toFinding(place, first, previous));
      }
    }
    return findings;
  }

  private remember(key: number, { unitId, indicatorId, periodId, value, row }: Measured, place: () => Place): void {
    const at = this.series.size * FIELDS;
    const last = this.files.at(-1);
    const here = place();
    if (here.fileNo !== last?.fileNo || here.sheet !== last.sheet) this.files.push(here);
    this.series.set(key, at);
    if (at + FIELDS > this.known.length) {
      const larger = new Float64Array(this.known.length * 2);
      larger.set(this.known);
      this.known = larger;
    }
    this.known.set([unitId, indicatorId, periodId, value, value, row, this.files.length - 1], at);
  }

  private getPrevious(sql: Sql, batch: readonly number[]): Promise<{ i: number; previous: number }[]> {
    const field = (offset: number): number[] => batch.map((at) => this.known[at + offset]!);
    return sql<{ i: number; previous: number }[]>`
      select n.i, p.value::float8 as previous
        from unnest(${field(UNIT)}::int[], ${field(INDICATOR)}::int[], ${field(PERIOD)}::int[]) with ordinality as n(unit_id, indicator_id, period_id, i)
        cross join lateral (
          select r.value from reading r where r.unit_id = n.unit_id and r.indicator_id = n.indicator_id and r.superseded_in is null and r.slice_id = 0
             and r.fiscal_year between n.period_id / 100000 - 1 and n.period_id / 100000 and r.period_id < n.period_id and r.value is not null
           order by r.fiscal_year desc, r.period_id desc limit 1) p`;
  }
}

const [UNIT, INDICATOR, PERIOD, FIRST, LAST, ROW, FILE] = [0, 1, 2, 3, 4, 5, 6];
const FIELDS = 7;
const KEY_STEP = 2 ** 24;

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
      previous: String(previous),
      times: times >= 1 ? Math.round(times) : `1/${Math.round(1 / times)}`,
    }),
  };
}

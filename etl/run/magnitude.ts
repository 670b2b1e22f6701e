import type { Sql } from '#db/connect.ts';
import { warn, type Finding } from '../checks/finding.ts';

/** A value about a thousand times the one before, or a thousandth, is likely in another unit: baht and thousands. */
const FACTOR_LOW = 300;
const FACTOR_HIGH = 3_000;
/** Series remembered at most; beyond, later ones go uncompared rather than memory up. */
const MAX_SERIES = 200_000;
const BATCH = 5_000;

type Place = Omit<Finding, 'rule' | 'severity' | 'params'>;
type Series = { unitId: number; indicatorId: number; firstPeriodId: number; first: number; last: number; place: Place };

/** Compares each reading with the one before it in the file, and the file's first with the newest one published. */
export class Magnitudes {
  private readonly series = new Map<string, Series>();

  /** The finding, when this value jumps against the one before in the file. */
  add(unitId: number, indicatorId: number, periodId: number, value: number, place: () => Place): Finding | null {
    const key = `${unitId}|${indicatorId}`;
    const known = this.series.get(key);
    if (!known) {
      if (this.series.size < MAX_SERIES)
        this.series.set(key, {
          unitId,
          indicatorId,
          firstPeriodId: periodId,
          first: value,
          last: value,
          place: place(),
        });
      return null;
    }
    const previous = known.last;
    known.last = value;
    return jumps(value, previous) ? toFinding(place(), value, previous) : null;
  }

  /** Findings of the first values against what is published. */
  async compareWithPublished(sql: Sql): Promise<Finding[]> {
    const findings: Finding[] = [];
    const known = [...this.series.values()].filter(({ unitId, indicatorId }) => unitId > 0 && indicatorId > 0);
    for (let from = 0; from < known.length; from += BATCH) {
      const batch = known.slice(from, from + BATCH);
      const rows = await sql<{ i: number; previous: number }[]>`
        select n.i, p.value::float8 as previous
          from unnest(${batch.map(({ unitId }) => unitId)}::int[], ${batch.map(({ indicatorId }) => indicatorId)}::int[], ${batch.map(({ firstPeriodId }) => firstPeriodId)}::int[])
               with ordinality as n(unit_id, indicator_id, period_id, i)
          cross join lateral (
            select r.value from reading r where r.unit_id = n.unit_id and r.indicator_id = n.indicator_id and r.superseded_in is null and r.slice_id = 0
               and r.fiscal_year between n.period_id / 100000 - 1 and n.period_id / 100000 and r.period_id < n.period_id and r.value is not null
             order by r.fiscal_year desc, r.period_id desc limit 1) p`;
      for (const { i, previous } of rows) {
        const { first, place } = batch[i - 1]!;
        if (jumps(first, previous)) findings.push(toFinding(place, first, previous));
      }
    }
    return findings;
  }
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
      previous: String(previous),
      times: times >= 1 ? Math.round(times) : `1/${Math.round(1 / times)}`,
    }),
  };
}

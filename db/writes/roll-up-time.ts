import type { Tx } from '../connect.ts';
import { perAudience } from './audience-rows.ts';
import { lookUpFigures } from './look-up-figures.ts';
import type { Reach } from './plan-for-bulk.ts';
import type { Publication } from './republish.ts';
import { computeRollUps } from './replace-roll-ups.ts';
import { targetsOf, TIME_DEPTH, touchedYears } from './roll-up-targets.ts';

const KEY = ['unit_id', 'indicator_id', 'slice_id'] as const;
const AGGREGATES = {
  total: 'sum',
  numerator: 'sum',
  denominator: 'sum',
  lowest: 'min',
  highest: 'max',
  periods: 'sum',
  newest: 'max',
  newest_units: 'max',
  is_estimated: 'bool_or',
} as const;

/** Computes the year to date of every touched unit from its figures of the indicator's own frequency. */
export async function rollUpTime(tx: Tx, publication: Publication, reach: Reach): Promise<void> {
  const years = await touchedYears(tx, publication, TIME_DEPTH);
  await computeRollUps(tx, publication, { basis: 'time', depth: TIME_DEPTH, years, reach }, (fiscalYear) =>
    yearOf(tx, publication, fiscalYear, reach),
  );
}

function yearOf(tx: Tx, publication: Publication, fiscalYear: number, reach: Reach) {
  const which = tx`f.unit_id = t.unit_id and f.indicator_id = t.indicator_id and f.slice_id = t.slice_id
         and f.period_id between ${fiscalYear}::int * 100000 + t.kind * 10000 + 1 and ${fiscalYear}::int * 100000 + t.kind * 10000 + 9999
         and f.fiscal_year = ${fiscalYear} and f.superseded_in is null and f.basis <> 'time' and f.value is not null`;
  return tx`
    with targets as ${reach === 'one by one' ? tx`materialized` : tx`not materialized`} (${targetsOf(tx, publication, TIME_DEPTH, fiscalYear)}),
    base as (
      select t.unit_id, t.indicator_id, t.slice_id, t.adds, t.is_ratio, t.is_lowest, t.is_highest, t.is_newest, f.audiences & t.reach as mask, f.value, f.numerator as num,
             f.denominator as den, f.is_estimated as estimated, f.period_id as through, f.units_reported, f.units_expected, f.units_withheld
        from targets t ${reach === 'one by one' ? lookUpFigures(tx, which) : tx`join figure f on ${which}`}),
    -- Only what the rule asks for is added up: exact sums are most of the work.
    parts as (
      select unit_id, indicator_id, slice_id, mask, sum(value) filter (where adds) as total,
             sum(num) filter (where is_ratio and not is_newest) as numerator, sum(den) filter (where is_ratio and not is_newest) as denominator,
             min(value) filter (where is_lowest) as lowest, max(value) filter (where is_highest) as highest, count(*) as periods, bool_or(estimated) as is_estimated,
             -- What the newest period says travels together: arrays compare by their first element, the period; the three counts of units are
             -- digits below the period's, 15 bits each, since an array for every figure would take most of the time.
             max(array[through, value, num, den]::numeric[]) filter (where is_newest) as newest,
             max(((through - ${fiscalYear}::int * 100000)::bigint << 45) | (units_reported::bigint << 30) | (units_expected::bigint << 15) | units_withheld) as newest_units
        from base where mask <> 0 group by 1, 2, 3, 4),
    ${perAudience(tx, 'parts', KEY, AGGREGATES)}
    select t.fiscal_year, t.ministry_id, t.unit_id, t.indicator_id, t.period_id, t.slice_id, lowest_audience(p.audiences) as audience, p.audiences,
           t.indicator_version, 'time' as basis,
           case when t.is_newest then p.newest[2] when t.rule = 'max' then p.highest when t.rule = 'min' then p.lowest
                when t.is_ratio and p.denominator is not null then case when p.denominator <> 0 then p.numerator * t.ratio_scale / p.denominator end
                when t.rule = 'avg' then p.total / p.periods else p.total end as value,
           case when t.is_newest then p.newest[3] when t.is_ratio then p.numerator end as numerator,
           case when t.is_newest then p.newest[4] when t.is_ratio then p.denominator end as denominator,
           p.newest_units >> 30 & 32767 as units_reported, p.newest_units >> 15 & 32767 as units_expected, p.newest_units & 32767 as units_withheld,
           ((p.newest_units >> 45) + ${fiscalYear}::int * 100000)::int as through_period_id, p.is_estimated, true as of_record
      from per_audience p join targets t using (unit_id, indicator_id, slice_id)`;
}

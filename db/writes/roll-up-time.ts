import type { Tx } from '../connect.ts';
import { perAudience } from './audience-rows.ts';
import type { Reach } from './plan-for-bulk.ts';
import type { Publication } from './republish.ts';
import { computeRollUps, TIME_DEPTH, touchedYears } from './replace-roll-ups.ts';

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
  return tx`
    with targets as materialized (
      select distinct t.fiscal_year, t.ministry_id, t.unit_id, t.indicator_id, t.period_id, t.slice_id, v.version, v.ratio_scale, audiences_from(u.level) as reach, ${ruleOf(tx)}
        from staging.touched t join org_unit u on u.id = t.unit_id
        join lateral (select * from indicator_version x where x.indicator_id = t.indicator_id order by x.version desc limit 1) v on true
       where t.publication_id = ${publication.id} and t.depth = ${TIME_DEPTH} and t.fiscal_year = ${fiscalYear} and v.frequency <> 'year'),
    base as (${figuresOf(tx, publication, fiscalYear, reach)}),
    -- Only what the rule asks for is added up: exact sums are most of the work.
    parts as (
      select unit_id, indicator_id, slice_id, mask, sum(case when not is_newest and time_rollup not in ('max', 'min') then value end) as total,
             sum(case when is_ratio and not is_newest then num end) as numerator, sum(case when is_ratio and not is_newest then den end) as denominator,
             min(case when time_rollup = 'min' then value end) as lowest, max(case when time_rollup = 'max' then value end) as highest,
             count(*) as periods, bool_or(estimated) as is_estimated,
             -- What the newest period says travels together: arrays compare by their first element, the period; the three counts of units are
             -- digits below the period's, 15 bits each (more units than 32,767 are said as so many), since an array for every figure would take most of the time.
             max(case when is_newest then array[through, value, num, den]::numeric[] end) as newest,
             max(((through - ${fiscalYear}::int * 100000)::bigint << 45) | (least(units_reported, 32767)::bigint << 30) | (least(units_expected, 32767)::bigint << 15) | least(units_withheld, 32767)::bigint) as newest_units
        from base where mask <> 0 group by 1, 2, 3, 4),
    ${perAudience(tx, 'parts', KEY, AGGREGATES)}
    select t.fiscal_year, t.ministry_id, t.unit_id, t.indicator_id, t.period_id, t.slice_id, lowest_audience(p.audiences) as audience, p.audiences,
           t.version as indicator_version, 'time' as basis,
           case when t.is_newest then p.newest[2] when t.time_rollup = 'max' then p.highest when t.time_rollup = 'min' then p.lowest
                when t.is_ratio and p.denominator is not null then case when p.denominator <> 0 then p.numerator * t.ratio_scale / p.denominator end
                when t.time_rollup = 'avg' then p.total / p.periods else p.total end as value,
           case when t.is_newest then p.newest[3] when t.is_ratio then p.numerator end as numerator,
           case when t.is_newest then p.newest[4] when t.is_ratio then p.denominator end as denominator,
           p.newest_units >> 30 & 32767 as units_reported, p.newest_units >> 15 & 32767 as units_expected, p.newest_units & 32767 as units_withheld,
           ((p.newest_units >> 45) + ${fiscalYear}::int * 100000)::int as through_period_id, p.is_estimated, true as of_record
      from per_audience p join targets t using (unit_id, indicator_id, slice_id)`;
}

/** How an indicator's figures become a year to date, and which kind of period they stand for. */
function ruleOf(tx: Tx) {
  return tx`
    v.time_rollup, v.time_rollup in ('ytd', 'last') as is_newest, v.org_rollup in ('ratio_of_sums', 'weighted_avg') as is_ratio,
    case v.frequency when 'quarter' then 1 when 'month' then 2 else 3 end as kind`;
}

/** The figures of the touched units' year with their rule: from the targets, or from all figures of the year. */
function figuresOf(tx: Tx, publication: Publication, fiscalYear: number, reach: Reach) {
  const figure = tx`
    f.value, f.numerator as num, f.denominator as den, f.is_estimated as estimated, f.period_id as through, f.units_reported, f.units_expected, f.units_withheld`;
  const counts = tx`f.fiscal_year = ${fiscalYear} and f.superseded_in is null and f.basis <> 'time' and f.value is not null`;
  const inKind = (rule: string) => {
    const first = tx`${fiscalYear}::int * 100000 + ${tx(rule)}.kind * 10000`;
    return tx`f.period_id between ${first} + 1 and ${first} + 9999`;
  };
  if (reach !== 'parallel')
    return tx`
      select t.unit_id, t.indicator_id, t.slice_id, t.time_rollup, t.is_newest, t.is_ratio, f.audiences & t.reach as mask, ${figure}
        from targets t join figure f on f.unit_id = t.unit_id and f.indicator_id = t.indicator_id and f.slice_id = t.slice_id and ${inKind('t')} and ${counts}`;
  // Workers read tables, not what the statement itself computed before.
  return tx`
      select f.unit_id, f.indicator_id, f.slice_id, v.time_rollup, v.is_newest, v.is_ratio, f.audiences & audiences_from(u.level) as mask, ${figure}
        from figure f join org_unit u on u.id = f.unit_id
        join (select distinct on (v.indicator_id) v.indicator_id, v.frequency, ${ruleOf(tx)} from indicator_version v order by v.indicator_id, v.version desc) v
          on v.indicator_id = f.indicator_id and v.frequency <> 'year'
       where ${counts} and ${inKind('v')} and exists (
         select from staging.touched t
          where t.publication_id = ${publication.id} and t.depth = ${TIME_DEPTH} and t.fiscal_year = ${fiscalYear} and t.unit_id = f.unit_id
            and t.indicator_id = f.indicator_id and t.slice_id = f.slice_id)`;
}

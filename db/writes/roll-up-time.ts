import type { Tx } from '../connect.ts';
import { perAudience } from './audience-rows.ts';
import type { Publication } from './republish.ts';
import { replaceRollUps, TIME_DEPTH, touchedYears } from './replace-roll-ups.ts';

const KEY = ['target'] as const;
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
export async function rollUpTime(tx: Tx, publication: Publication): Promise<void> {
  for (const fiscalYear of await touchedYears(tx, publication, TIME_DEPTH))
    await computeYear(tx, publication, fiscalYear);
  await replaceRollUps(tx, publication, 'time', TIME_DEPTH);
}

async function computeYear(tx: Tx, publication: Publication, fiscalYear: number): Promise<void> {
  await tx`
    with targets as materialized (
      select row_number() over ()::int as target, d.* from (
        select distinct t.fiscal_year, t.ministry_id, t.unit_id, t.indicator_id, t.period_id, t.slice_id, v.version, v.time_rollup, v.time_rollup in ('ytd', 'last') as is_newest,
               v.org_rollup in ('ratio_of_sums', 'weighted_avg') as is_ratio, v.ratio_scale,
               case v.frequency when 'quarter' then 1 when 'month' then 2 else 3 end as kind, audiences_from(u.level) as reach
          from staging.touched t join org_unit u on u.id = t.unit_id
          join lateral (select * from indicator_version x where x.indicator_id = t.indicator_id order by x.version desc limit 1) v on true
         where t.publication_id = ${publication.id} and t.depth = ${TIME_DEPTH} and t.fiscal_year = ${fiscalYear} and v.frequency <> 'year') d),
    base as (
      select t.target, t.is_newest, f.audiences & t.reach as mask, f.value, f.numerator as num, f.denominator as den, f.is_estimated as estimated, f.period_id as through,
             f.units_reported, f.units_expected, f.units_withheld
        from targets t join figure f on f.unit_id = t.unit_id and f.indicator_id = t.indicator_id and f.fiscal_year = ${fiscalYear} and f.slice_id = t.slice_id
         and f.period_id between t.fiscal_year::int * 100000 + t.kind * 10000 + 1 and t.fiscal_year::int * 100000 + t.kind * 10000 + 9999
         and f.superseded_in is null and f.basis <> 'time' and f.value is not null),
    parts as (
      select target, mask, sum(value) as total, sum(num) as numerator, sum(den) as denominator, min(value) as lowest, max(value) as highest,
             count(*) as periods, bool_or(estimated) as is_estimated,
             -- What the newest period says travels together: arrays compare by their first element, the period; the three counts of units are
             -- digits below the period's, 15 bits each, since an array for every figure would take most of the time.
             max(case when is_newest then array[through, value, num, den]::numeric[] end) as newest,
             max(((through - ${fiscalYear}::int * 100000)::bigint << 45) | (units_reported::bigint << 30) | (units_expected::bigint << 15) | units_withheld::bigint) as newest_units
        from base where mask <> 0 group by target, mask),
    ${perAudience(tx, 'parts', KEY, AGGREGATES)}
    insert into staging.unit_rollup_next (publication_id, fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, audience, audiences, indicator_version,
      basis, value, numerator, denominator, units_reported, units_expected, units_withheld, through_period_id, is_estimated, of_record)
    select ${publication.id}, t.fiscal_year, t.ministry_id, t.unit_id, t.indicator_id, t.period_id, t.slice_id, lowest_audience(p.audiences), p.audiences, t.version, 'time',
           case when t.is_newest then p.newest[2] when t.time_rollup = 'max' then p.highest when t.time_rollup = 'min' then p.lowest
                when t.is_ratio and p.denominator is not null then case when p.denominator <> 0 then p.numerator * t.ratio_scale / p.denominator end
                when t.time_rollup = 'avg' then p.total / p.periods else p.total end,
           case when t.is_newest then p.newest[3] when t.is_ratio then p.numerator end,
           case when t.is_newest then p.newest[4] when t.is_ratio then p.denominator end,
           p.newest_units >> 30 & 32767, p.newest_units >> 15 & 32767, p.newest_units & 32767, (p.newest_units >> 45) + ${fiscalYear}::int * 100000, p.is_estimated, true
      from per_audience p join targets t using (target)`;
}

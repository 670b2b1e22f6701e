import type { Sql, Tx } from '../connect.ts';
import { current } from './current.ts';

export interface IndicatorPeriodRow {
  periodId: number;
  endsOn: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  state: 'reported' | 'zero' | 'not_due' | 'missing' | 'rejected' | 'withheld' | 'not_applicable' | 'estimated';
  dueOn: string | null;
  unitsReported: number | null;
  unitsExpected: number | null;
}

type Args = { unitId: number; indicatorId: number; fiscalYear: number; sliceId: number; asOf: number | null };

/**
 * The periods of a year for one unit and indicator, oldest first: what stands there, and where nothing does, why – from the
 * calendar of expected reports. The year itself is left out.
 */
export async function getIndicatorPeriods(tx: Tx | Sql, args: Args) {
  return tx<IndicatorPeriodRow[]>`
    with f as (
      select f.* from figure f join period p on p.id = f.period_id and p.kind <> 'year'
       where f.unit_id = ${args.unitId} and f.indicator_id = ${args.indicatorId} and f.fiscal_year = ${args.fiscalYear} and f.slice_id = ${args.sliceId}
         and ${current(tx, 'f', args.asOf)}),
    e as (
      select e.* from expected_report e
       where e.unit_id = ${args.unitId} and e.indicator_id = ${args.indicatorId} and e.fiscal_year = ${args.fiscalYear} and ${current(tx, 'e', args.asOf)})
    select p.id as "periodId", p.ends_on as "endsOn", f.value, f.numerator, f.denominator, e.due_on as "dueOn",
           f.units_reported as "unitsReported", f.units_expected as "unitsExpected",
           case when f.is_estimated then 'estimated' when f.value = 0 then 'zero' when f.value is not null then 'reported'
                when f.state in ('withheld', 'not_applicable') then f.state
                when e.state = 'reported' then 'withheld' else coalesce(e.state, 'missing') end as state
      from f full join e on e.period_id = f.period_id join period p on p.id = coalesce(f.period_id, e.period_id)
     order by p.ends_on, p.starts_on desc limit 400`;
}

export interface ApartRow {
  periodId: number;
  ofRecord: string | null;
  other: string | null;
  otherBasis: 'reading' | 'across' | 'time';
  difference: string;
}

/** Where a level reported what can also be computed from below, and the two are further apart than tolerated; newest first. */
export async function getApartFigures(tx: Tx | Sql, args: Args & { limit: number }) {
  const key = (alias: string) => {
    const table = tx(alias);
    return tx`${table}.unit_id = ${args.unitId} and ${table}.indicator_id = ${args.indicatorId} and ${table}.fiscal_year = ${args.fiscalYear}
      and ${table}.slice_id = ${args.sliceId} and ${current(tx, alias, args.asOf)}`;
  };
  return tx<ApartRow[]>`
    with other as (
      select r.period_id, 'reading' as basis, r.value from reading r where not r.of_record and ${key('r')}
      union all
      select u.period_id, u.basis, u.value from unit_rollup u where not u.of_record and ${key('u')})
    select f.period_id as "periodId", f.value as "ofRecord", o.value as other, o.basis as "otherBasis", d.difference
      from figure f join other o on o.period_id = f.period_id
      join indicator_current i on i.indicator_id = f.indicator_id
      join period p on p.id = f.period_id
      cross join lateral (select (o.value - f.value) / nullif(abs(f.value), 0) as difference) d
     where ${key('f')} and abs(d.difference) > i.tolerance
     order by p.ends_on desc limit ${args.limit}`;
}

/** What a unit's own agreement of a year plans for an indicator at the end of each round; none where it promises nothing. */
export async function getIndicatorPlan(tx: Tx | Sql, args: Omit<Args, 'sliceId'>) {
  return tx<{ round: 6 | 9 | 12; endsOn: string; plan: string }[]>`
    select r.round, r.ends_on as "endsOn", case r.round when 6 then k.plan_6 when 9 then k.plan_9 else k.plan_12 end as plan
      from (select k.* from agreement_kpi k
             where k.indicator_id = ${args.indicatorId} and k.unit_id = ${args.unitId} and k.fiscal_year = ${args.fiscalYear} and ${current(tx, 'k', args.asOf)}
             order by k.weight_12 desc, k.kpi_id limit 1) k
      join review_round r on r.fiscal_year = k.fiscal_year
     where case r.round when 6 then k.plan_6 when 9 then k.plan_9 else k.plan_12 end is not null order by r.round`;
}

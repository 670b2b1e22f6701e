import type { UnitLevel } from '#domain/hierarchy/levels.ts';
import type { Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';
import type { Publication } from './republish.ts';

/** An indicator in a period. */
export type FigureKey = { indicatorId: number; fiscalYear: number; periodId: number };

/** A reading that stands, with what suppression must know of it. */
export type StandingFigure = FigureKey & {
  unitId: number;
  unitLevel: UnitLevel;
  path: number[];
  runId: number;
  sliceId: number;
  sliceKind: string | null;
  levels: number;
  /** By its levels and classification alone. */
  seenBy: number;
  audiences: number;
  /** Null: withheld. */
  value: string | null;
  isNew: boolean;
};

/** A unit whose duty says that it withholds its figure. */
export type WithheldDuty = FigureKey & { unitId: number; unitLevel: UnitLevel; path: number[] };

/**
 * Of what a publication touched, the indicators and periods in which something is kept, or was, and which it concerns: somebody reports a
 * total or a breakdown, a duty withholds what is reported, or an earlier value is kept from now on.
 */
export function getKeptKeys(tx: Tx, publication: Publication, years: readonly number[]): Promise<FigureKey[]> {
  const id = publication.id;
  const within = tx`r.fiscal_year = any(${[...years]}::smallint[])`;
  const isKept = tx`(r.classification > 0 or r.state = 'withheld')`;
  const same = tx`r.indicator_id = k.indicator_id and r.fiscal_year = k.fiscal_year and r.period_id = k.period_id and ${within}`;
  const totals = (state: string) => tx`
    select k.* from keys k cross join parents p join reading r on r.unit_id = p.id and ${same} and r.superseded_in ${tx.unsafe(state)}`;
  return tx<FigureKey[]>`
    with named as materialized (
      select distinct indicator_id, fiscal_year, period_id from staging.touched where publication_id = ${id} and depth >= 0
      union
      -- Above a root there is nothing that would be touched with the period.
      select r.indicator_id, r.fiscal_year, r.period_id from staging.touched t join org_unit u on u.id = t.unit_id and u.parent_id is null
        join reading r on r.unit_id = t.unit_id and r.indicator_id = t.indicator_id and r.fiscal_year = t.fiscal_year and ${within} and r.superseded_in is null
       where t.publication_id = ${id} and t.depth < 0),
    kept as materialized (
      select r.indicator_id, r.fiscal_year, r.period_id from reading r where ${isKept} and ${within} and r.indicator_id in (select indicator_id from named)
      union
      select r.indicator_id, r.fiscal_year, r.period_id from expected_report r where r.state = 'withheld' and ${within} and r.indicator_id in (select indicator_id from named)),
    keys as materialized (select * from named join kept using (indicator_id, fiscal_year, period_id)),
    parents as materialized (select distinct parent_id as id from org_unit where parent_id is not null),
    concerned as (
      ${totals('is null')} union all ${totals('is not null')}
      union all
      select k.* from keys k join reading r on ${same} and r.slice_id <> 0 and r.superseded_in is null
      union all
      select k.* from keys k join expected_report e on e.indicator_id = k.indicator_id and e.fiscal_year = k.fiscal_year and e.period_id = k.period_id
         and e.superseded_in is null and e.state = 'withheld'
        join reading r on r.unit_id = e.unit_id and ${same} and r.superseded_in is null and r.value is not null
      union all
      select k.* from keys k join reading r on ${same} and ${isKept} and r.superseded_in is null and r.published_in = ${id}
        join reading o on o.unit_id = r.unit_id and o.indicator_id = r.indicator_id and o.fiscal_year = r.fiscal_year and o.period_id = r.period_id
         and o.slice_id = r.slice_id and o.superseded_in is not null and o.value is not null)
    select distinct indicator_id as "indicatorId", fiscal_year as "fiscalYear", period_id as "periodId" from concerned order by 2, 1, 3`;
}

/** All that stands of some indicators and periods, as far as it is known or withheld. */
export function getStandingFigures(
  tx: Tx,
  publication: Publication,
  keys: readonly FigureKey[],
): Promise<StandingFigure[]> {
  const same = tx`r.indicator_id = k.indicator_id and r.fiscal_year = k.fiscal_year and r.period_id = k.period_id and r.superseded_in is null
    and r.fiscal_year = any(${yearsOf(keys)}::smallint[])`;
  return tx<StandingFigure[]>`
    select r.indicator_id as "indicatorId", r.fiscal_year as "fiscalYear", r.period_id as "periodId", r.unit_id as "unitId", u.level as "unitLevel", u.path,
           r.run_id as "runId", r.slice_id as "sliceId", s.kind as "sliceKind", r.levels, fact_audiences(r.levels, r.classification) as "seenBy", r.audiences,
           case when r.state <> 'withheld' then r.value::text end as value, r.published_in = ${publication.id} as "isNew"
      from ${unnestKeys(tx, keys)} cross join org_unit u join reading r on r.unit_id = u.id and ${same}
      left join slice s on s.id = r.slice_id and r.slice_id <> 0
     where r.value is not null or r.state = 'withheld'`;
}

/** The duties among these keys that withhold what they name. */
export function getWithheldDuties(tx: Tx, keys: readonly FigureKey[]): Promise<WithheldDuty[]> {
  return tx<WithheldDuty[]>`
    select e.indicator_id as "indicatorId", e.fiscal_year as "fiscalYear", e.period_id as "periodId", e.unit_id as "unitId", u.level as "unitLevel", u.path
      from ${unnestKeys(tx, keys)} join expected_report e on e.indicator_id = k.indicator_id and e.fiscal_year = k.fiscal_year and e.period_id = k.period_id
       and e.superseded_in is null and e.state = 'withheld'
      join org_unit u on u.id = e.unit_id`;
}

const yearsOf = (keys: readonly FigureKey[]) => [...new Set(keys.map(({ fiscalYear }) => fiscalYear))];

function unnestKeys(tx: Tx, keys: readonly FigureKey[]): Fragment {
  const column = (name: keyof FigureKey) => keys.map((key) => key[name]);
  return tx`unnest(${column('indicatorId')}::int[], ${column('fiscalYear')}::smallint[], ${column('periodId')}::int[]) as k(indicator_id, fiscal_year, period_id)`;
}

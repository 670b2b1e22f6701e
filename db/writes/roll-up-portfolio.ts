import { LATE_DAYS } from '#domain/projects/project-status.ts';
import { fiscalYearOf } from '#domain/time/fiscal-calendar.ts';
import type { Tx } from '../connect.ts';
import { perAudience } from './audience-rows.ts';
import { replaceRows } from './replace-rows.ts';
import type { Publication, Scope } from './republish.ts';

const KEY = ['ministry_id', 'unit_id', 'fiscal_year', 'slice_id', 'phase'] as const;
const COUNTS = [
  'projects',
  'value_baht',
  'achieved',
  'on_plan',
  'at_risk',
  'below_plan',
  'no_data',
  'late_value_baht',
  'late_over_30_days',
  'gates_blocking',
  'spent_baht',
  'done_value_baht',
] as const;
const AGGREGATES = Object.fromEntries(COUNTS.map((column) => [column, 'sum' as const]));

/**
 * Counts the portfolios of the units whose projects changed, and of all units above them, by fiscal year, slice and phase
 * (0 is every phase), deepest first: each adds its own projects to what its children's portfolios say. A project counts in
 * each fiscal year it runs in, up to the current one.
 */
export async function rollUpPortfolio(tx: Tx, publication: Publication, scope: Scope): Promise<void> {
  if (!scope.projectUnits?.length) return;
  const levels = await tx<{ units: number[] }[]>`
    select array_agg(id) as units from org_unit
     where id in (select unnest(path) from org_unit where id = any(${scope.projectUnits})) group by depth order by depth desc`;
  for (const { units } of levels) await countPortfolios(tx, publication, units);
}

/** Portfolios of units that stand at one depth. */
async function countPortfolios(tx: Tx, publication: Publication, units: readonly number[]): Promise<void> {
  const thisYear = fiscalYearOf(publication.asOfOn);
  const sums = tx.unsafe(COUNTS.map((column) => `sum(n.${column}) as ${column}`).join(', '));
  const counts = (alias: string) => tx.unsafe(COUNTS.map((column) => `${alias}.${column}`).join(', '));
  await replaceRows(
    tx,
    publication,
    {
      table: 'portfolio_rollup',
      key: ['unit_id', 'fiscal_year', 'slice_id', 'phase', 'audience'],
      columns: [...KEY, ...COUNTS, 'audience'],
      scope: tx`t.unit_id = any(${[...units]})`,
    },
    tx`
    with own as materialized (
      select p.unit_id, p.audiences, y.fiscal_year::smallint as fiscal_year, s.slice_id, ph.phase::smallint as phase, count(*) as projects,
             coalesce(sum(p.value_baht), 0) as value_baht, count(*) filter (where p.status = 'achieved') as achieved,
             count(*) filter (where p.status = 'on_plan') as on_plan, count(*) filter (where p.status = 'at_risk') as at_risk,
             count(*) filter (where p.status = 'below_plan') as below_plan, count(*) filter (where p.status = 'no_data') as no_data,
             coalesce(sum(p.value_baht) filter (where p.slip_days > ${LATE_DAYS} and p.actual_end_on is null), 0) as late_value_baht,
             count(*) filter (where p.slip_days > ${LATE_DAYS} and p.actual_end_on is null) as late_over_30_days, count(*) filter (where p.ea_gate = 'blocking') as gates_blocking,
             coalesce(sum(p.spent_baht), 0) as spent_baht, coalesce(sum(p.value_baht * p.percent_done / 100), 0) as done_value_baht
        from project p
        cross join lateral (
          select 0::smallint as slice_id union all
          select x.id from (values ('strategy', p.strategy), ('system', p.system), ('layer', p.layer), ('province', p.province)) as v(kind, code)
            join slice x on x.kind = v.kind and x.code = v.code) s
        cross join lateral generate_series(coalesce(p.from_fiscal_year, ${thisYear}::int), least(${thisYear}::int,
          case when p.actual_end_on is null then ${thisYear}::int else greatest(p.to_fiscal_year, p.from_fiscal_year, 0) end)) as y(fiscal_year)
        cross join lateral (select 0 as phase union select p.phase where p.phase is not null) ph
       where p.superseded_in is null and p.unit_id = any(${[...units]})
       group by 1, 2, 3, 4, 5),
    counted as (
      select o.unit_id, o.audiences, o.fiscal_year, o.slice_id, o.phase, ${counts('o')} from own o
      union all
      select c.parent_id, r.audiences, r.fiscal_year, r.slice_id, r.phase, ${counts('r')}
        from org_unit c join portfolio_rollup r on r.unit_id = c.id and r.superseded_in is null where c.parent_id = any(${[...units]})),
    parts as (
      select u.ministry_id, u.id as unit_id, n.fiscal_year, n.slice_id, n.phase, n.audiences & audiences_from(u.level) as mask, ${sums}
        from counted n join org_unit u on u.id = n.unit_id group by u.id, n.fiscal_year, n.slice_id, n.phase, mask),
    ${perAudience(tx, 'parts', KEY, AGGREGATES)}
    select ${tx.unsafe([...KEY, ...COUNTS].join(', '))}, lowest_audience(audiences)::smallint as audience, audiences::smallint as audiences from per_audience`,
  );
}

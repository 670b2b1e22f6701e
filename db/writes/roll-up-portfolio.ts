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
    with own as (
      select unit_id, audiences, from_fiscal_year, to_fiscal_year, actual_end_on, strategy, system, layer, province, phase, coalesce(value_baht, 0) as value_baht,
             (status is not distinct from 'achieved')::int as achieved, (status is not distinct from 'on_plan')::int as on_plan,
             (status is not distinct from 'at_risk')::int as at_risk, (status is not distinct from 'below_plan')::int as below_plan,
             (status is not distinct from 'no_data')::int as no_data, (coalesce(slip_days, 0) > ${LATE_DAYS} and actual_end_on is null)::int as is_late,
             (ea_gate is not distinct from 'blocking')::int as gates_blocking, coalesce(spent_baht, 0) as spent_baht, coalesce(value_baht * percent_done / 100, 0) as done_value_baht
        from project where superseded_in is null and unit_id = any(${[...units]}) offset 0),
    counted as (
      select p.unit_id, p.audiences, y.fiscal_year::smallint as fiscal_year, s.slice_id, ph.phase::smallint as phase, 1 as projects, p.value_baht, p.achieved, p.on_plan, p.at_risk,
             p.below_plan, p.no_data, case when p.is_late = 1 then p.value_baht else 0 end as late_value_baht, p.is_late as late_over_30_days, p.gates_blocking, p.spent_baht, p.done_value_baht
        from own p
        cross join lateral (
          select 0::smallint as slice_id union all
          select x.id from (values ('strategy', p.strategy), ('system', p.system), ('layer', p.layer), ('province', p.province)) as v(kind, code)
            join slice x on x.kind = v.kind and x.code = v.code) s
        -- An array, of which the planner guesses a few years; of the series itself it would guess a thousand.
        cross join lateral unnest(array(select generate_series(coalesce(p.from_fiscal_year, ${thisYear}::int), least(${thisYear}::int,
          case when p.actual_end_on is null then ${thisYear}::int else greatest(p.to_fiscal_year, p.from_fiscal_year, 0) end)))) as y(fiscal_year)
        cross join lateral (select 0 as phase union all select p.phase where p.phase is not null) ph
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

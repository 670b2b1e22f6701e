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
 * (0 is every phase). A project counts in each fiscal year it runs in, up to the current one.
 */
export async function rollUpPortfolio(tx: Tx, publication: Publication, scope: Scope): Promise<void> {
  if (!scope.projectUnits?.length) return;
  const thisYear = fiscalYearOf(publication.asOfOn);
  const targets = tx`select unnest(path) from org_unit where id = any(${scope.projectUnits})`;
  await replaceRows(
    tx,
    publication,
    {
      table: 'portfolio_rollup',
      key: ['unit_id', 'fiscal_year', 'slice_id', 'phase', 'audience'],
      columns: [...KEY, ...COUNTS, 'audience'],
      scope: tx`t.unit_id in (${targets})`,
    },
    tx`
    with lines as (
      select u.id as unit_id, u.ministry_id, y.fiscal_year::smallint as fiscal_year, s.slice_id, ph.phase::smallint as phase, p.audiences & audiences_from(u.level) as mask,
             p.value_baht, p.spent_baht, p.value_baht * p.percent_done / 100 as done_value_baht, p.status, p.slip_days, p.ea_gate, p.actual_end_on
        from org_unit u
        join org_unit c on c.path @> array[u.id]
        join project p on p.unit_id = c.id and p.superseded_in is null
        cross join lateral generate_series(coalesce(p.from_fiscal_year, ${thisYear}::int), least(${thisYear}::int,
          case when p.actual_end_on is null then ${thisYear}::int else greatest(p.to_fiscal_year, p.from_fiscal_year, 0) end)) as y(fiscal_year)
        cross join lateral (
          select 0::smallint as slice_id union all
          select x.id from slice x where (x.kind = 'strategy' and x.code = p.strategy) or (x.kind = 'system' and x.code = p.system)
            or (x.kind = 'layer' and x.code = p.layer) or (x.kind = 'province' and x.code = p.province)) s
        cross join lateral (select 0 as phase union select p.phase where p.phase is not null) ph
       where u.id in (${targets})),
    parts as (
      select ${tx.unsafe(KEY.join(', '))}, mask, count(*) as projects, coalesce(sum(value_baht), 0) as value_baht,
             count(*) filter (where status = 'achieved') as achieved, count(*) filter (where status = 'on_plan') as on_plan, count(*) filter (where status = 'at_risk') as at_risk,
             count(*) filter (where status = 'below_plan') as below_plan, count(*) filter (where status = 'no_data') as no_data,
             coalesce(sum(value_baht) filter (where slip_days > ${LATE_DAYS} and actual_end_on is null), 0) as late_value_baht,
             count(*) filter (where slip_days > ${LATE_DAYS} and actual_end_on is null) as late_over_30_days, count(*) filter (where ea_gate = 'blocking') as gates_blocking,
             coalesce(sum(spent_baht), 0) as spent_baht, coalesce(sum(done_value_baht), 0) as done_value_baht
        from lines group by ${tx.unsafe(KEY.join(', '))}, mask),
    ${perAudience(tx, 'parts', KEY, AGGREGATES)}
    select ${tx.unsafe([...KEY, ...COUNTS].join(', '))}, lowest_audience(audiences)::smallint as audience, audiences::smallint as audiences from per_audience`,
  );
}

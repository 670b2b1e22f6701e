import { daysBetween } from '#domain/time/fiscal-calendar.ts';
import { sameNumber } from '../checks/numbers.ts';
import type { Row } from '../checks/row.ts';
import type { Contract } from './contract.ts';
import { projectColumns } from './project-columns.ts';

/** One project: what it is, where it stands, what it costs, which indicator it serves. */
export const project: Contract = {
  dataset: 'project',
  version: '1',
  th: 'โครงการ',
  en: 'Projects',
  columns: projectColumns,
  check: checkProject,
  keyOf: ({ values }) => values.project_code ?? '',
};

function checkProject(row: Row): void {
  if (row.text('name_th') === null && row.text('name_en') === null) row.reject('name_missing', 'name_th');
  row.values.name_th ??= row.text('name_en');
  checkDates(row);
  checkCosts(row);
  if (row.text('ea_status') === 'waived' && row.text('ea_waiver_reason') === null)
    row.reject('waiver_reason_missing', 'ea_waiver_reason');
  const [from, to] = [row.text('from_fiscal_year'), row.text('to_fiscal_year')];
  if (from && to && to < from) row.reject('years_out_of_order', 'to_fiscal_year', { from });
  if (row.text('actual_end_on') !== null && Number(row.text('percent_done') ?? 100) < 100)
    row.warn('ended_unfinished', 'percent_done');
}

/** An end before its start is impossible, yet both stand in the sender's file: stored as sent, and told. */
function checkDates(row: Row): void {
  const start = row.text('planned_start_on');
  for (const name of ['planned_end_on', 'revised_end_on', 'forecast_end_on', 'actual_end_on']) {
    const end = row.text(name);
    if (start && end && end < start) row.warn('end_before_start', name, { start });
    if (start && end && daysBetween(start, end) > LONGEST_DAYS)
      row.warn('end_far', name, { years: Math.round(daysBetween(start, end) / 365) });
  }
  const stated = row.text('stated_schedule_variance_days');
  const [plan, forecast] = [row.text('revised_end_on') ?? row.text('planned_end_on'), row.text('forecast_end_on')];
  if (stated === null || Number(stated) === 0) return;
  if (!forecast || !plan) return row.warn('variance_without_dates', 'stated_schedule_variance_days');
  const computed = daysBetween(forecast, plan);
  if (computed !== Number(stated)) row.warn('schedule_variance_differs', 'stated_schedule_variance_days', { computed });
}

const LONGEST_DAYS = 25 * 365;

function checkCosts(row: Row): void {
  const planned = row.number('planned_cost');
  const projected = row.number('projected_cost');
  const stated = row.number('stated_cost_variance');
  if (row.present.has('planned_cost') && planned === null && projected === null && row.text('value_baht') === null)
    row.warn('costs_missing', 'planned_cost');
  if (planned && projected && stated && !sameNumber(planned.minus(projected).toNumber(), stated.toNumber(), 0.006)) {
    row.warn('cost_variance_differs', 'stated_cost_variance', { computed: planned.minus(projected).toFixed() });
  }
  tellUnit(row, 'projected_cost', planned, projected);
  tellUnit(row, 'planned_cost', projected, planned);
  tellUnit(row, 'lifecycle_cost', planned, row.number('lifecycle_cost'));
}

/** A cost hundreds of times its fellow is likely in another unit (thousands for millions); told, not mended. */
function tellUnit(row: Row, column: string, fellow: ReturnType<Row['number']>, cost: ReturnType<Row['number']>): void {
  if (!fellow || !cost || fellow.isZero() || cost.isZero()) return;
  const times = cost.dividedBy(fellow);
  if (times.gte(UNIT_ERROR_TIMES)) row.warn('cost_unit_suspect', column, { times: times.toFixed(0) });
}

const UNIT_ERROR_TIMES = 250;

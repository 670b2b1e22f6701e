import type { TrajectoryPoint } from '#app/charts/trajectory-series.ts';
import { toNiceTicks } from '#app/charts/scale.ts';
import { planAt } from '#domain/status/plan-to-date.ts';
import { addDays, fiscalYearStart } from '#domain/time/fiscal-calendar.ts';
import type { IndicatorPageView, IndicatorPeriodView } from './indicator-view.ts';

type Plan = IndicatorPageView['plan'];
type Rules = Pick<IndicatorPageView['indicator'], 'orgRollup' | 'timeRollup'> & { fiscalYear: number };

/**
 * The periods as points, missing ones as gaps. The plan stands beside them only where a period's value can be held against
 * it: a rate, a stock, or a figure that is sent cumulated and so grows from nothing on 1 October; not one month's part of a
 * year's sum.
 */
export function toIndicatorPoints(
  periods: readonly IndicatorPeriodView[],
  plan: Plan,
  rules: Rules,
): TrajectoryPoint[] {
  const points = plan.map((one) => ({ on: one.endsOn, value: one.plan }));
  const start = {
    on: addDays(fiscalYearStart(rules.fiscalYear), -1),
    value: rules.timeRollup === 'ytd' ? '0' : (points[0]?.value ?? '0'),
  };
  const isComparable = points.length > 0 && (rules.timeRollup !== 'sum' || rules.orgRollup !== 'sum');
  return periods.map((period) => ({
    key: String(period.periodId),
    label: period.name.replace(YEAR, ''),
    actual: period.value === null ? null : Number(period.value),
    plan: isComparable ? Number(planAt(points, start, period.endsOn)) : null,
    isPartial: period.state === 'estimated',
  }));
}

/** The year stands in the title. */
const YEAR = /[\s\u00a0/]*(FY[\s\u00a0]*)?\d{4}$/;

export function toValueTicks(points: readonly TrajectoryPoint[]): number[] {
  const values = points
    .flatMap((point) => [point.actual, point.plan])
    .filter((value): value is number => value != null);
  return values.length === 0 ? [0, 1] : toNiceTicks(Math.min(...values), Math.max(...values), 5);
}

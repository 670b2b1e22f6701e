import type { TrajectoryPoint } from '#app/charts/trajectory-series.ts';
import { toNiceTicks } from '#app/charts/scale.ts';
import { planAt } from '#domain/status/plan-to-date.ts';
import type { IndicatorPageView, IndicatorPeriodView } from './indicator-view.ts';

type Plan = IndicatorPageView['plan'];
type Rules = Pick<IndicatorPageView['indicator'], 'orgRollup' | 'timeRollup'>;

/**
 * The periods as points, missing ones as gaps. The plan stands beside them only where a period's value can be held against
 * it: a rate or a stock, not one month's part of a year's sum.
 */
export function toIndicatorPoints(
  periods: readonly IndicatorPeriodView[],
  plan: Plan,
  rules: Rules,
): TrajectoryPoint[] {
  const points = plan.map((one) => ({ on: one.endsOn, value: one.plan }));
  const first = points[0];
  const isComparable = rules.timeRollup !== 'sum' || rules.orgRollup !== 'sum';
  return periods.map((period) => ({
    key: String(period.periodId),
    label: period.name,
    actual: period.value === null ? null : Number(period.value),
    plan:
      first && isComparable
        ? Number(
            planAt(
              points,
              { on: period.endsOn < first.on ? '1900-01-01' : first.on, value: first.value },
              period.endsOn,
            ),
          )
        : null,
    isPartial: period.state === 'estimated',
  }));
}

export function toValueTicks(points: readonly TrajectoryPoint[]): number[] {
  const values = points
    .flatMap((point) => [point.actual, point.plan])
    .filter((value): value is number => value != null);
  return values.length === 0 ? [0, 1] : toNiceTicks(Math.min(...values), Math.max(...values), 5);
}

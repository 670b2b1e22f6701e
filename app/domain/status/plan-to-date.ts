import { Decimal, toFixedHalfUp, type DecimalLike, type DecimalText } from '../numbers/decimal.ts';
import { trimmed } from '../roll-up/across-units.ts';
import { daysBetween, type IsoDate } from '../time/fiscal-calendar.ts';

/** What is planned to be reached by the end of a day. */
export type PlanPoint = { on: IsoDate; value: DecimalText };

/** Level whose threshold is the year's plan where an agreement plans nothing: 3, the line of 3.00. A setting. */
export const DEFAULT_PLANNED_LEVEL = 3;

/**
 * Planned value at the end of a day: straight lines through the points, from `start` on the day before the plan
 * begins. After the last point the last value; null without points.
 */
export function planAt(points: readonly PlanPoint[], start: PlanPoint, day: IsoDate): DecimalText | null {
  if (points.length === 0) return null;
  const line = [start, ...[...points].sort((left, right) => (left.on < right.on ? -1 : 1))];
  const next = line.findIndex((point) => point.on >= day);
  if (next === -1) return line.at(-1)!.value;
  if (next === 0 || line[next]!.on === day) return line[next]!.value;
  const [from, to] = [line[next - 1]!, line[next]!];
  const share = new Decimal(daysBetween(from.on, day)).dividedBy(daysBetween(from.on, to.on));
  return trimmed(new Decimal(to.value).minus(from.value).times(share).plus(from.value));
}

/** The year's default plan: the threshold of the planned level on the last day. */
export function defaultPlan(
  thresholds: readonly DecimalText[],
  endsOn: IsoDate,
  plannedLevel = DEFAULT_PLANNED_LEVEL,
): PlanPoint[] {
  const value = thresholds[Math.min(plannedLevel, thresholds.length) - 1];
  return value === undefined ? [] : [{ on: endsOn, value }];
}

/**
 * Thresholds for a cumulative figure part-way through: scaled by planned-to-date / planned at the end, so that a
 * year's thresholds do not paint every KPI red until June. For status only; the official score uses the round's own.
 */
export function thresholdsToDate(
  thresholds: readonly DecimalText[],
  plannedToDate: DecimalLike,
  plannedAtEnd: DecimalLike,
): DecimalText[] {
  if (new Decimal(plannedAtEnd).isZero()) return [...thresholds];
  return thresholds.map((threshold) => trimmed(new Decimal(threshold).times(plannedToDate).dividedBy(plannedAtEnd)));
}

/** Distance from the plan in the figure's own unit, above zero when better than planned. */
export function distanceToPlan(actual: DecimalLike, planned: DecimalLike, isLowerBetter: boolean): DecimalText {
  const distance = new Decimal(actual).minus(planned);
  return (isLowerBetter ? distance.negated() : distance).toFixed();
}

/** Actual as a percentage of plan, four decimals; null for a plan of zero. */
export function attainmentPercent(actual: DecimalLike, planned: DecimalLike): DecimalText | null {
  const plan = new Decimal(planned);
  return plan.isZero() ? null : toFixedHalfUp(new Decimal(actual).times(100).dividedBy(plan), 4);
}

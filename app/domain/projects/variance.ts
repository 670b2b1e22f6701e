import { Decimal, toFixedHalfUp, type DecimalText } from '../numbers/decimal.ts';
import { daysBetween, type IsoDate } from '../time/fiscal-calendar.ts';

export type ProjectDates = {
  plannedStartOn: IsoDate | null;
  plannedEndOn: IsoDate | null;
  projectedEndOn: IsoDate | null;
  actualEndOn: IsoDate | null;
};

export type ProjectCost = {
  plannedBaht: DecimalText | null;
  projectedBaht: DecimalText | null;
  actualBaht: DecimalText | null;
};

/** Below zero is over cost. `percent` of the planned total, four decimals. `basis` tells what was compared. */
export type CostVariance = { amountBaht: DecimalText; percent: DecimalText; basis: 'actual' | 'projected' };

/** Below zero is late. `percent` of the planned duration, four decimals. */
export type ScheduleVariance = { days: number; percent: DecimalText; basis: 'actual' | 'projected' | 'today' };

/** forecast_past: not finished and the forecast lies behind us; forecast_missing: not finished and none was given. */
export type ForecastFlag = 'forecast_past' | 'forecast_missing';

/**
 * (planned − X) / planned. X is the actual total only where the project is also finished, else the projected one.
 * Null = cannot be determined.
 */
export function costVariance(cost: ProjectCost, actualEndOn: IsoDate | null): CostVariance | null {
  const isActual = cost.actualBaht !== null && actualEndOn !== null;
  const compared = isActual ? cost.actualBaht : cost.projectedBaht;
  if (cost.plannedBaht === null || compared === null || new Decimal(cost.plannedBaht).isZero()) return null;
  const amount = new Decimal(cost.plannedBaht).minus(compared);
  return {
    amountBaht: amount.toFixed(),
    percent: toFixedHalfUp(amount.times(100).dividedBy(cost.plannedBaht), 4),
    basis: isActual ? 'actual' : 'projected',
  };
}

/**
 * (planned end − Y) / (planned end − planned start) in days. Y is the actual end, else the projected one if it lies
 * in the future, else today. Null = cannot be determined (no plan, or a plan of no length).
 */
export function scheduleVariance(dates: ProjectDates, today: IsoDate): ScheduleVariance | null {
  const { plannedStartOn, plannedEndOn } = dates;
  if (plannedStartOn === null || plannedEndOn === null) return null;
  const length = daysBetween(plannedStartOn, plannedEndOn);
  if (length <= 0) return null;
  const { on, basis } = comparedEnd(dates, today);
  const days = daysBetween(on, plannedEndOn);
  return { days, percent: toFixedHalfUp(new Decimal(days).times(100).dividedBy(length), 4), basis };
}

/** Trap: an unfinished project whose forecast has passed looks early by the formula, so it is flagged. */
export function forecastFlag(dates: ProjectDates, today: IsoDate): ForecastFlag | null {
  if (dates.actualEndOn !== null) return null;
  if (dates.projectedEndOn === null) return 'forecast_missing';
  return dates.projectedEndOn < today ? 'forecast_past' : null;
}

/** Domain rule: parts that sum to more than 5 % off the stated total are a discrepancy; exactly 5 % is not. */
export function isDiscrepant(partsSum: DecimalText, total: DecimalText, tolerance = '0.05'): boolean {
  if (new Decimal(total).isZero()) return !new Decimal(partsSum).isZero();
  return new Decimal(partsSum).dividedBy(total).minus(1).abs().gt(tolerance);
}

function comparedEnd(dates: ProjectDates, today: IsoDate): { on: IsoDate; basis: ScheduleVariance['basis'] } {
  if (dates.actualEndOn !== null) return { on: dates.actualEndOn, basis: 'actual' };
  const isAhead = dates.projectedEndOn !== null && dates.projectedEndOn > today;
  return isAhead ? { on: dates.projectedEndOn!, basis: 'projected' } : { on: today, basis: 'today' };
}

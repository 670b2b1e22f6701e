import { Decimal, type DecimalText } from '../numbers/decimal.ts';
import type { Status } from '../status/kpi-status.ts';
import { daysBetween, type IsoDate } from '../time/fiscal-calendar.ts';
import {
  costVariance,
  forecastFlag,
  scheduleVariance,
  type CostVariance,
  type ForecastFlag,
  type ProjectCost,
  type ProjectDates,
  type ScheduleVariance,
} from './variance.ts';

export type ProjectStatus = {
  status: Status;
  cost: CostVariance | null;
  schedule: ScheduleVariance | null;
  flag: ForecastFlag | null;
  /** Days late by forecast or by today, whichever shows more; 0 when not late. */
  slipDays: number;
};

/** Percent over plan: within 10 on plan, within 30 at risk, beyond it late. Settings. */
export type VarianceBands = { atRisk: DecimalText; below: DecimalText };
export const DEFAULT_VARIANCE_BANDS: VarianceBands = { atRisk: '10', below: '30' };
/** A slip that people report on its own, however long the project. */
export const LATE_DAYS = 30;

/**
 * Status of a project: finished is achieved; else the worse of cost and schedule, at best at risk where the
 * forecast has passed, late once it is more than 30 days over its planned end.
 */
export function projectStatus(
  dates: ProjectDates,
  cost: ProjectCost,
  today: IsoDate,
  bands: VarianceBands = DEFAULT_VARIANCE_BANDS,
): ProjectStatus {
  const parts = {
    cost: costVariance(cost, dates.actualEndOn),
    schedule: scheduleVariance(dates, today),
    flag: forecastFlag(dates, today),
    slipDays: slipDaysOf(dates, today),
  };
  return { ...parts, status: decide(dates, parts, bands) };
}

type Parts = Omit<ProjectStatus, 'status'>;

function decide(dates: ProjectDates, parts: Parts, bands: VarianceBands): Status {
  if (dates.actualEndOn !== null) return 'achieved';
  const known = [parts.cost?.percent, parts.schedule?.percent].filter((percent) => percent !== undefined);
  if (known.length === 0) return 'no_data';
  const worst = Decimal.min(...known).negated();
  if (worst.gt(bands.below) || parts.slipDays > LATE_DAYS) return 'below_plan';
  return worst.gt(bands.atRisk) || parts.slipDays > 0 || parts.flag === 'forecast_past' ? 'at_risk' : 'on_plan';
}

function slipDaysOf(dates: ProjectDates, today: IsoDate): number {
  if (dates.plannedEndOn === null) return 0;
  const ends = dates.actualEndOn !== null ? [dates.actualEndOn] : [dates.projectedEndOn ?? today, today];
  return Math.max(0, ...ends.map((end) => daysBetween(dates.plannedEndOn!, end)));
}

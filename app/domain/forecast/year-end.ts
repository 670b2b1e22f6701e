import { Decimal, sumOf, toFixedHalfUp, type DecimalText } from '../numbers/decimal.ts';

/** One figure as it stood at the end of step `at` (month 1–12 of the fiscal year, or round 6, 9, 12). */
export type HistoryPoint = { at: number; value: DecimalText };
export type YearHistory = { fiscalYear: number; points: readonly HistoryPoint[] };

export type ForecastSettings = {
  /** Step at which a year is complete. */
  lastStep: number;
  /** proportion for figures that grow from zero over the year, difference for scores and stocks. */
  shape: 'proportion' | 'difference';
  leastYears?: number;
  leastPoints?: number;
  least?: DecimalText;
  most?: DecimalText;
};

export type ForecastRefusal = 'history_too_short' | 'too_few_points' | 'no_seasonal_shape';

/** `low` and `high` span the largest error that the same method made on past years. Four decimals. */
export type Forecast =
  | { ok: true; value: DecimalText; low: DecimalText; high: DecimalText; fromYears: number[] }
  | { ok: false; reason: ForecastRefusal };

/**
 * The running year's last figure, from where it stands and the way past years went from that step to their end.
 * Withheld, with the reason, when fewer than two past years are complete or the running year has too few points.
 */
export function forecastYearEnd(
  past: readonly YearHistory[],
  running: YearHistory,
  settings: ForecastSettings,
): Forecast {
  const { leastYears = 2, leastPoints = 2 } = settings;
  const complete = past.filter((year) => valueAt(year, settings.lastStep) !== null);
  if (complete.length < leastYears) return { ok: false, reason: 'history_too_short' };
  if (running.points.length < leastPoints) return { ok: false, reason: 'too_few_points' };
  const now = running.points.reduce((newest, point) => (point.at > newest.at ? point : newest));
  const years = complete.flatMap((year) => paceOf(year, now.at, settings));
  if (years.length < leastYears) return { ok: false, reason: 'no_seasonal_shape' };
  const value = project(new Decimal(now.value), years, settings);
  const error = Decimal.max(...years.map((year) => errorOf(year, years, settings)));
  const text = (figure: Decimal) => toFixedHalfUp(clamp(figure, settings), 4);
  return {
    ok: true,
    value: text(value),
    low: text(value.minus(error)),
    high: text(value.plus(error)),
    fromYears: years.map((year) => year.fiscalYear),
  };
}

type Pace = { fiscalYear: number; then: Decimal; end: Decimal; pace: Decimal };

function valueAt(year: YearHistory, at: number): Decimal | null {
  const point = year.points.find((one) => one.at === at);
  return point ? new Decimal(point.value) : null;
}

function paceOf(year: YearHistory, at: number, settings: ForecastSettings): Pace[] {
  const then = valueAt(year, at);
  const end = valueAt(year, settings.lastStep);
  if (then === null || end === null) return [];
  if (settings.shape === 'difference') return [{ fiscalYear: year.fiscalYear, then, end, pace: end.minus(then) }];
  return then.isZero() ? [] : [{ fiscalYear: year.fiscalYear, then, end, pace: end.dividedBy(then) }];
}

function project(now: Decimal, years: readonly Pace[], settings: ForecastSettings): Decimal {
  const pace = sumOf(years.map((year) => year.pace)).dividedBy(years.length);
  return settings.shape === 'difference' ? now.plus(pace) : now.times(pace);
}

/** How far off the method would have been for a past year, told from the other years only. */
function errorOf(year: Pace, years: readonly Pace[], settings: ForecastSettings): Decimal {
  const others = years.filter((other) => other !== year);
  return project(year.then, others, settings).minus(year.end).abs();
}

function clamp(value: Decimal, { least, most }: ForecastSettings): Decimal {
  const raised = least === undefined ? value : Decimal.max(least, value);
  return most === undefined ? raised : Decimal.min(most, raised);
}

import type { Period } from '#domain/time/period.ts';
import { monthNumber, monthOfYear, periodsAt, FIRST_FISCAL_YEAR } from '../calendar.ts';
import { SECURITY_OFFICES } from '../indicators/every-office.ts';
import { SEASONS, type IndicatorSpec, type Season, type Shape } from '../indicators/spec.ts';
import { moneyTotals } from '../money/unit-money.ts';
import { quality, sizeFor } from '../offices.ts';
import { bell, clamp } from '../random.ts';
import type { DemoUnit, Organisation } from '../units.ts';

/** What an office reports for one period: parts of a ratio, or a plain value. Amounts of money are whole satang ÷ 100. */
export type Figure =
  | { state: 'reported'; numerator: number; denominator: number; decimals: number }
  | { state: 'reported'; value: number; decimals: number }
  | { state: 'withheld' };

export function figureOf(org: Organisation, unit: DemoUnit, spec: IndicatorSpec, period: Period): Figure {
  if (isWithheld(unit, spec.code)) return { state: 'withheld' };
  const { shape } = spec;
  const month = monthNumber(period);
  const good = quality(unit, month, spec.code);
  switch (shape.kind) {
    case 'money':
      return moneyFigure(org, unit, period, shape);
    case 'share':
      return shareFigure(unit, spec, shape, period, good);
    case 'share_to_date':
      return shareToDate(unit, spec, shape, period);
    case 'mean':
      return meanFigure(unit, spec, shape, period, good);
    case 'count':
      return countFigure(unit, spec, shape, period, good);
    case 'stock':
      return { state: 'reported', value: stockAt(unit, spec, shape, period), decimals: 0 };
    case 'points':
      return { state: 'reported', value: rounded(along(shape, good), shape.decimals), decimals: shape.decimals };
  }
}

/** What offices of state security do not tell. */
export function isWithheld(unit: DemoUnit, indicatorCode: string): boolean {
  return SECURITY_OFFICES.has(unit.code) && WITHHELD.has(indicatorCode);
}

const WITHHELD = new Set(['C-CYB-01', 'C-CYB-02', 'C-DIG-02', 'C-HRD-01', 'C-AUD-01']);

type Of<K extends Shape['kind']> = Extract<Shape, { kind: K }>;

function moneyFigure(org: Organisation, unit: DemoUnit, period: Period, { of }: Of<'money'>): Figure {
  const { all, investment } = moneyTotals(org, unit, period);
  const [above, below] =
    of === 'disbursed'
      ? [all.disbursed, all.allocated]
      : of === 'disbursed_investment'
        ? [investment.disbursed, investment.allocated]
        : [investment.committed, investment.allocated];
  return { state: 'reported', numerator: above / 100, denominator: below / 100, decimals: 2 };
}

function shareFigure(unit: DemoUnit, spec: IndicatorSpec, shape: Of<'share'>, period: Period, good: number): Figure {
  const isStock = spec.timeRollup === 'last';
  const cases = shape.isFixed
    ? shape.cases
    : Math.max(
        1,
        Math.round(
          shape.cases *
            sizeFor(unit, spec) *
            (isStock
              ? 1
              : season(shape.season, period) * (1 + 0.07 * bell('cases', spec.code, unit.code, period.code))),
        ),
      );
  const jitter = (isStock ? 0 : 0.06) * bell('share', spec.code, unit.code, period.code);
  const growth = isStock ? 0.008 * monthNumber(period) : 0;
  const share = clamp(along(shape, good + jitter + growth), 2, 99.4);
  return {
    state: 'reported',
    numerator: Math.min(cases, Math.round((cases * share) / 100)),
    denominator: cases,
    decimals: 0,
  };
}

/** Grows from quarter to quarter towards what the year will reach; never falls within it. */
function shareToDate(unit: DemoUnit, spec: IndicatorSpec, shape: Of<'share_to_date'>, period: Period): Figure {
  const staff = Math.max(20, Math.round(shape.cases * sizeFor(unit, spec)));
  const final = clamp(along(shape, quality(unit, (period.fiscalYear - FIRST_FISCAL_YEAR) * 12 + 9, spec.code)), 5, 99);
  const part = [0, 0.13, 0.4, 0.72, 1][monthOfYear(period) / 3]!;
  return { state: 'reported', numerator: Math.floor((staff * final * part) / 100), denominator: staff, decimals: 0 };
}

function meanFigure(unit: DemoUnit, spec: IndicatorSpec, shape: Of<'mean'>, period: Period, good: number): Figure {
  const cases = Math.max(
    3,
    Math.round(
      shape.cases *
        sizeFor(unit, spec) *
        season(shape.season, period) *
        (1 + 0.08 * bell('cases', spec.code, unit.code, period.code)),
    ),
  );
  const value = Math.max(along(shape, good + 0.07 * bell('mean', spec.code, unit.code, period.code)), 0.1);
  const decimals = spec.unitOfMeasure === 'ชั่วโมง' ? 1 : 0;
  return { state: 'reported', numerator: rounded(cases * value, decimals), denominator: cases, decimals };
}

function countFigure(unit: DemoUnit, spec: IndicatorSpec, shape: Of<'count'>, period: Period, good: number): Figure {
  const years = monthNumber(period) / 12;
  const value =
    shape.perPeriod *
    sizeFor(unit, spec) *
    season(shape.season, period) *
    (1 + shape.growthPerYear) ** years *
    (1 + shape.gain * good) *
    (1 + 0.06 * bell('count', spec.code, unit.code, period.code));
  const decimals = shape.decimals ?? 0;
  return { state: 'reported', value: rounded(Math.max(0, value), decimals), decimals };
}

/** What stood at the start and what each quarter since has added; never falls. */
function stockAt(unit: DemoUnit, spec: IndicatorSpec, shape: Of<'stock'>, period: Period): number {
  const start = shape.from * sizeFor(unit, spec) * (1 + 0.4 * bell('stock', spec.code, unit.code));
  let stock = Math.max(1, start);
  for (let year = FIRST_FISCAL_YEAR; year <= period.fiscalYear; year++) {
    for (const quarter of periodsAt(year, 'quarter')) {
      if (quarter.endsOn > period.endsOn) return Math.round(stock);
      stock +=
        (start *
          shape.growthPerYear *
          clamp(1 + 4 * shape.gain * quality(unit, monthNumber(quarter), spec.code), 0.05, 2.2)) /
        4;
    }
  }
  return Math.round(stock);
}

function along({ worst, best }: { worst: number; best: number }, good: number): number {
  return (worst + best) / 2 + ((best - worst) / 2) * good;
}

/** The factor of a period: of its month, or the mean of its months. */
function season(name: Season | undefined, period: Period): number {
  if (!name) return 1;
  const last = monthOfYear(period);
  const first = period.kind === 'month' ? last : period.kind === 'quarter' ? last - 2 : 1;
  const factors = SEASONS[name].slice(first - 1, last);
  return factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
}

function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

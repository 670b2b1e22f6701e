import { Decimal, sumOf, type DecimalText } from '../numbers/decimal.ts';
import { toRatio, trimmed } from './across-units.ts';

/**
 * How an indicator adds up over time. Flows `sum`; stocks take the `last`; cumulative feeds (`ytd`) take the
 * last and are never added.
 */
export const TIME_ROLLUPS = ['sum', 'last', 'avg', 'ytd', 'max', 'min'] as const;
export type TimeRollup = (typeof TIME_ROLLUPS)[number];

/** One period that is due; `weight` (minutes, say) weighs an average where it is given. */
export type TimeSlot = {
  value: DecimalText | null;
  num: DecimalText | null;
  den: DecimalText | null;
  weight: DecimalText | null;
};

export type TimeRollupResult = {
  value: DecimalText | null;
  num: DecimalText | null;
  den: DecimalText | null;
  /** Periods that entered, of those due. */
  count: number;
  expected: number;
  /** Index of the period that `last`, `ytd`, `max` and `min` show. */
  at: number | null;
  /** True when a stock was carried forward over one missing period; drawn dashed. */
  isEstimate: boolean;
};

/** Rolls up due periods, oldest first; null where none was reported. Nothing missing ever counts as zero. */
export function rollUpAcrossTime(
  rule: TimeRollup,
  slots: readonly (TimeSlot | null)[],
  factor = 100,
): TimeRollupResult {
  const reported = slots.flatMap((slot, at) => (slot && hasFigure(slot) ? [{ ...slot, at }] : []));
  const counted = { count: reported.length, expected: slots.length };
  if (reported.length === 0) return { ...NOTHING, ...counted };
  switch (rule) {
    case 'sum':
      return { ...NOTHING, ...counted, ...total(reported, factor) };
    case 'avg':
      return { ...NOTHING, ...counted, ...mean(reported, factor) };
    case 'ytd':
      return { ...NOTHING, ...counted, ...shown(reported.at(-1)!) };
    case 'last':
      return { ...NOTHING, ...counted, ...lastOrCarried(reported.at(-1)!, slots.length) };
    case 'max':
      return { ...NOTHING, ...counted, ...shown(extreme(reported, (one, other) => one.gt(other))) };
    case 'min':
      return { ...NOTHING, ...counted, ...shown(extreme(reported, (one, other) => one.lt(other))) };
  }
}

type Reported = TimeSlot & { at: number };

const NOTHING: TimeRollupResult = {
  value: null,
  num: null,
  den: null,
  count: 0,
  expected: 0,
  at: null,
  isEstimate: false,
};

const hasFigure = (slot: TimeSlot): boolean => slot.value !== null || (slot.num !== null && slot.den !== null);
const isRatio = (slots: readonly Reported[]): boolean => slots.every((slot) => slot.num !== null && slot.den !== null);

function total(reported: readonly Reported[], factor: number): Partial<TimeRollupResult> {
  if (isRatio(reported)) return ratio(reported, factor);
  // A percentage without its parts cannot be added over time.
  if (reported.some((slot) => slot.value === null)) return {};
  return { value: sumOf(reported.map((slot) => slot.value!)).toFixed() };
}

function mean(reported: readonly Reported[], factor: number): Partial<TimeRollupResult> {
  if (isRatio(reported)) return ratio(reported, factor);
  if (reported.some((slot) => slot.value === null)) return {};
  const isWeighted = reported.every((slot) => slot.weight !== null);
  const weighted = sumOf(reported.map((slot) => new Decimal(slot.value!).times(isWeighted ? slot.weight! : 1)));
  const weights = isWeighted ? sumOf(reported.map((slot) => slot.weight!)) : new Decimal(reported.length);
  return { value: weights.isZero() ? null : trimmed(weighted.dividedBy(weights)) };
}

function ratio(reported: readonly Reported[], factor: number): Partial<TimeRollupResult> {
  const num = sumOf(reported.map((slot) => slot.num!)).toFixed();
  const den = sumOf(reported.map((slot) => slot.den!)).toFixed();
  return { value: toRatio(num, den, factor), num, den };
}

/** Domain rule: a stock may be carried forward for one period, no further. */
function lastOrCarried(last: Reported, expected: number): Partial<TimeRollupResult> {
  const missing = expected - 1 - last.at;
  return missing > 1 ? {} : { ...shown(last), isEstimate: missing === 1 };
}

function extreme(reported: readonly Reported[], isBetter: (one: Decimal, other: Decimal) => boolean): Reported {
  const known = reported.filter((slot) => slot.value !== null);
  return known.reduce(
    (best, slot) => (isBetter(new Decimal(slot.value!), new Decimal(best.value!)) ? slot : best),
    known[0] ?? reported[0]!,
  );
}

function shown(slot: Reported): Partial<TimeRollupResult> {
  return { value: slot.value, num: slot.num, den: slot.den, at: slot.at };
}

import { Decimal, sumOf, toFixedHalfUp, type DecimalText } from '../numbers/decimal.ts';
import type { IsoDate } from '../time/fiscal-calendar.ts';

/**
 * How an indicator adds up across units. `avg` counts every unit the same and must be labelled so;
 * `none` and `score_agreement` are fed at each level: a ministry's score is its own agreement's.
 */
export const ORG_ROLLUPS = [
  'sum',
  'ratio_of_sums',
  'weighted_avg',
  'avg',
  'min',
  'max',
  'latest',
  'none',
  'score_agreement',
] as const;
export type OrgRollup = (typeof ORG_ROLLUPS)[number];

/** One reported child; children that are late, rejected or withheld are not passed in, and never count as zero. */
export type ChildRow = {
  code: string;
  value: DecimalText | null;
  num: DecimalText | null;
  den: DecimalText | null;
  weight: DecimalText | null;
  endsOn: IsoDate;
};

export type UnitRollup = {
  value: DecimalText | null;
  num: DecimalText | null;
  den: DecimalText | null;
  /** Children that entered the value. */
  count: number;
  /** Children whose figure cannot be rolled up: a percentage without numerator and denominator, no weight. */
  leftOut: string[];
  /** The child that min, max and latest show. */
  fromCode: string | null;
};

/** Decimals kept of a quotient. Sums stay as sent, unrounded. */
export const QUOTIENT_PLACES = 10;

/** `factor` is 100 for percentages, 1 for unit costs and days per case. */
export function rollUpAcrossUnits(rule: OrgRollup, children: readonly ChildRow[], factor = 100): UnitRollup {
  const fit = children.filter((child) => isFit(rule, child));
  const leftOut = children.filter((child) => !fit.includes(child)).map((child) => child.code);
  if (fit.length === 0) return { ...NOTHING, leftOut };
  return { ...NOTHING, ...ROLL_UP[rule](fit, factor), count: fit.length, leftOut };
}

/** num / den × factor as it is stored, or null without a divisor; the one place where a percentage is made. */
export function toRatio(num: DecimalText | null, den: DecimalText | null, factor = 100): DecimalText | null {
  if (num === null || den === null || new Decimal(den).isZero()) return null;
  return trimmed(new Decimal(num).times(factor).dividedBy(den));
}

/** Mean with ten decimals; trailing zeros dropped, so that equal values are equal text. */
export function trimmed(value: Decimal): DecimalText {
  return new Decimal(toFixedHalfUp(value, QUOTIENT_PLACES)).toFixed();
}

const NOTHING: UnitRollup = { value: null, num: null, den: null, count: 0, leftOut: [], fromCode: null };

function isFit(rule: OrgRollup, child: ChildRow): boolean {
  if (rule === 'none' || rule === 'score_agreement') return false;
  if (rule === 'ratio_of_sums') return child.num !== null && child.den !== null;
  return child.value !== null && (rule !== 'weighted_avg' || child.weight !== null);
}

type Roll = (fit: readonly ChildRow[], factor: number) => Partial<UnitRollup>;

const ROLL_UP: Record<OrgRollup, Roll> = {
  sum: (fit) => ({ value: sumOf(fit.map((child) => child.value!)).toFixed() }),
  ratio_of_sums: (fit, factor) => {
    const num = sumOf(fit.map((child) => child.num!)).toFixed();
    const den = sumOf(fit.map((child) => child.den!)).toFixed();
    return { value: toRatio(num, den, factor), num, den };
  },
  // Carried as numerator Σ w·x and denominator Σ w, so that the level above can go on exactly.
  weighted_avg: (fit) => {
    const num = sumOf(fit.map((child) => new Decimal(child.value!).times(child.weight!))).toFixed();
    const den = sumOf(fit.map((child) => child.weight!)).toFixed();
    return { value: toRatio(num, den, 1), num, den };
  },
  avg: (fit) => ({ value: trimmed(sumOf(fit.map((child) => child.value!)).dividedBy(fit.length)) }),
  min: (fit) => shown(fit.reduce((worst, child) => (isLess(child, worst) ? child : worst))),
  max: (fit) => shown(fit.reduce((best, child) => (isLess(best, child) ? child : best))),
  latest: (fit) => shown(fit.reduce((newest, child) => (child.endsOn > newest.endsOn ? child : newest))),
  none: () => ({}),
  score_agreement: () => ({}),
};

const isLess = (left: ChildRow, right: ChildRow): boolean => new Decimal(left.value!).lt(right.value!);

function shown(child: ChildRow): Partial<UnitRollup> {
  return { value: child.value, num: child.num, den: child.den, fromCode: child.code };
}

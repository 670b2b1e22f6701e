import { Decimal, toFixedHalfUp, type DecimalLike, type DecimalText } from '../numbers/decimal.ts';

/** A score with exactly four decimals, rounded half-up: '3.3750'. */
export type ScoreText = DecimalText;

/**
 * A scoring scheme as data: the points at each threshold, and what lies below the first.
 * `below` is a fixed number of points, or the least that a line drawn on through the first step may fall to.
 */
export type ScoringScale = {
  points: readonly DecimalText[];
  below: { fixed: DecimalText } | { fallsTo: DecimalText };
  isInterpolated: boolean;
};

export type ThresholdRule = 'thresholds_count' | 'thresholds_not_monotone';

/**
 * Points for an actual, or null without one: a missing actual is no zero and no five.
 * Falling thresholds mean lower is better; no flag could disagree with them. Ties go to the highest level met.
 */
export function scoreOnScale(
  scale: ScoringScale,
  thresholds: readonly DecimalLike[],
  actual: DecimalLike | null,
): ScoreText | null {
  const { count, sign, steps, isMonotone } = toLadder(thresholds);
  if (count !== scale.points.length) throw new RangeError('thresholds_count');
  if (!isMonotone) throw new RangeError('thresholds_not_monotone');
  if (actual === null) return null;
  return toFixedHalfUp(pointsAt(new Decimal(actual).times(sign), steps, pointsOf(scale), scale), 4);
}

/** Thresholds read once: turned so that they rise, which way they ran, and whether they run one way at all. */
type Ladder = { count: number; sign: 1 | -1; steps: readonly Decimal[]; isMonotone: boolean };

/** An agreement's thresholds score every month of its year: each list is read once, for as long as it is held. */
const ladders = new WeakMap<readonly DecimalLike[], Ladder>();

function toLadder(thresholds: readonly DecimalLike[]): Ladder {
  const known = ladders.get(thresholds);
  if (known) return known;
  const read = thresholds.map((threshold) => new Decimal(threshold));
  const sign = read.length > 0 && read.at(-1)!.lt(read[0]!) ? -1 : 1;
  const steps = sign === 1 ? read : read.map((threshold) => threshold.negated());
  const isMonotone = steps.every((step, index) => index === 0 || step.gte(steps[index - 1]!));
  const ladder: Ladder = { count: read.length, sign, steps, isMonotone };
  ladders.set(thresholds, ladder);
  return ladder;
}

const pointsOfScale = new WeakMap<ScoringScale, readonly Decimal[]>();

function pointsOf(scale: ScoringScale): readonly Decimal[] {
  const known = pointsOfScale.get(scale) ?? scale.points.map((point) => new Decimal(point));
  pointsOfScale.set(scale, known);
  return known;
}

/** Why thresholds cannot be scored, or null. Equal neighbours are allowed: the score jumps there. */
export function checkThresholds(thresholds: readonly DecimalLike[], count = 5): ThresholdRule | null {
  if (thresholds.length !== count) return 'thresholds_count';
  return toLadder(thresholds).isMonotone ? null : 'thresholds_not_monotone';
}

function pointsAt(x: Decimal, steps: readonly Decimal[], points: readonly Decimal[], scale: ScoringScale): Decimal {
  const met = steps.findLastIndex((step) => x.gte(step));
  if (met === -1) return pointsBelow(x, steps, points, scale);
  if (met === steps.length - 1 || !scale.isInterpolated) return points[met]!;
  const width = steps[met + 1]!.minus(steps[met]!); // never zero: met is the highest of equal thresholds
  const height = points[met + 1]!.minus(points[met]!);
  return points[met]!.plus(x.minus(steps[met]!).times(height).dividedBy(width));
}

function pointsBelow(x: Decimal, steps: readonly Decimal[], points: readonly Decimal[], scale: ScoringScale): Decimal {
  if ('fixed' in scale.below) return new Decimal(scale.below.fixed);
  const least = new Decimal(scale.below.fallsTo);
  const firstWide = steps.findIndex((step, index) => index > 0 && step.gt(steps[index - 1]!));
  if (firstWide === -1) return least;
  const width = steps[firstWide]!.minus(steps[firstWide - 1]!);
  const fall = steps[0]!.minus(x).times(points[1]!.minus(points[0]!)).dividedBy(width);
  return Decimal.max(least, points[0]!.minus(fall));
}

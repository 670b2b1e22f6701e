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
  const problem = checkThresholds(thresholds, scale.points.length);
  if (problem) throw new RangeError(problem);
  if (actual === null) return null;
  const sign = isFalling(thresholds) ? -1 : 1;
  const steps = thresholds.map((threshold) => new Decimal(threshold).times(sign));
  const points = scale.points.map((point) => new Decimal(point));
  return toFixedHalfUp(pointsAt(new Decimal(actual).times(sign), steps, points, scale), 4);
}

/** Why thresholds cannot be scored, or null. Equal neighbours are allowed: the score jumps there. */
export function checkThresholds(thresholds: readonly DecimalLike[], count = 5): ThresholdRule | null {
  if (thresholds.length !== count) return 'thresholds_count';
  const sign = isFalling(thresholds) ? -1 : 1;
  const isMonotone = thresholds.every(
    (threshold, index) =>
      index === 0 ||
      new Decimal(threshold)
        .minus(thresholds[index - 1]!)
        .times(sign)
        .gte(0),
  );
  return isMonotone ? null : 'thresholds_not_monotone';
}

/** True when lower is better. */
export function isFalling(thresholds: readonly DecimalLike[]): boolean {
  return new Decimal(thresholds.at(-1)!).lt(thresholds[0]!);
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

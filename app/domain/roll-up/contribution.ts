import { Decimal, sumOf, toFixedHalfUp, type DecimalText } from '../numbers/decimal.ts';
import { roundToSum } from './round-to-sum.ts';

/** A child before and after; null where it did not report, so that it counts on one side only. */
export type SumChange = { code: string; from: DecimalText | null; to: DecimalText | null };

type Parts = { num: DecimalText; den: DecimalText };
export type RatioChange = { code: string; from: Parts | null; to: Parts | null };

export type SumContribution = { code: string; part: DecimalText };
/** `part` = `rate` (the child itself got better or worse) + `mix` (its share of the whole changed). */
export type RatioContribution = { code: string; part: DecimalText; rate: DecimalText; mix: DecimalText };

export type Contributions<Part> = { change: DecimalText; parts: Part[] };

/** What each child did to the change of a total. The parts sum to the change exactly, unrounded. */
export function contributionsToSum(children: readonly SumChange[]): Contributions<SumContribution> {
  const parts = children.map(({ code, from, to }) => ({ code, part: new Decimal(to ?? 0).minus(from ?? 0) }));
  return {
    change: sumOf(parts.map(({ part }) => part)).toFixed(),
    parts: parts.map(({ code, part }) => ({ code, part: part.toFixed() })),
  };
}

/**
 * What each child did to the change of a ratio of sums, in `places` decimals that still sum to the change.
 * rate = mean share × change of the child's own ratio; mix = change of share × (child's mean ratio − mean total).
 * So a total may rise while every child falls, and the mix says why. Null when a side has no denominator.
 */
export function contributionsToRatio(
  children: readonly RatioChange[],
  factor = 100,
  places = 4,
): Contributions<RatioContribution> | null {
  const from = totalOf(children.map((child) => child.from));
  const to = totalOf(children.map((child) => child.to));
  if (from.den.isZero() || to.den.isZero()) return null;
  // One division, so that a change that ends in a five is rounded as the exact fraction would be.
  const crossed = to.num.times(from.den).minus(from.num.times(to.den)).times(factor);
  const change = crossed.dividedBy(from.den.times(to.den));
  const meanTotal = from.num.dividedBy(from.den).plus(to.num.dividedBy(to.den)).dividedBy(2);
  const effects = children.map((child) => effectsOf(child, from.den, to.den, meanTotal, factor));
  const rounded = roundToSum(
    effects.map(({ rate, mix }) => rate.plus(mix)),
    places,
    change,
  );
  return {
    change: rounded.total,
    parts: children.map(({ code }, index) => {
      const part = rounded.parts[index]!;
      const rate = toFixedHalfUp(effects[index]!.rate, places);
      return { code, part, rate, mix: toFixedHalfUp(new Decimal(part).minus(rate), places) };
    }),
  };
}

type Total = { num: Decimal; den: Decimal };

function totalOf(parts: readonly (Parts | null)[]): Total {
  const known = parts.filter((part) => part !== null);
  return { num: sumOf(known.map((part) => part.num)), den: sumOf(known.map((part) => part.den)) };
}

function effectsOf(child: RatioChange, denFrom: Decimal, denTo: Decimal, meanTotal: Decimal, factor: number) {
  const shareFrom = new Decimal(child.from?.den ?? 0).dividedBy(denFrom);
  const shareTo = new Decimal(child.to?.den ?? 0).dividedBy(denTo);
  const ownFrom = ratioOf(child.from);
  const ownTo = ratioOf(child.to);
  // A child that comes or goes has no ratio on one side: its whole effect is mix.
  const before = ownFrom ?? ownTo ?? new Decimal(0);
  const after = ownTo ?? ownFrom ?? new Decimal(0);
  const rate = shareFrom.plus(shareTo).dividedBy(2).times(after.minus(before));
  const mix = shareTo.minus(shareFrom).times(before.plus(after).dividedBy(2).minus(meanTotal));
  return { rate: rate.times(factor), mix: mix.times(factor) };
}

function ratioOf(parts: Parts | null): Decimal | null {
  return parts && !new Decimal(parts.den).isZero() ? new Decimal(parts.num).dividedBy(parts.den) : null;
}

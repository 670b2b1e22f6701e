import { Decimal, sumOf, toFixedHalfUp, type DecimalText } from '../numbers/decimal.ts';
import { contributionsToRatio, type RatioChange } from './contribution.ts';

/** What a child did to a total's change, in the decimals that are shown. `part` = `rate` + `mix`; `exact` is the part before it was rounded. */
export type ShownPart = { code: string; part: DecimalText; exact: DecimalText; rate: DecimalText; mix: DecimalText };

export type ShownContributions = {
  /** The total before and now, rounded as they are shown; `change` is their difference. */
  from: DecimalText;
  to: DecimalText;
  change: DecimalText;
  parts: ShownPart[];
};

/**
 * What each child did to the change of a ratio of sums, of a weighted mean (`num` = weight × value, `den` = weight) or of
 * a plain mean (`den` = 1). The parts are rounded so that they sum exactly to the difference of the two totals that stand
 * beside them. Null when a side has no denominator.
 */
export function shownContributions(
  children: readonly RatioChange[],
  factor: number,
  places: number,
): ShownContributions | null {
  const from = totalOf(children, 'from', factor, places);
  const to = totalOf(children, 'to', factor, places);
  const exact = contributionsToRatio(children, factor, places + EXTRA_PLACES);
  if (from === null || to === null || exact === null) return null;
  const change = new Decimal(to).minus(from);
  const parts = fitToSum(
    exact.parts.map(({ part }) => new Decimal(part)),
    change,
    places,
  );
  return {
    from,
    to,
    change: toFixedHalfUp(change, places),
    parts: exact.parts.map(({ code, rate, part: exactPart }, index) => {
      const shownRate = toFixedHalfUp(rate, places);
      const part = parts[index]!;
      return {
        code,
        part,
        exact: exactPart,
        rate: shownRate,
        mix: toFixedHalfUp(new Decimal(part).minus(shownRate), places),
      };
    }),
  };
}

export type LeadingParts<Part> = { leading: Part[]; rest: { count: number; part: DecimalText } };

/** The parts that did most, whichever way, and what the others did together. Many are shown alike, so that what they did exactly decides. */
export function leadingParts<Part extends { part: DecimalText; exact?: DecimalText }>(
  parts: readonly Part[],
  most: number,
): LeadingParts<Part> {
  const moved = parts.filter(({ part }) => !new Decimal(part).isZero());
  const sizeOf = ({ part, exact = part }: Part): Decimal => new Decimal(exact).abs();
  const sorted = [...moved].sort((left, right) => sizeOf(right).comparedTo(sizeOf(left)));
  const rest = sorted.slice(most);
  return {
    leading: sorted.slice(0, most),
    rest: { count: rest.length, part: sumOf(rest.map(({ part }) => part)).toFixed() },
  };
}

/** Decimals that are carried before the parts are fitted to what is shown. */
const EXTRA_PLACES = 6;

function totalOf(children: readonly RatioChange[], side: 'from' | 'to', factor: number, places: number): string | null {
  const known = children.map((child) => child[side]).filter((part) => part !== null);
  const den = sumOf(known.map((part) => part.den));
  if (den.isZero()) return null;
  return toFixedHalfUp(
    sumOf(known.map((part) => part.num))
      .times(factor)
      .dividedBy(den),
    places,
  );
}

/** Rounds parts down, then hands out the missing units, the largest remainders first, round and round if need be. */
function fitToSum(parts: readonly Decimal[], total: Decimal, places: number): DecimalText[] {
  const unit = new Decimal(10).pow(-places);
  const fitted = parts.map((part) => part.toDecimalPlaces(places, Decimal.ROUND_FLOOR));
  const order = parts
    .map((part, index) => ({ index, remainder: part.minus(fitted[index]!) }))
    .sort((left, right) => right.remainder.comparedTo(left.remainder) || left.index - right.index);
  let short = total.minus(sumOf(fitted)).dividedBy(unit).round().toNumber();
  const step = Math.sign(short);
  const taken = step < 0 ? [...order].reverse() : order;
  for (let at = 0; short !== 0 && taken.length > 0; at = (at + 1) % taken.length, short -= step) {
    const { index } = taken[at]!;
    fitted[index] = fitted[index]!.plus(unit.times(step));
  }
  return fitted.map((part) => toFixedHalfUp(part, places));
}

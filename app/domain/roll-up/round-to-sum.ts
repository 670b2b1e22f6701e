import { Decimal, sumOf, toFixedHalfUp, type DecimalText } from '../numbers/decimal.ts';

/**
 * Rounds parts so that they still sum to the rounded total, exactly. The units that rounding lost go to the
 * largest remainders; ties go to the earlier part.
 */
export function roundToSum(
  parts: readonly Decimal[],
  places: number,
  exactTotal: Decimal = sumOf(parts),
): { parts: DecimalText[]; total: DecimalText } {
  const unit = new Decimal(10).pow(-places);
  const total = new Decimal(toFixedHalfUp(exactTotal, places));
  const floors = parts.map((part) => part.toDecimalPlaces(places, Decimal.ROUND_FLOOR));
  const short = total.minus(sumOf(floors)).dividedBy(unit).round().toNumber();
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part.minus(floors[index]!) }))
    .sort((left, right) => right.remainder.comparedTo(left.remainder) || left.index - right.index);
  const raised = new Set(byRemainder.slice(0, short).map(({ index }) => index));
  return {
    parts: floors.map((floor, index) => (raised.has(index) ? floor.plus(unit) : floor).toFixed(places)),
    total: total.toFixed(places),
  };
}

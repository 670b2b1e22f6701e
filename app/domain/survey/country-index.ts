import { Decimal, sumOf, toFixedHalfUp, type DecimalText } from '../numbers/decimal.ts';

/** Online service, infrastructure, human capital: each 0–1, null where the source leaves it blank. */
export type IndexParts = {
  onlineService: DecimalText | null;
  infrastructure: DecimalText | null;
  humanCapital: DecimalText | null;
};

/** Five decimals, as printed since 2010; null while a part is blank. */
export function indexOfParts(parts: IndexParts, year: number): DecimalText | null {
  const exact = exactIndex(parts, year);
  return exact && toFixedHalfUp(exact, 5);
}

export type IndexProblem =
  | { rule: 'index_parts_missing'; missing: (keyof IndexParts)[] }
  | { rule: 'index_not_from_parts'; computed: DecimalText; difference: DecimalText };

/** Rounding of parts and index together; a larger difference is told and never mended. */
export const INDEX_TOLERANCE = '0.00005';

/** Why a printed index does not follow from its parts, or null. */
export function checkIndex(
  printed: DecimalText,
  parts: IndexParts,
  year: number,
  tolerance = INDEX_TOLERANCE,
): IndexProblem | null {
  const missing = PART_NAMES.filter((name) => parts[name] === null);
  if (missing.length > 0) return { rule: 'index_parts_missing', missing };
  const difference = new Decimal(printed).minus(exactIndex(parts, year)!);
  if (difference.abs().lte(tolerance)) return null;
  const computed = indexOfParts(parts, year)!;
  return { rule: 'index_not_from_parts', computed, difference: toFixedHalfUp(difference, 5) };
}

const PART_NAMES = ['onlineService', 'infrastructure', 'humanCapital'] as const;

/** Rule of the survey: the plain mean of the parts, but 0.34, 0.33 and 0.33 in 2010. */
function exactIndex(parts: IndexParts, year: number): Decimal | null {
  const values = PART_NAMES.map((name) => parts[name]);
  if (values.some((value) => value === null)) return null;
  if (year !== 2010) return sumOf(values.map((value) => value!)).dividedBy(3);
  const weights = ['0.34', '0.33', '0.33'];
  return sumOf(values.map((value, index) => new Decimal(value!).times(weights[index]!)));
}

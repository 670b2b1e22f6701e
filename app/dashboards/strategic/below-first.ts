/**
 * What was found of some things beside their plans: `below` some are short of it; `all_met` none is; `some_met` none of those that can
 * be compared, which are not all; `nothing` can be compared.
 */
export type Standing<Row> = { found: 'below' | 'all_met' | 'some_met' | 'nothing'; rows: Row[] };

/** Those short of their plan, or where none is, those nearest to it. Keeps the order given; `isAll`: each of them has a gap. */
export function toBelowFirst<Row>(
  rows: readonly Row[],
  gapOf: (row: Row) => string | null,
  { most, isAll }: { most: number; isAll: boolean },
): Standing<Row> {
  const known = rows.filter((row) => gapOf(row) !== null);
  const below = known.filter((row) => gapOf(row)!.startsWith('-'));
  if (below.length > 0) return { found: 'below', rows: below.slice(0, most) };
  return { found: known.length === 0 ? 'nothing' : isAll ? 'all_met' : 'some_met', rows: known.slice(0, most) };
}

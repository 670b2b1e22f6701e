/** Of some things, furthest below their plan first: those below it, or where none is, those nearest to it. */
export type Standing<Row> = { isBelow: boolean; rows: Row[] };

/** A plan that was met is nothing to mend: what met it is listed only where everything did. Keeps the order given. */
export function toBelowFirst<Row>(
  rows: readonly Row[],
  gapOf: (row: Row) => string | null,
  most: number,
): Standing<Row> {
  const below = rows.filter((row) => gapOf(row)?.startsWith('-'));
  const isBelow = below.length > 0;
  return { isBelow, rows: (isBelow ? below : rows.filter((row) => gapOf(row) !== null)).slice(0, most) };
}

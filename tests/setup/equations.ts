/**
 * Which unknowns (columns) a set of equations (rows of coefficients) leaves no freedom: those that stand alone in a row once the
 * rows are reduced. What the right-hand sides are does not matter.
 */
export function determined(rows: number[][]): Set<number> {
  const columns = rows[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < columns; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const lead = rows[rank]!.map((value) => value / rows[rank]![column]!);
    rows[rank] = lead;
    rows.forEach((row, index) => {
      if (index !== rank && row[column] !== 0)
        rows[index] = row.map((value, place) => value - row[column]! * lead[place]!);
    });
    rank += 1;
  }
  const alone = rows
    .slice(0, rank)
    .map((row) => row.flatMap((value, place) => (Math.abs(value) > 1e-9 ? [place] : [])));
  return new Set(alone.filter((places) => places.length === 1).map(([place]) => place!));
}

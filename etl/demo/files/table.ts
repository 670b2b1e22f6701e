/** A table on its way into a file: headings, then cells as text. */
export type Table = { header: readonly string[]; rows: readonly (readonly string[])[] };
export type DemoFile = { name: string; bytes: Buffer };

type Cells = Record<string, string | undefined>;

/** Rows of named cells as a table: the columns that any row has, in the order given. */
export function toTable(
  rows: readonly Cells[],
  columns: readonly string[],
  headings: Readonly<Record<string, string>> = {},
): Table {
  const used = columns.filter((column) => rows.some((row) => (row[column] ?? '') !== ''));
  return {
    header: used.map((column) => headings[column] ?? column),
    rows: rows.map((row) => used.map((column) => row[column] ?? '')),
  };
}

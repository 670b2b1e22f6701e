import { writeXlsx } from 'hucre/xlsx';
import type { DemoFile, Table } from './table.ts';

/** A workbook as a person keeps it: title rows, an empty row, headings, then figures as numbers and codes as text. */
export async function xlsxFile(
  name: string,
  sheet: string,
  titles: readonly string[],
  table: Table,
  isNumber: (heading: string) => boolean,
): Promise<DemoFile> {
  const numeric = table.header.map(isNumber);
  const rows = table.rows.map((cells) =>
    cells.map((cell, i) => (cell === '' ? null : numeric[i] ? Number(cell) : cell)),
  );
  const bytes = await writeXlsx({
    sheets: [{ name: sheet, rows: [...titles.map((title) => [title]), [], [...table.header], ...rows] }],
    // A fixed date: the same table is the same file, byte for byte.
    properties: { title: titles[0] ?? sheet, creator: 'ข้อมูลสาธิต', created: WRITTEN_AT, modified: WRITTEN_AT },
  });
  return { name, bytes: Buffer.from(bytes) };
}

const WRITTEN_AT = new Date('2026-10-01T00:00:00Z');

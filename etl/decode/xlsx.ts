import { HeaderSearch } from './header-row.ts';
import { BATCH_RECORDS, type HeaderChoice, type RecordBatch, type SourceRecord } from './record.ts';
import { readSheetRows } from './xlsx/sheet-rows.ts';
import { openWorkbook, type SheetChoice } from './xlsx/workbook.ts';

export type XlsxOptions = { header: HeaderChoice; sheet?: SheetChoice };

/**
 * Reads one sheet of a workbook, hidden or not; merged cells hold their value in the first one, as the file does.
 * Own reader, since those in the registry that stream do not tell which cells are formulas.
 * Throws SourceProblem: `truncated`, `too_large`, `locked_file`, `wrong_format`, `wrong_sheet`, `wrong_header`, `empty`.
 */
export async function openXlsx(
  path: string,
  options: XlsxOptions,
): Promise<{ facts: { sheet: string }; batches: AsyncIterable<RecordBatch> }> {
  const book = await openWorkbook(path, options.sheet);
  return { facts: { sheet: book.sheet }, batches: readBatches(readSheetRows(book), book.sheet, options.header) };
}

async function* readBatches(
  rows: AsyncIterable<SourceRecord[]>,
  sheet: string,
  choice: HeaderChoice,
): AsyncGenerator<RecordBatch> {
  const search = new HeaderSearch(choice);
  let records: SourceRecord[] = [];
  for await (const piece of rows) {
    for (const record of piece) if (!search.take(record)) records.push(fitWidth(record, search.found!.names.length));
    if (records.length < BATCH_RECORDS) continue;
    yield { sheet, header: search.found!, records };
    records = [];
  }
  search.finish();
  yield { sheet, header: search.found!, records };
}

/** A sheet leaves empty cells at a row's end out; one beyond the headings with content cannot be placed. */
function fitWidth(record: SourceRecord, columns: number): SourceRecord {
  while (record.cells.length < columns) record.cells.push('');
  for (let i = 0; i < record.cells.length; i++) record.cells[i] ??= '';
  if (record.cells.slice(columns).some((cell) => cell.trim() !== '')) {
    const params = { cells: record.cells.length, columns };
    record.faults = [
      ...(record.faults ?? []),
      { rule: 'ragged_row', columnNo: 0, params, raw: record.cells.join(' | ').slice(0, 200) },
    ];
  }
  return record;
}

import type { CellFault } from './cell-fault.ts';
import type { SourceProblem } from './source-problem.ts';

/**
 * One record as the sender wrote it. `row` is the row that a spreadsheet program shows (from 1, headings and
 * blank rows counted); `line` is the line of a text editor, which differs where a quoted cell holds line breaks.
 */
export type SourceRecord = {
  row: number;
  line: number;
  cells: string[];
  /** What the file itself gets wrong in this record; most records have none. */
  faults?: CellFault[];
};

export type RecordBatch = { sheet: string; header: HeaderRow; records: SourceRecord[] };

export type HeaderRow = { row: number; names: string[] };

/** How a decoder knows the headings: by row, or by a test that tells how many of the wanted headings a row holds. */
export type HeaderChoice =
  | { row: number }
  | {
      find: (cells: readonly string[]) => boolean;
      expected: readonly string[];
      /** What is wrong with the row most like headings, where none is found; null where there is nothing more to say. */
      judge?: (header: HeaderRow) => SourceProblem | null;
    };

/** Rows above the headings that a title, a logo or a note may take. */
export const HEADER_SEARCH_ROWS = 40;

/** Large enough to make a batch's overhead vanish, small enough to keep memory flat. */
export const BATCH_RECORDS = 2_000;

/** Column 1 is A, 27 is AA. */
export function columnLetter(columnNo: number): string {
  let letters = '';
  for (let rest = columnNo; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

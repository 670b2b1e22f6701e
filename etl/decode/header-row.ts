import { toHeaderKey } from './header-key.ts';
import { HEADER_SEARCH_ROWS, columnLetter, type HeaderChoice, type HeaderRow, type SourceRecord } from './record.ts';
import { SourceProblem } from './source-problem.ts';

/** Holds records back until the headings are known, then checks each record against their number. */
export class HeaderSearch {
  found: HeaderRow | null = null;
  private seen: SourceRecord[] = [];

  constructor(private readonly choice: HeaderChoice) {}

  /** True while the record belongs to the title or the headings themselves. */
  take(record: SourceRecord): boolean {
    if (this.found) return false;
    const { choice } = this;
    const isHeader = 'row' in choice ? record.row === choice.row : choice.find(record.cells);
    if (isHeader) this.found = toHeader(record);
    else this.seen.push(record);
    const isTooFar = 'row' in choice ? record.row > choice.row : this.seen.length >= HEADER_SEARCH_ROWS;
    if (!isHeader && isTooFar) this.fail();
    return true;
  }

  /** Throws when the file ended without headings. */
  finish(): void {
    if (!this.found) this.fail();
  }

  private fail(): never {
    const widest = this.seen.reduce<SourceRecord | null>(
      (best, one) => (best && best.cells.length >= one.cells.length ? best : one),
      null,
    );
    if (!widest) throw new SourceProblem('empty');
    const judged = 'row' in this.choice ? null : this.choice.judge?.(toHeader(widest));
    if (judged) throw judged;
    const expected = 'row' in this.choice ? `${this.choice.row}` : this.choice.expected.join(', ');
    throw new SourceProblem('wrong_header', {
      found: shorten(widest.cells.join(', ')),
      expected: shorten(expected),
      row: widest.row,
    });
  }
}

/** Throws `duplicate_header` when two columns that are read carry one name. */
export function refuseDuplicates(header: HeaderRow, isUsed: (key: string) => boolean): void {
  const firstColumn = new Map<string, number>();
  header.names.forEach((name, i) => {
    const key = toHeaderKey(name);
    if (key === '') return;
    const first = firstColumn.get(key);
    if (first === undefined) firstColumn.set(key, i);
    else if (isUsed(key)) {
      throw new SourceProblem('duplicate_header', {
        header: name,
        first: columnLetter(first + 1),
        second: columnLetter(i + 1),
        row: header.row,
      });
    }
  });
}

const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

function toHeader(record: SourceRecord): HeaderRow {
  const names = [...record.cells];
  while (names.length > 0 && names.at(-1)?.trim() === '') names.pop();
  return { row: record.row, names };
}

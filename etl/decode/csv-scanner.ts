import type { CellFault } from './cell-fault.ts';
import type { SourceRecord } from './record.ts';

/** A quoted cell longer than this has lost its closing quote. */
const MAX_QUOTED_CHARACTERS = 256 * 1024;

/** With fewer columns an ordinary sentence with a comma looks like a record. */
const MIN_COLUMNS_TO_RECOGNISE = 5;

type Emit = (record: SourceRecord) => void;
type Cut = { cells: string[]; end: number; lineBreaks: number } | 'more' | 'broken';

/**
 * Cuts decoded text into records, in pieces as they arrive. Rows and lines are counted as the sender sees them.
 * A quote that is never closed costs its own line only: the scanner goes back to the line's end, so that
 * the records below, which such a quote would swallow, are read each at its own row.
 */
export class CsvScanner {
  private rest = '';
  private row = 0;
  private line = 1;
  /** Number of headings, once known: a quoted cell that swallowed whole records is told by it. */
  columns = 0;

  constructor(
    private readonly delimiter: string,
    private readonly emit: Emit,
  ) {}

  push(text: string): void {
    this.rest = this.scan(this.rest === '' ? text : this.rest + text, false);
  }

  end(): void {
    if (this.rest !== '') this.scan(this.rest, true);
    this.rest = '';
  }

  private scan(text: string, isLast: boolean): string {
    let position = 0;
    let nextQuote = text.indexOf('"');
    while (position < text.length) {
      const newline = text.indexOf('\n', position);
      if (newline < 0 && !isLast) break;
      const lineEnd = newline < 0 ? text.length : newline;
      if (nextQuote >= 0 && nextQuote < position) nextQuote = text.indexOf('"', position);
      if (nextQuote < 0 || nextQuote > lineEnd) {
        this.plainLine(text, position, lineEnd);
        position = lineEnd + 1;
        continue;
      }
      const cut = this.cutQuoted(text, position, isLast);
      if (cut === 'more') break;
      position = cut === 'broken' ? this.brokenLine(text, position, lineEnd) : this.quotedRecord(text, position, cut);
    }
    return position >= text.length ? '' : text.slice(position);
  }

  private plainLine(text: string, from: number, to: number): void {
    const end = to > from && text.charCodeAt(to - 1) === CR ? to - 1 : to;
    this.deliver(end === from ? [] : text.slice(from, end).split(this.delimiter), 0);
  }

  private quotedRecord(text: string, from: number, cut: Exclude<Cut, string>): number {
    if (cut.lineBreaks > 0 && this.swallowedRecords(cut.cells)) {
      return this.brokenLine(text, from, text.indexOf('\n', from));
    }
    this.deliver(cut.cells, cut.lineBreaks);
    return cut.end;
  }

  private brokenLine(text: string, from: number, lineEnd: number): number {
    const raw = text.slice(from, lineEnd).replace(/\r$/, '');
    const before = raw.slice(0, raw.indexOf('"')).split(this.delimiter).length;
    const fault: CellFault = {
      rule: 'unbalanced_quote',
      columnNo: before,
      params: { line: this.line },
      raw: raw.slice(0, 200),
    };
    this.deliver(raw.split(this.delimiter), 0, [fault]);
    return lineEnd + 1;
  }

  /** A line inside one cell that itself has as many cells as the table was a record before its quote was lost. */
  private swallowedRecords(cells: string[]): boolean {
    if (this.columns === 0) return false;
    if (cells.length !== this.columns) return true;
    if (this.columns < MIN_COLUMNS_TO_RECOGNISE) return false;
    return cells.some(
      (cell) =>
        cell.includes('\n') &&
        cell.split('\n').some((line, i) => i > 0 && line.split(this.delimiter).length >= this.columns),
    );
  }

  private cutQuoted(text: string, from: number, isLast: boolean): Cut {
    const cells: string[] = [];
    let position = from;
    let lineBreaks = 0;
    for (;;) {
      if (text.charCodeAt(position) === QUOTE) {
        const close = closingQuote(text, position + 1);
        if (close < 0 || (close + 1 >= text.length && !isLast)) {
          const isLost = isLast || text.length - position > MAX_QUOTED_CHARACTERS;
          return isLost ? 'broken' : 'more';
        }
        if (close - position > MAX_QUOTED_CHARACTERS) return 'broken';
        const cell = text.slice(position + 1, close).replaceAll('""', '"');
        lineBreaks += countLineBreaks(text, position, close);
        cells.push(cell);
        position = close + 1;
        if (text.charCodeAt(position) === CR) position++;
        if (position >= text.length && !isLast) return 'more';
      } else {
        const end = plainEnd(text, position, this.delimiter);
        if (end === text.length && !isLast) return 'more';
        const isCrLf =
          text.charCodeAt(end) !== this.delimiter.charCodeAt(0) && text.charCodeAt(end - 1) === CR && end > position;
        cells.push(text.slice(position, isCrLf ? end - 1 : end));
        position = end;
      }
      if (position >= text.length) return { cells, end: position, lineBreaks };
      const next = text.charCodeAt(position);
      if (next === LF) return { cells, end: position + 1, lineBreaks };
      if (next !== this.delimiter.charCodeAt(0)) return 'broken';
      position++;
    }
  }

  private deliver(cells: string[], lineBreaks: number, faults?: CellFault[]): void {
    this.row++;
    const line = this.line;
    this.line += 1 + lineBreaks;
    if (cells.every(isBlank)) return;
    this.emit(faults ? { row: this.row, line, cells, faults } : { row: this.row, line, cells });
  }
}

const CR = 13;
const LF = 10;
const QUOTE = 34;

const isBlank = (cell: string): boolean => cell === '' || cell.trim() === '';

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}

function plainEnd(text: string, from: number, delimiter: string): number {
  const delimiterCode = delimiter.charCodeAt(0);
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiterCode || code === LF) break;
  }
  return at;
}

function countLineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

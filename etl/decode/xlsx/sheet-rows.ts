import type { CellFault } from '../cell-fault.ts';
import type { SourceRecord } from '../record.ts';
import { toSerialText } from './serial-date.ts';
import { joinTexts, toXmlText } from './xml-text.ts';
import type { Workbook } from './workbook.ts';
import { readPart } from './zip.ts';

/** The rows of a sheet one piece of XML at a time; numbers keep the digits that the file holds. */
export async function* readSheetRows(book: Workbook): AsyncGenerator<SourceRecord[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let lastRow = 0;
  for await (const piece of readPart(book.path, book.sheetPart)) {
    rest += decoder.decode(piece, { stream: true });
    const end = rest.lastIndexOf('</');
    if (end < 0) continue;
    const rows: SourceRecord[] = [];
    let from = 0;
    ROW.lastIndex = 0;
    for (let match = ROW.exec(rest); match; match = ROW.exec(rest)) {
      lastRow = Number(/\br="(\d+)"/.exec(match[1]!)?.[1] ?? lastRow + 1);
      from = ROW.lastIndex;
      const record = match[2] === undefined ? null : toRecord(book, lastRow, match[2]);
      if (record) rows.push(record);
    }
    rest = from > 0 ? rest.slice(from) : rest;
    if (rows.length > 0) yield rows;
  }
}

const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/;
const FORMULA = /<(?:\w+:)?f(?:\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/;
const REFERENCE = /\br="([A-Z]+)\d+"/;
const TYPE = /\bt="(\w+)"/;
const STYLE = /\bs="(\d+)"/;

function toRecord(book: Workbook, row: number, xml: string): SourceRecord | null {
  const cells: string[] = [];
  const faults: CellFault[] = [];
  let isBlank = true;
  let next = 0;
  for (const [, tag, body] of xml.matchAll(CELL)) {
    const reference = REFERENCE.exec(tag!)?.[1];
    const at = reference ? columnIndex(reference) : next;
    next = at + 1;
    if (body === undefined) continue;
    const text = toText(book, tag!, body);
    while (cells.length < at) cells.push('');
    cells[at] = text;
    const fault = findFault(tag!, body, text, at + 1);
    if (fault) faults.push(fault);
    if (fault || (text !== '' && text.trim() !== '')) isBlank = false;
  }
  if (isBlank) return null;
  return faults.length > 0 ? { row, line: row, cells, faults } : { row, line: row, cells };
}

function toText(book: Workbook, tag: string, body: string): string {
  const type = TYPE.exec(tag)?.[1] ?? 'n';
  if (type === 'inlineStr') return joinTexts(body);
  const raw = VALUE.exec(body)?.[1] ?? '';
  if (type === 's') return book.strings[Number(raw)] ?? '';
  if (type === 'str' || type === 'e' || type === 'd') return toXmlText(raw);
  if (type === 'b') return raw === '1' ? 'true' : 'false';
  const style = STYLE.exec(tag)?.[1];
  return style && book.isDateStyle[Number(style)] ? toSerialText(raw, book.startsIn1904) : toShownNumber(raw);
}

/** A spreadsheet holds fifteen digits and shows no more; what stands behind them in the file is binary noise. */
function toShownNumber(raw: string): string {
  if (raw.length <= SHOWN_DIGITS + 1) return raw;
  const number = Number(raw);
  return Number.isFinite(number) ? String(Number(number.toPrecision(SHOWN_DIGITS))) : raw;
}

const SHOWN_DIGITS = 15;

function findFault(tag: string, body: string, text: string, columnNo: number): CellFault | null {
  if (TYPE.exec(tag)?.[1] === 'e') return { rule: 'error_cell', columnNo, params: { error: text }, raw: text };
  if (!body.includes('<f') && !body.includes(':f')) return null;
  const formula = FORMULA.exec(body);
  if (!formula) return null;
  const params = { formula: toXmlText(formula[1] ?? '').slice(0, 120) };
  const rule = VALUE.test(body) ? 'formula_used' : 'formula_without_value';
  return { rule, columnNo, params, raw: `=${params.formula}` };
}

function columnIndex(letters: string): number {
  let index = 0;
  for (let i = 0; i < letters.length; i++) index = index * 26 + letters.charCodeAt(i) - 64;
  return index - 1;
}

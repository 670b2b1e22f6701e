import { toWindows874 } from './windows-874.ts';
import type { DemoFile, Table } from './table.ts';

type Delimiter = ',' | ';' | '\t';

/** A CSV as spreadsheet programs save it: UTF-8 with its mark, lines ended as on Windows. */
export function csvFile(name: string, table: Table, delimiter: Delimiter = ','): DemoFile {
  return {
    name,
    bytes: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(toText(table, delimiter), 'utf8')]),
  };
}

/** Without the mark, tab-separated, as databases write it. */
export function tabFile(name: string, table: Table): DemoFile {
  return { name, bytes: Buffer.from(toText(table, '\t'), 'utf8') };
}

/** As an old ministry system writes it: one byte a sign. */
export function csv874File(name: string, table: Table): DemoFile {
  return { name, bytes: toWindows874(toText(table, ',')) };
}

function toText(table: Table, delimiter: Delimiter): string {
  return [table.header, ...table.rows]
    .map((cells) => `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`)
    .join('');
}

function quoted(cell: string, delimiter: Delimiter): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import Papa from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCsv, type CsvOptions } from '#etl/decode/csv.ts';
import { CsvScanner } from '#etl/decode/csv-scanner.ts';
import type { SourceRecord } from '#etl/decode/record.ts';
import { surveyFile } from '#etl/decode/survey.ts';
import { gather, useFolder } from '#tests/etl/files.ts';

const folder = useFolder();

async function read(
  content: string | Uint8Array,
  options: Partial<CsvOptions> = {},
  encoding?: 'windows-874' | 'windows-1252',
) {
  const path = folder.write(`${Math.random()}.csv`, content, encoding);
  const { facts, batches } = await openCsv(path, await surveyFile(path), { header: { row: 1 }, ...options });
  return { facts, ...(await gather(batches)) };
}

const HEAD = 'code,name,value\n';
const THAI = 'กรมบัญชีกลาง,ร้อยละของคำขอที่แล้วเสร็จ,๙๕\n';

describe('decoding delimited text', () => {
  it.each([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['semicolon', 'a;b;c\n1,5;2;3\n', ';'],
    ['tab', 'a\tb\tc\n1,5\t2\t3\n', '\t'],
  ])('finds the %s as delimiter', async (_, content, delimiter) => {
    const { facts, records } = await read(content);
    expect(facts.delimiter).toBe(delimiter);
    expect(records[0]!.cells).toHaveLength(3);
  });

  it.each([
    ['UTF-8', 'utf-8', HEAD + THAI, undefined],
    ['UTF-8 with a mark', 'utf-8', `\ufeff${HEAD}${THAI}`, undefined],
    ['Windows-874', 'windows-874', HEAD + THAI, 'windows-874'],
    ['Windows-1252', 'windows-1252', `${HEAD}1,Ministère de l’Été,3\n`, 'windows-1252'],
  ] as const)('reads %s', async (_, encoding, content, written) => {
    const { facts, header, records } = await read(content, {}, written);
    expect(facts.encoding).toBe(encoding);
    expect(header!.names).toEqual(['code', 'name', 'value']);
    expect(records[0]!.cells.join(',')).toBe(content.trim().split('\n')[1]);
  });

  it('finds Thai that comes only after the first megabyte', async () => {
    const { facts, records } = await read(HEAD + 'x,plain,1\n'.repeat(150_000) + THAI, {}, 'windows-874');
    expect(facts.encoding).toBe('windows-874');
    expect(records.at(-1)!.cells[0]).toBe('กรมบัญชีกลาง');
    expect(records).toHaveLength(150_001);
  });

  it('never breaks a character at the border of two pieces', async () => {
    const { records } = await read(HEAD + THAI.repeat(20_000));
    expect(records.every(({ cells }) => cells[1] === 'ร้อยละของคำขอที่แล้วเสร็จ')).toBe(true);
  });

  it('asks about a file that reads as two encodings', async () => {
    const mixed = Buffer.concat([Buffer.from(HEAD + THAI), Buffer.from([0xa1, 0xc3, 0xc1, 0x0a])]);
    await expect(read(mixed)).rejects.toMatchObject({ failure: 'ambiguous_encoding' });
  });

  it('checks a declared encoding against the bytes', async () => {
    await expect(read(HEAD + THAI, { encoding: 'utf-8' }, 'windows-874')).rejects.toMatchObject({
      failure: 'wrong_encoding',
      params: { wanted: 'utf-8' },
    });
    await expect(read(HEAD + THAI, { encoding: 'windows-874' })).rejects.toMatchObject({
      failure: 'wrong_encoding',
      params: { found: 'UTF-8' },
    });
  });

  it.each([
    ['nothing', ''],
    ['only a mark', '\ufeff'],
    ['blank lines', '\n\n\r\n'],
  ])('says that a file with %s is empty', async (_, content) => {
    await expect(read(content)).rejects.toMatchObject({ failure: 'empty' });
  });

  it('counts rows as a spreadsheet shows them and lines as an editor does', async () => {
    const { records } = await read(`${HEAD}1,"two\r\nlines",3\n\n4,five,6\r\n7,"say ""ha""",9`);
    expect(records.map(({ row, line, cells }) => [row, line, cells[1]])).toEqual([
      [2, 2, 'two\r\nlines'],
      [4, 5, 'five'],
      [5, 6, 'say "ha"'],
    ]);
  });

  it('rejects only the line whose quote was lost and reads those below at their own rows', async () => {
    const { records } = await read(`code,name,value,a,b\n1,"open,2,3,4\n2,ok,3,4,5\n3,"fine",4,5,6\n4,ok,5,6,7\n`);
    expect(records.map(({ row, faults }) => [row, faults?.[0]?.rule ?? 'whole'])).toEqual([
      [2, 'unbalanced_quote'],
      [3, 'whole'],
      [4, 'whole'],
      [5, 'whole'],
    ]);
  });

  it('tells rows with too few or too many cells, but not blank ones behind the headings', async () => {
    const { records } = await read(`${HEAD}1,2\n1,2,3,4\n1,2,3,,\n`);
    expect(records.map(({ faults }) => faults?.[0]?.params ?? null)).toEqual([
      { cells: 2, columns: 3 },
      { cells: 4, columns: 3 },
      null,
    ]);
  });

  it('finds the headings below a title', async () => {
    const { header, records } = await read(`รายงานประจำเดือน\n\nหน่วยงาน: กรม\n${HEAD}1,2,3\n`, {
      header: { find: (cells) => cells.includes('code'), expected: ['code'] },
    });
    expect(header).toEqual({ row: 4, names: ['code', 'name', 'value'] });
    expect(records).toMatchObject([{ row: 5 }]);
  });

  it("refuses another file's headings and names what it found", async () => {
    await expect(
      read('x,y\n1,2\n', { header: { find: () => false, expected: ['code', 'value'] } }),
    ).rejects.toMatchObject({
      failure: 'wrong_header',
      params: { expected: 'code, value', found: 'x, y' },
    });
  });

  it('reads line ends of old Macintosh files', async () => {
    const { records } = await read('a,b\r1,2\r3,4\r');
    expect(records.map(({ cells }) => cells)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });
});

describe('cutting text into records', () => {
  const scan = (pieces: string[]): SourceRecord[] => {
    const records: SourceRecord[] = [];
    const scanner = new CsvScanner(',', (record) => records.push(record));
    for (const piece of pieces) scanner.push(piece);
    scanner.end();
    return records;
  };
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', '\n', 'ก', '5') });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });

  it('gives back what another writer quoted, however the text is cut into pieces', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 7 }), (table, size) => {
        const text = Papa.unparse(table, { quotes: true, newline: '\n' });
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const filled = table.filter((row) => row.some((value) => value.trim() !== ''));
        expect(scan(pieces).map(({ cells }) => cells)).toEqual(filled);
      }),
      { numRuns: 500 },
    );
  });
});

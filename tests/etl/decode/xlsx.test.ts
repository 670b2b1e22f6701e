import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openXlsx, type XlsxOptions } from '#etl/decode/xlsx.ts';
import { gather, useFolder } from '#tests/etl/files.ts';

const folder = useFolder();
type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];

async function write(sheets: Sheets): Promise<string> {
  return folder.write(`${Math.random()}.xlsx`, await writeXlsx({ sheets }));
}
async function read(path: string, options: Partial<XlsxOptions> = {}) {
  const { facts, batches } = await openXlsx(path, { header: { row: 1 }, ...options });
  return { facts, ...(await gather(batches)) };
}
const HEAD = ['หน่วยงาน', 'งวด', 'ผล'];

describe('decoding workbooks', () => {
  it('reads the first sheet, with dates as ISO days, numbers as shown and text as written', async () => {
    const path = await write([
      { name: 'ผล', rows: [HEAD, ['03003', new Date(Date.UTC(2026, 9, 1)), 0.1 + 0.2], ['ก๊าซน้ำมัน', '2569-10', '007']] },
    ]);
    const { facts, records } = await read(path);
    expect(facts.sheet).toBe('ผล');
    expect(records.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, '03003', '2026-10-01', '0.3'],
      [3, 'ก๊าซน้ำมัน', '2569-10', '007'],
    ]);
  });

  it('keeps the row numbers that the program shows over empty rows', async () => {
    const path = await write([{ name: 'a', rows: [['ชื่อรายงาน'], [], HEAD, [], ['1', '2', '3']] }]);
    const { header, records } = await read(path, {
      header: { find: (cells) => cells.includes('งวด'), expected: ['งวด'] },
    });
    expect([header!.row, records[0]!.row]).toEqual([3, 5]);
  });

  it.each([
    ['name', { name: 'สอง' }],
    ['place', { index: 2 }],
    ['pattern', { pattern: /^ส/ }],
  ])('chooses a sheet by %s', async (_, sheet) => {
    const path = await write([
      { name: 'หนึ่ง', rows: [HEAD] },
      { name: 'สอง', rows: [HEAD, ['x', 'y', 'z']] },
    ]);
    expect((await read(path, { sheet })).records).toMatchObject([{ cells: ['x', 'y', 'z'] }]);
  });

  it('names the sheets when the wanted one is missing', async () => {
    const path = await write([{ name: 'หนึ่ง', rows: [HEAD] }]);
    await expect(read(path, { sheet: { name: 'สาม' } })).rejects.toMatchObject({
      failure: 'wrong_sheet',
      params: { found: 'หนึ่ง' },
    });
  });

  it("uses a formula's last result and tells it, and rejects a formula without one", async () => {
    const cells = new Map([
      ['1,2', { value: 42, formula: 'A2*2', formulaResult: 42 }],
      ['2,2', { value: null, formula: 'A3*2' }],
    ]);
    const path = await write([{ name: 'a', rows: [HEAD, ['1', '2', null], ['3', '4', null]], cells: cells as never }]);
    const { records } = await read(path);
    expect(records[0]).toMatchObject({
      cells: ['1', '2', '42'],
      faults: [{ rule: 'formula_used', columnNo: 3, params: { formula: 'A2*2' } }],
    });
    expect(records[1]!.faults).toMatchObject([{ rule: 'formula_without_value', columnNo: 3 }]);
  });

  it.each([0.3, 0.9, 0.99])('says that a workbook cut at %d of its length is incomplete', async (share) => {
    const bytes = readFileSync(
      await write([{ name: 'a', rows: [HEAD, ...Array.from({ length: 500 }, (_, i) => [String(i), '2569', i])] }]),
    );
    const path = folder.write(`${share}.xlsx`, bytes.subarray(0, Math.floor(bytes.length * share)));
    await expect(read(path)).rejects.toMatchObject({ failure: 'truncated' });
  });

  it('refuses what is no workbook, and one with a password', async () => {
    await expect(read(folder.write('text.xlsx', 'a,b\n1,2\n'))).rejects.toMatchObject({ failure: 'wrong_format' });
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
    await expect(read(folder.write('old.xlsx', old))).rejects.toMatchObject({ failure: 'locked_file' });
  });

  it('tells content beyond the headings', async () => {
    const path = await write([{ name: 'a', rows: [HEAD, ['1', '2', '3', 'หลงมา']] }]);
    expect((await read(path)).records[0]!.faults).toMatchObject([{ rule: 'ragged_row' }]);
  });
});

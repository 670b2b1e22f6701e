import { describe, expect, it } from 'vitest';
import { SourceProblem } from '#etl/decode/source-problem.ts';
import type { Mapping } from '#etl/mappings/mapping.ts';
import { checkerOf } from './check.ts';

const NAMES = ['รหัสตัวชี้วัด', 'รหัสหน่วยงาน', 'งวด'];
const CELLS = ['FN-01', '03004', '2569-10'];

/** What is told of each record of a sheet whose first three columns are right. */
function tell(names: string[], records: string[][], { row = 1, ...mapping }: Partial<Mapping> & { row?: number } = {}) {
  const checker = checkerOf('reading', { row, names: [...NAMES, ...names] }, mapping);
  return records.map((cells, i) => {
    const accepted = checker.check({ row: row + 1 + i, line: row + 1 + i, cells: [...CELLS, ...cells] });
    return { accepted, findings: checker.findings };
  });
}

describe('a column that the form does not know', () => {
  it('is told once, before what is wrong with the first record, with the heading that may be meant', () => {
    const [first, second] = tell(['ค่า'], [['10'], ['11']]);
    expect(first!.findings).toMatchObject([
      {
        rule: 'column_unread_near',
        severity: 'warning',
        params: { column: '“ค่า” (D)', allowed: 'ผล / value' },
        row: 1,
        sourceColumn: 'D',
        contractColumn: null,
        raw: 'ค่า',
        record: null,
      },
      { rule: 'value_missing', row: 2 },
    ]);
    expect(second!.findings.map(({ rule }) => rule)).toEqual(['value_missing']);
  });

  it('does not reject the record that it is told with', () => {
    const [first, second] = tell(
      ['ผล', 'โทรศัพท์'],
      [
        ['10', '02'],
        ['11', '02'],
      ],
    );
    expect(first).toMatchObject({ accepted: true, findings: [{ rule: 'column_unread' }] });
    expect(second).toEqual({ accepted: true, findings: [] });
  });

  it.each([
    ['ผลล', 'ผล / value'],
    ['ค่า', 'ผล / value'],
    ['ผลการดำเนินงาน', 'ผล / value'],
    ['Values', 'ผล / value'],
    ['ตัวต้ัง', 'ตัวตั้ง / numerator'],
    ['ตัวตัั้ง', 'ตัวตั้ง / numerator'],
    ['ตัวหาน', 'ตัวหาร / denominator'],
    ['denominater', 'ตัวหาร / denominator'],
    ['หมายเหด', 'หมายเหตุ / note'],
    ['เป้าหมาย', 'ค่าเป้าหมาย / target'],
    ['ผู้รายงาน', null],
    ['โทรศัพท์', null],
    ['ชื่อหน่วยงาน', null],
    ['x', null],
  ])('%s is likely meant for %s', (heading, allowed) => {
    const [told] = tell([heading], [['1']])[0]!.findings;
    expect(told).toMatchObject(
      allowed
        ? { rule: 'column_unread_near', params: { allowed } }
        : { rule: 'column_unread', params: { columns: `“${heading}” (D)` }, sourceColumn: 'D', raw: heading },
    );
  });

  it('is not taken for one that the file has', () => {
    const [{ findings }] = tell(['ผล', 'ค่า', 'value'], [['1', '2', '3']]) as [ReturnType<typeof tell>[0]];
    expect(findings).toMatchObject([
      { rule: 'column_unread', params: { columns: '“ค่า” (E), “value” (F)' }, sourceColumn: null, raw: null },
    ]);
  });

  it('is one of many that are told in one sentence, which ends somewhere', () => {
    const many = Array.from({ length: 30 }, (_, i) => `ส่วนที่ ${i + 1}`);
    const [{ findings }] = tell(['ผล', ...many], [['1', ...many]]) as [ReturnType<typeof tell>[0]];
    expect(findings).toHaveLength(1);
    expect(findings[0]!.params.columns).toMatch(/^“ส่วนที่ 1” \(E\), .*“ส่วนที่ 12” \(P\) … \(\+18\)$/);
  });
});

describe('a column without a heading', () => {
  it('is told where it first holds something, and only there', () => {
    const said = tell(
      ['', 'ผล', ' '],
      [
        ['', '1', ''],
        ['a', '2', ''],
        ['b', '3', ''],
      ],
    );
    expect(said.map(({ findings }) => findings)).toMatchObject([
      [],
      [{ rule: 'column_unnamed', severity: 'warning', row: 3, sourceColumn: 'D', raw: 'a' }],
      [],
    ]);
  });

  it('is told for each that holds something', () => {
    const said = tell(
      ['', 'ผล', ' '],
      [
        ['a', '1', 'b'],
        ['a', '2', 'b'],
      ],
    );
    expect(said.map(({ findings }) => findings.map(({ sourceColumn }) => sourceColumn))).toEqual([['D', 'F'], []]);
  });
});

describe('columns that nobody reads go without a word', () => {
  it("in a sender's own format", () => {
    expect(tell(['ผล', 'ค่า', ''], [['1', '2', '3']], { name: 'of-a-sender' })).toEqual([
      { accepted: true, findings: [] },
    ]);
  });

  it('in the answer of a machine, but for one that a missing column may be meant by', () => {
    const [{ findings }] = tell(['id', 'values'], [['1', '2']], { row: 0 }) as [ReturnType<typeof tell>[0]];
    expect(findings.map(({ rule, row }) => [rule, row])).toEqual([
      ['column_unread_near', 1],
      ['value_missing', 1],
    ]);
  });
});

describe('a refusal for a missing column', () => {
  const refusal = (names: string[], mapping: Partial<Mapping> = {}, row = 3) => {
    try {
      checkerOf('reading', { row, names }, mapping);
    } catch (error) {
      if (error instanceof SourceProblem) return { code: error.failure, ...error.params };
    }
    return null;
  };

  it('names at once every column that was not read, with what is likely meant', () => {
    expect(refusal(['รหัสตัวชี้วัด', 'โทรศัพท์', 'ค่า', 'หน่วยงาน', 'งวด'])).toEqual({
      code: 'wrong_header_near',
      expected: 'รหัสหน่วยงาน / unit_code',
      unread: '“หน่วยงาน” (D) → รหัสหน่วยงาน / unit_code, “ค่า” (C) → ผล / value, “โทรศัพท์” (B)',
      row: 3,
    });
  });

  it('tells of several missing ones which may be which', () => {
    expect(refusal(['KPI', 'หน่วยงาน', 'งวด', 'ผล'])).toMatchObject({
      expected: 'รหัสตัวชี้วัด / indicator_code, รหัสหน่วยงาน / unit_code',
      unread: '“KPI” (A) → รหัสตัวชี้วัด / indicator_code, “หน่วยงาน” (B) → รหัสหน่วยงาน / unit_code',
    });
  });

  it('names those that are likely meant first among many', () => {
    const many = Array.from({ length: 30 }, (_, i) => `ส่วนที่ ${i + 1}`);
    expect(refusal(['รหัสตัวชี้วัด', 'งวด', ...many, 'ค่า', 'หน่วยงาน'])).toMatchObject({
      unread: expect.stringMatching(
        /^“หน่วยงาน” \(AH\) → รหัสหน่วยงาน \/ unit_code, “ค่า” \(AG\) → ผล \/ value, “ส่วนที่ 1” \(C\), .* … \(\+20\)$/,
      ),
    });
  });

  it('names every unread column where none resembles a missing one', () => {
    expect(refusal(['รหัสตัวชี้วัด', 'สังกัด', 'งวด', 'ผล', 'โทรศัพท์'])).toMatchObject({
      code: 'wrong_header_near',
      unread: '“สังกัด” (B), “โทรศัพท์” (E)',
    });
  });

  it('tells what the file has where nothing is left unread', () => {
    expect(refusal(['รหัสตัวชี้วัด', 'งวด', 'ผล'])).toMatchObject({
      code: 'wrong_header',
      found: 'รหัสตัวชี้วัด, งวด, ผล',
    });
  });

  it('names of the answer of a machine what is likely meant, and the rest where nothing is', () => {
    expect(refusal(['indicator_code', 'id', 'unit_kode', 'period'], {}, 0)).toMatchObject({
      unread: '“unit_kode” (C) → รหัสหน่วยงาน / unit_code',
    });
    expect(refusal(['indicator_code', 'id', 'period'], {}, 0)).toMatchObject({ unread: '“id” (B)' });
  });

  it("names of a sender's own format only what resembles it", () => {
    const own = { name: 'of-a-sender' };
    expect(refusal(['รหัสตัวชี้วัด', 'หน่วยงาน', 'งวด', 'ค่า', 'x'], own)).toMatchObject({
      unread: '“หน่วยงาน” (B) → รหัสหน่วยงาน / unit_code',
    });
    expect(refusal(['รหัสตัวชี้วัด', 'สังกัด', 'งวด', 'x'], own)).toMatchObject({ code: 'wrong_header' });
  });
});

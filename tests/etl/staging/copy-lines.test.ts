import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CopyLines } from '#etl/staging/copy-lines.ts';

type Value = string | number | null;

function bytesOf(rows: readonly (readonly Value[])[], lines = new CopyLines()): Buffer | null {
  for (const row of rows) {
    for (const value of row)
      if (typeof value === 'number') lines.count(value);
      else lines.text(value);
    lines.end();
  }
  return lines.take();
}

const ESCAPED: Record<string, string> = { '\\\\': '\\', '\\t': '\t', '\\n': '\n', '\\r': '\r' };

/** As the server reads them: a mark of its own stands for itself only behind a backslash. */
function readBack(bytes: Buffer): (string | null)[][] {
  const lines = bytes.toString('utf8').split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) =>
    line
      .split('\t')
      .map((field) => (field === '\\N' ? null : field.replace(/\\[\\tnr]/g, (escape) => ESCAPED[escape]!))),
  );
}

it('are read back as they were written: texts in any letters, marks of COPY itself, counts, and nothing', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '9', '.', ' ', '\\', '\t', '\n', '\r', 'N', 'ก', 'ำ', '😀', 'é'),
  });
  const value = fc.oneof(text, fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), fc.nat(99), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.array(value, { minLength: 1 }), { minLength: 1 }), (rows) => {
      expect(readBack(bytesOf(rows)!)).toEqual(
        rows.map((row) => row.map((one) => (typeof one === 'number' ? String(one) : one))),
      );
    }),
    { numRuns: 2_000 },
  );
});

it('hold every count up to its last digit', () => {
  const counts = [0, 9, 10, 99, 100, 99_999, 100_000, 256_910_110, 2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1, -1];
  expect(bytesOf([counts])!.toString()).toBe(`${counts.join('\t')}\n`);
});

it('leave what is no whole number to the server, which refuses it', () => {
  const wrong = [1.5, NaN, null, undefined] as number[];
  const lines = new CopyLines();
  for (const one of wrong) lines.count(one);
  lines.end();
  expect(lines.take()!.toString()).toBe('1.5\tNaN\tnull\tundefined\n');
});

it('take texts of any length', () => {
  const row = ['a', 'ก'.repeat(200_000), '😀'.repeat(100_000), 'x'.repeat(600_000), '\\'.repeat(300_000), 'b'];
  expect(readBack(bytesOf([row, row])!).every((read) => read.every((text, i) => text === row[i]))).toBe(true);
});

it('are given once, and left alone afterwards', () => {
  const lines = new CopyLines();
  expect(lines.take()).toBeNull();
  const first = bytesOf([['first']], lines)!;
  expect(lines.take()).toBeNull();
  expect([first.toString(), bytesOf([['other']], lines)!.toString()]).toEqual(['first\n', 'other\n']);
});

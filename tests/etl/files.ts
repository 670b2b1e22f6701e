import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll } from 'vitest';
import type { RecordBatch } from '#etl/decode/record.ts';

/** A folder for a test file's own files, removed when it is done. */
export function useFolder(): {
  write: (name: string, content: string | Uint8Array, encoding?: 'utf-8' | 'windows-874' | 'windows-1252') => string;
} {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'etl-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    write: (name, content, encoding = 'utf-8') => {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? iconv.encode(content, encoding) : content);
      return path;
    },
  };
}

/** Every record of a file, in order. */
export async function gather(batches: AsyncIterable<RecordBatch>) {
  const records = [];
  let header = null;
  for await (const batch of batches) {
    header = batch.header;
    records.push(...batch.records);
  }
  return { header, records };
}

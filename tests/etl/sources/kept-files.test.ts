import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readKeptFile, storeFile } from '#etl/sources/kept-files.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();

it('a kept file comes back byte for byte, and is kept once however often it is sent', async () => {
  const bytes = Buffer.concat([randomBytes(3_000_000), Buffer.alloc(2_500_000, 'ก')]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'kept-')), 'ข้อมูล.bin');
  fs.writeFileSync(file, bytes);
  for (let time = 0; time < 2; time++)
    await storeFile(database.etl, file, sha256, bytes.length, new Date('2026-11-20T02:00:00Z'));
  const pieces: Buffer[] = [];
  for await (const piece of readKeptFile(database.etl, sha256)) pieces.push(piece);
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  const [kept] = await database.owner<{ files: number }[]>`select count(*)::int as files from kept_file`;
  expect(kept!.files).toBe(1);
});

it('what changed since it was hashed is not kept under the hash of what it was', async () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'kept-')), 'ผล.csv');
  fs.writeFileSync(file, 'after');
  const sha256 = createHash('sha256').update('before').digest('hex');
  const kept = storeFile(database.etl, file, sha256, 6, new Date('2026-11-20T02:00:00Z'));
  await expect(kept).rejects.toMatchObject({ failure: 'file_changed', params: { name: 'ผล.csv' } });
  expect(await database.owner`select from kept_file where sha256 = ${sha256}`).toHaveLength(0);
});

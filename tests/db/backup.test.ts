import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { backUp } from '#db/backup.ts';
import type { Manifest } from '#db/backup.ts';
import { restore } from '#db/restore.ts';
import { useDatabase } from '#tests/setup/database.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-backup-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Every table of ours with a checksum over its rows. */
async function checksums(sql: ReturnType<typeof useDatabase>['owner']): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'access') order by 1`;
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql.unsafe(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`,
    );
    sums[name] = row!.sum as string;
  }
  return sums;
}

describe('backup and restore', () => {
  const source = useDatabase();
  const target = useDatabase();

  test('an empty database becomes equal, with the same rights', async () => {
    const awkward = 'ชื่อ\nสอง\tบรรทัด \\ \\N';
    await source.owner`insert into access.person (login, name_th, name_en) values ('p', ${awkward}, 'Name')`;
    await emptyTarget();
    const manifest = await backUp(source.urls.owner, path.join(folder, 'one'), new Date('2026-11-20T02:00:00Z'));
    expect(manifest.tables.find(({ name }) => name === 'public.org_unit')!.rows).toBeGreaterThan(100);
    await restore(target.urls, path.join(folder, 'one'));
    expect(await checksums(target.owner)).toEqual(await checksums(source.owner));
    expect(await target.web`select id from org_unit`).toEqual([]);
    await target.owner`insert into access.person (login, name_th, name_en) values ('q', 'q', 'q')`;
  });

  test('a filled database is refused', async () => {
    await expect(restore(target.urls, path.join(folder, 'one'))).rejects.toThrow(/not empty/);
  });

  test('a damaged file is refused and nothing is restored', async () => {
    await emptyTarget();
    const manifestFile = path.join(folder, 'one', 'manifest.json');
    const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8')) as Manifest;
    manifest.tables.find(({ name }) => name === 'public.period')!.sha256 = 'another';
    fs.writeFileSync(manifestFile, JSON.stringify(manifest));
    await expect(restore(target.urls, path.join(folder, 'one'))).rejects.toThrow(
      /public\.period\.copy\.gz does not match its checksum/,
    );
    expect(await target.owner`select count(*) as n from org_unit`).toEqual([{ n: 0 }]);
  });

  async function emptyTarget(): Promise<void> {
    await target.owner.unsafe(
      `do $$ declare names text; begin
         select string_agg(format('%I.%I', schemaname, tablename), ', ') into names from pg_tables where schemaname in ('public', 'access');
         execute 'truncate ' || names || ' restart identity cascade'; end $$`,
    );
  }
});

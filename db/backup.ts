import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { connect } from './connect.ts';
import type { Tx } from './connect.ts';
import { copyTo } from './copy.ts';
import { readMigrations } from './migration-files.ts';
import { quote } from './roles.ts';

/** What a backup folder says of itself. */
export interface Manifest {
  product: 'executive-dashboard-suite';
  takenAt: string;
  migrations: { tag: string; sha256: string }[];
  tables: SavedTable[];
  sequences: { name: string; value: string; isCalled: boolean }[];
}

export interface SavedTable {
  /** schema.table */
  name: string;
  columns: string[];
  file: string;
  rows: number;
  sha256: string;
}

/** Whole tables of ours, parents of partitions instead of the parts; staging and waiting jobs are of the moment and stay out. */
export const savedSchemas = ['public', 'access'];

/** Writes one snapshot of all tables into a folder that must not exist yet; the manifest comes last. */
export async function backUp(ownerUrl: string, folder: string, takenAt: Date): Promise<Manifest> {
  if (fs.existsSync(folder))
    throw new Error(`${folder} exists already. Name a folder that does not, so that no older backup is mixed in.`);
  const draft = `${folder}.part`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  const sql = connect(ownerUrl, { max: 1, name: 'suite backup' });
  try {
    const manifest = await sql.begin('isolation level repeatable read read only', (tx) => saveAll(tx, draft, takenAt));
    fs.writeFileSync(path.join(draft, 'manifest.json'), JSON.stringify(manifest, null, 2));
    fs.renameSync(draft, folder);
    return manifest;
  } finally {
    await sql.end();
  }
}

async function saveAll(tx: Tx, folder: string, takenAt: Date): Promise<Manifest> {
  const tables: SavedTable[] = [];
  for (const table of await getTables(tx)) tables.push(await saveTable(tx, folder, table));
  const sequences = await tx<Manifest['sequences']>`
    select schemaname || '.' || sequencename as name, coalesce(last_value, start_value)::text as value, last_value is not null as "isCalled"
    from pg_sequences where schemaname in ${tx(savedSchemas)} order by 1`;
  return {
    product: 'executive-dashboard-suite',
    takenAt: takenAt.toISOString(),
    migrations: readMigrations().map(({ tag, sha256 }) => ({ tag, sha256 })),
    tables,
    sequences: [...sequences],
  };
}

/** Tables with the columns that can be written; generated ones make themselves. */
export async function getTables(tx: Tx): Promise<{ name: string; columns: string[] }[]> {
  return tx<{ name: string; columns: string[] }[]>`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname in ${tx(savedSchemas)} and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by 1 order by 1`;
}

async function saveTable(tx: Tx, folder: string, table: { name: string; columns: string[] }): Promise<SavedTable> {
  const hash = createHash('sha256');
  let rows = 0;
  const count = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      hash.update(bytes);
      // In COPY's text form every row is one line; a line break inside a value is written as \n.
      for (const byte of bytes) rows += byte === 10 ? 1 : 0;
      done(null, bytes);
    },
  });
  const file = `${table.name}.copy.gz`;
  const source = await copyTo(
    tx,
    `copy (select ${table.columns.map(quote).join(', ')} from ${qualified(table.name)}) to stdout`,
  );
  await pipeline(
    source,
    count,
    createGzip({ level: 6 }),
    fs.createWriteStream(path.join(folder, file), { mode: 0o600 }),
  );
  return { ...table, file, rows, sha256: hash.digest('hex') };
}

export function qualified(name: string): string {
  return name.split('.').map(quote).join('.');
}

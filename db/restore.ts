import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { getTables, qualified, savedSchemas } from './backup.ts';
import type { Manifest, SavedTable } from './backup.ts';
import { connect } from './connect.ts';
import type { Tx } from './connect.ts';
import { copyFrom } from './copy.ts';
import { applyGrants } from './grants.ts';
import { readMigrations } from './migration-files.ts';
import type { DatabaseUrls } from './roles.ts';
import { quote } from './roles.ts';

/** Fills an empty, migrated database from a backup folder, all or nothing. Verify afterwards. */
export async function restore(urls: DatabaseUrls, folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  checkMigrations(manifest);
  const sql = connect(urls.owner, { max: 1, name: 'suite restore' });
  try {
    await sql.begin(async (tx) => {
      await checkEmpty(tx);
      const foreignKeys = await dropForeignKeys(tx);
      for (const table of manifest.tables) await fillTable(tx, folder, table);
      for (const { table, name, definition } of foreignKeys)
        await tx.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
      for (const { name, value, isCalled } of manifest.sequences)
        await tx`select setval(${qualified(name)}::regclass, ${value}::bigint, ${isCalled})`;
    });
    await applyGrants(sql, urls);
    await sql`analyze`;
    return manifest;
  } finally {
    await sql.end();
  }
}

function readManifest(folder: string): Manifest {
  const file = path.join(folder, 'manifest.json');
  if (!fs.existsSync(file))
    throw new Error(
      `${folder} is no whole backup: manifest.json is missing. Name the folder that "npm run db -- backup" wrote.`,
    );
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest;
}

function checkMigrations(manifest: Manifest): void {
  const ours = readMigrations();
  const isSame =
    ours.length === manifest.migrations.length &&
    ours.every(
      ({ tag, sha256 }, at) => manifest.migrations[at]?.tag === tag && manifest.migrations[at]?.sha256 === sha256,
    );
  if (isSame) return;
  throw new Error(
    `The backup was made at migration ${manifest.migrations.at(-1)?.tag ?? 'none'}, this version is at ${ours.at(-1)?.tag ?? 'none'}. Restore it with the version that made it, then start the newer one.`,
  );
}

async function checkEmpty(tx: Tx): Promise<void> {
  for (const { name } of await getTables(tx)) {
    const [row] = await tx.unsafe(`select exists (select from ${qualified(name)}) as "isFilled"`);
    if (row?.isFilled)
      throw new Error(
        `The database is not empty: ${name} has rows. Restore into a new database, so that nothing is overwritten.`,
      );
  }
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/** Tables may point at each other in circles: the keys come back, and are checked, when all rows are in. */
async function dropForeignKeys(tx: Tx): Promise<ForeignKey[]> {
  const keys = await tx<ForeignKey[]>`
    select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname in ${tx(savedSchemas)}`;
  for (const { table, name } of keys) await tx.unsafe(`alter table ${table} drop constraint ${name}`);
  return keys;
}

/** COPY into a table under row-level security is refused to whom it binds, the owner too: it is lifted inside this transaction. */
async function fillTable(tx: Tx, folder: string, table: SavedTable): Promise<void> {
  const name = qualified(table.name);
  const [security] = await tx`select relrowsecurity as "isOn" from pg_class where oid = ${name}::regclass`;
  await tx.unsafe(`alter table ${name} disable trigger user`);
  if (security?.isOn) await tx.unsafe(`alter table ${name} disable row level security`);
  const hash = createHash('sha256');
  const check = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      hash.update(bytes);
      done(null, bytes);
    },
  });
  const source = fs.createReadStream(path.join(folder, table.file)).pipe(createGunzip()).pipe(check);
  await copyFrom(tx, `copy ${name} (${table.columns.map(quote).join(', ')}) from stdin`, source);
  if (hash.digest('hex') !== table.sha256)
    throw new Error(`${table.file} does not match its checksum: the backup is damaged. Nothing was restored.`);
  if (security?.isOn) await tx.unsafe(`alter table ${name} enable row level security`);
  await tx.unsafe(`alter table ${name} enable trigger user`);
}

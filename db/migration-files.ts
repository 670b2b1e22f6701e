import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sql } from './connect.ts';

/** One file of db/migrations, in the order of its journal. */
export interface Migration {
  tag: string;
  statements: string[];
  sha256: string;
}

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));

/** The files of db/migrations as the journal lists them. */
export function readMigrations(): Migration[] {
  const journal = `${folder}meta/_journal.json`;
  const { entries } = JSON.parse(fs.readFileSync(journal, 'utf8')) as { entries: { tag: string }[] };
  return entries.map(({ tag }) => {
    const text = fs.readFileSync(`${folder}${tag}.sql`, 'utf8');
    const statements = text.split('--> statement-breakpoint').filter((statement) => statement.trim() !== '');
    return { tag, statements, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

/** Tags that the files have and the database has not; a database without our table lacks all. */
export async function getMissingMigrations(sql: Sql): Promise<string[]> {
  const [table] = await sql`select to_regclass('migration.applied') as name`;
  const applied = table?.name ? await sql<{ tag: string }[]>`select tag from migration.applied` : [];
  const known = new Set(applied.map(({ tag }) => tag));
  return readMigrations().flatMap(({ tag }) => (known.has(tag) ? [] : [tag]));
}

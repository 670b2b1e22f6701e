import { connect } from './connect.ts';
import type { Sql } from './connect.ts';
import { applyGrants } from './grants.ts';
import { readMigrations } from './migration-files.ts';
import { migrateQueue } from './queue.ts';
import { makeLogins } from './roles.ts';
import type { DatabaseUrls } from './roles.ts';

/** A number that only this advisory lock uses. */
const migrationLock = 7_142_025;

/**
 * Brings the database to the newest migration: runs what is missing, each file in a transaction, then makes logins and grants.
 * Two at once wait for each other. Answers the tags that were run.
 */
export async function migrate(urls: DatabaseUrls): Promise<string[]> {
  const sql = connect(urls.owner, { max: 1, name: 'suite migrate' });
  try {
    await sql`select pg_advisory_lock(${migrationLock}::bigint)`;
    await checkServer(sql);
    await sql`create schema if not exists migration`;
    await sql`create table if not exists migration.applied (tag text primary key, sha256 text not null, applied_at timestamptz not null default now())`;
    const run = await runMissing(sql);
    await migrateQueue(urls.owner, sql);
    await makeLogins(sql, urls);
    await applyGrants(sql, urls);
    return run;
  } finally {
    await sql.end();
  }
}

async function runMissing(sql: Sql): Promise<string[]> {
  const applied = new Map(
    (await sql<{ tag: string; sha256: string }[]>`select tag, sha256 from migration.applied`).map((row) => [
      row.tag,
      row.sha256,
    ]),
  );
  const migrations = readMigrations();
  const unknown = [...applied.keys()].find((tag) => !migrations.some((migration) => migration.tag === tag));
  if (unknown)
    throw new Error(
      `The database has migration ${unknown}, which this version does not know. Start the newer version, or restore a backup made with this one.`,
    );
  const missing = migrations.filter(({ tag, sha256 }) => {
    if (applied.has(tag) && applied.get(tag) !== sha256) {
      throw new Error(
        `Migration ${tag} was changed after it ran on this database. Put the file back and add a new migration; or start with an empty database.`,
      );
    }
    return !applied.has(tag);
  });
  for (const { tag, statements, sha256 } of missing) {
    await sql.begin(async (tx) => {
      for (const statement of statements) await tx.unsafe(statement);
      await tx`insert into migration.applied (tag, sha256) values (${tag}, ${sha256})`;
    });
  }
  return missing.map(({ tag }) => tag);
}

async function checkServer(sql: Sql): Promise<void> {
  const [server] = await sql<{ version: number; superuser: boolean; thai: boolean }[]>`
    select current_setting('server_version_num')::int as version,
           (select rolsuper from pg_roles where rolname = current_user) as superuser,
           exists (select from pg_collation where collname = 'th-x-icu') as thai`;
  if (server!.version < 150_000)
    throw new Error(`This is PostgreSQL ${Math.floor(server!.version / 10_000)}; the suite needs 15 or newer.`);
  if (server!.superuser)
    throw new Error(
      'DATABASE_URL names a superuser, to whom no access rule applies. Make a role without SUPERUSER that owns the database: create role app login createrole password …; create database app owner app.',
    );
  if (!server!.thai)
    throw new Error(
      'This PostgreSQL was built without ICU, so it cannot sort Thai. Use a server with ICU collations (th-x-icu).',
    );
}

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject, onTestFailed, beforeEach } from 'vitest';
import type { Sql } from '#db/connect.ts';
import { connect } from '#db/connect.ts';
import type { DatabaseUrls } from '#db/roles.ts';

/** A test file's own database: a clone of the migrated template, and a client per login. */
export interface TestDatabase {
  urls: DatabaseUrls;
  owner: Sql;
  etl: Sql;
  web: Sql;
}

/**
 * Gives the test file a database of its own, filled like a fresh installation. Dropped when the file's tests pass, kept and
 * named on the screen when one fails. Use the answer inside tests and hooks only.
 */
export function useDatabase(): TestDatabase {
  const database = {} as TestDatabase;
  const name = `test_${randomBytes(6).toString('hex')}`;
  let failed = false;
  beforeAll(async () => {
    const { template } = inject('testServer');
    await asAdministrator(
      `create database ${name} template "${databaseName(template.owner)}" owner "${userName(template.owner)}"`,
    );
    const urls = Object.fromEntries(
      Object.entries(template).map(([login, url]) => [login, inDatabase(url, name)]),
    ) as DatabaseUrls;
    Object.assign(database, {
      urls,
      owner: connect(urls.owner, { max: 3 }),
      etl: connect(urls.etl, { max: 3 }),
      web: connect(urls.web, { max: 3 }),
    });
  });
  beforeEach(() => {
    onTestFailed(() => {
      failed = true;
    });
  });
  afterAll(async () => {
    await Promise.all([database.owner, database.etl, database.web].map((sql) => sql?.end({ timeout: 2 })));
    if (failed) process.stderr.write(`\nThe failed tests' database is kept while the run lasts: ${name}\n`);
    else await asAdministrator(`drop database if exists ${name} with (force)`);
  });
  return database;
}

/** Runs one statement as who makes and drops the databases of tests. */
async function asAdministrator(statement: string): Promise<void> {
  const sql = connect(inject('testServer').adminUrl, { max: 1 });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

function inDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}

function userName(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

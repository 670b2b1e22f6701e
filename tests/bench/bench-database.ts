import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connect, type Sql } from '#db/connect.ts';
import { embeddedUrls } from '#db/embedded/urls.ts';
import { holdEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { loadReference } from '#db/reference/load.ts';
import type { DatabaseUrls } from '#db/roles.ts';
import { makeServerDatabase } from '#tests/setup/server.ts';

export type BenchDatabase = { urls: DatabaseUrls; owner: Sql; etl: Sql; folder: string; server: string };

/** Works in a fresh database with the reference data: on the server of DATABASE_URL, else on an embedded Postgres of its own. */
export async function inFreshDatabase(work: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-bench-'));
  fs.chmodSync(folder, 0o755);
  const { urls, end } = await open(path.join(folder, 'data'));
  try {
    await migrate(urls);
    const [owner, etl] = [connect(urls.owner, { max: 4 }), connect(urls.etl, { max: 4 })];
    await loadReference(owner);
    const [version] = await owner<{ server_version: string }[]>`show server_version`;
    await work({ urls, owner, etl, folder, server: `PostgreSQL ${version!.server_version}` });
    await Promise.all([owner.end({ timeout: 2 }), etl.end({ timeout: 2 })]);
  } finally {
    await end();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function open(dataDir: string): Promise<{ urls: DatabaseUrls; end(): Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return makeServerDatabase(given);
  fs.mkdirSync(dataDir, { mode: 0o755 });
  const hold = await holdEmbedded({ dataDir });
  return { urls: embeddedUrls(hold), end: () => hold.release() };
}

const MONTHLY_BELOW = 250;

/** Departments of the Prime Minister's line, as many as there are up to 250. */
export async function departments(sql: Sql): Promise<string[]> {
  const rows = await sql<{ code: string }[]>`
    select code from org_unit where level = 'DOC' and in_chain and valid_to is null order by code limit ${MONTHLY_BELOW}`;
  return rows.map(({ code }) => code);
}

/** Indicators B00001 to B… of the centre: even ones shares with numerator and denominator, odd ones sums. */
export async function makeIndicators(sql: Sql, to: number, from = 1): Promise<void> {
  await sql`
    insert into indicator (code, owner_unit_id)
    select 'B' || lpad(n::text, 5, '0'), u.id from generate_series(${from}::int, ${to}::int) n, org_unit u where u.code = 'PMOC'`;
  await sql`
    insert into indicator_version (indicator_id, version, name_th, name_en, unit_of_measure, direction, org_rollup, time_rollup, frequency, is_share, ratio_scale, perspective, published_in)
    select i.id, 1, i.code, i.code, case when n % 2 = 0 then 'percent' else 'cases' end, 'higher', case when n % 2 = 0 then 'ratio_of_sums' else 'sum' end, 'sum', 'month',
           n % 2 = 0, case when n % 2 = 0 then 100 else 1 end, 'EFF', 0
      from indicator i cross join lateral (select substr(i.code, 2)::int as n) c where i.code ~ '^B[0-9]{5}$' and n >= ${from}`;
}

/** Months of a fiscal year as senders write them. */
export function monthsOf(fiscalYear: number): string[] {
  return Array.from({ length: 12 }, (_, i) => {
    const month = ((i + 9) % 12) + 1;
    return `${month >= 10 ? fiscalYear - 1 : fiscalYear}-${String(month).padStart(2, '0')}`;
  });
}

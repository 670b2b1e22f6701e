import { startDemoClock } from '#db/clock.ts';
import { connect } from '#db/connect.ts';
import type { Sql } from '#db/connect.ts';
import { demonstrationNote, getInstallationNote } from '#db/installation.ts';
import { migrate } from '#db/migrate.ts';
import { loadReference } from '#db/reference/load.ts';
import type { DatabaseUrls } from '#db/roles.ts';
import { whenServerAnswers } from '#db/server-fault.ts';
import { noteUpstream } from '#etl/demo/upstream-address.ts';
import type { Env } from '../env.server.ts';

/** Tables, reference data and clock; answers whether the demonstration is loaded already. */
export async function prepareDatabase(env: Env, urls: DatabaseUrls): Promise<{ isLoaded: boolean }> {
  // A server that never answered is told at once; only one that goes away later is waited for.
  await withOwner(urls, (sql) => sql`select 1`);
  return asOwner(urls, async (sql) => {
    await migrate(urls);
    await loadReference(sql);
    if (env.demo) await startDemoClock(sql, env.clockStart);
    return { isLoaded: (await getInstallationNote(sql, demonstrationNote)) !== null };
  });
}

/** A sign-in name per role, for the last lines on the terminal; none where nobody can sign in yet. */
export function getSignInNames(urls: DatabaseUrls): Promise<string[]> {
  return asOwner(urls, async (sql) => {
    const rows = await sql<{ login: string }[]>`
      select min(login) as login from access.person where disabled_at is null and password_hash is not null
      group by split_part(login, '-', 1) order by min(id)`;
    return rows.map(({ login }) => login);
  });
}

/** Where the demonstration's own source listens, which may differ from start to start. */
export function noteSource(urls: DatabaseUrls, url: string): Promise<void> {
  return asOwner(urls, (sql) => noteUpstream(sql, url));
}

/** A step of the start: done again from its beginning where the database was killed under it, since the keeper starts that again. */
function asOwner<T>(urls: DatabaseUrls, step: (sql: Sql) => Promise<T>): Promise<T> {
  return whenServerAnswers(() => withOwner(urls, step));
}

async function withOwner<T>(urls: DatabaseUrls, step: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(urls.owner, { max: 2, name: 'suite start' });
  return step(sql).finally(() => sql.end());
}

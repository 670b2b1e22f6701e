import { startDemoClock } from '#db/clock.ts';
import { connect } from '#db/connect.ts';
import { demonstrationNote, getInstallationNote } from '#db/installation.ts';
import { migrate } from '#db/migrate.ts';
import { loadReference } from '#db/reference/load.ts';
import type { DatabaseUrls } from '#db/roles.ts';
import type { Env } from '../env.server.ts';

/** Tables, reference data and clock; answers whether the demonstration is loaded already. */
export async function prepareDatabase(env: Env, urls: DatabaseUrls): Promise<{ isLoaded: boolean }> {
  await migrate(urls);
  const sql = connect(urls.owner, { max: 2, name: 'suite start' });
  try {
    await loadReference(sql);
    if (env.demo) await startDemoClock(sql, env.clockStart);
    return { isLoaded: (await getInstallationNote(sql, demonstrationNote)) !== null };
  } finally {
    await sql.end();
  }
}

/** A sign-in name per role, for the last lines on the terminal; none where nobody can sign in yet. */
export async function getSignInNames(urls: DatabaseUrls): Promise<string[]> {
  const sql = connect(urls.owner, { max: 1, name: 'suite start' });
  try {
    const rows = await sql<{ login: string }[]>`
      select min(login) as login from access.person where disabled_at is null and password_hash is not null
      group by split_part(login, '-', 1) order by min(id)`;
    return rows.map(({ login }) => login);
  } finally {
    await sql.end();
  }
}

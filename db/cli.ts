/** `npm run db -- migrate | backup <folder> | restore <folder> | verify | url` */
import { parseArgs } from 'node:util';
import { backUp } from './backup.ts';
import { openClock } from './clock.ts';
import { connect } from './connect.ts';
import { readDatabaseEnv } from './env.ts';
import type { DatabaseEnv } from './env.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import { restore } from './restore.ts';
import type { DatabaseUrls } from './roles.ts';
import { serverSentence } from './server-fault.ts';

const usage = `npm run db -- <command>
  migrate            bring tables, logins and reference data up to date
  backup <folder>    write one snapshot of all tables into a new folder
  restore <folder>   fill an empty database from a backup, then verify
  verify             compute every published number again and compare
  url [--login web]  print the address of a login (owner, web, etl, read)`;

type Command = (urls: DatabaseUrls, env: DatabaseEnv, argument: string | undefined) => Promise<number>;

const commands: Record<string, { needsFolder?: boolean; run: Command }> = {
  migrate: { run: (urls) => runMigrate(urls, true) },
  backup: { needsFolder: true, run: runBackup },
  restore: { needsFolder: true, run: runRestore },
  verify: { run: runVerify },
  url: { run: (urls) => print(urls[options.values.login as keyof DatabaseUrls]) },
};

const options = readOptions();
const [name, argument] = options.positionals;
const command = commands[name ?? ''];
const isKnownLogin = ['owner', 'web', 'etl', 'read'].includes(options.values.login);
if (!command || (command.needsFolder && argument === undefined) || !isKnownLogin) {
  console.error(usage);
  process.exit(64);
}
process.exit(await runCommand(command.run));

function readOptions() {
  try {
    return parseArgs({ allowPositionals: true, options: { login: { type: 'string', default: 'owner' } } });
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(64);
  }
}

async function runCommand(run: Command): Promise<number> {
  try {
    const env = readDatabaseEnv(process.env);
    const database = await openDatabase(env);
    try {
      return await run(database.urls, env, argument);
    } finally {
      await database.close();
    }
  } catch (error) {
    console.error(serverSentence(error) ?? ((error as Error).message || error));
    return 1;
  }
}

async function runMigrate(urls: DatabaseUrls, withReference: boolean): Promise<number> {
  const run = await migrate(urls);
  if (withReference) {
    const { loadReference } = await import('./reference/load.ts');
    const sql = connect(urls.owner, { max: 1, name: 'suite migrate' });
    await loadReference(sql);
    await sql.end();
  }
  return print(run.length === 0 ? 'Nothing to do: the database is at the newest migration.' : `Run: ${run.join(', ')}`);
}

async function runBackup(urls: DatabaseUrls, env: DatabaseEnv, folder = ''): Promise<number> {
  const sql = connect(urls.owner, { max: 1, name: 'suite backup' });
  const clock = await openClock(sql, env);
  await sql.end();
  const { tables } = await backUp(urls.owner, folder, clock.now());
  return print(`${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables are in ${folder}`);
}

async function runRestore(urls: DatabaseUrls, _env: DatabaseEnv, folder = ''): Promise<number> {
  await migrate(urls);
  const { tables, takenAt } = await restore(urls, folder);
  await print(
    `${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables restored, as of ${takenAt}`,
  );
  return runVerify(urls);
}

async function runVerify(urls: DatabaseUrls): Promise<number> {
  const { verify } = await import('./writes/verify.ts');
  const sql = connect(urls.owner, { max: 2, name: 'suite verify' });
  const differences = await verify(sql);
  await sql.end();
  for (const difference of differences) console.log(JSON.stringify(difference));
  await print(
    differences.length === 0
      ? 'Every published number equals its recomputation.'
      : `${differences.length} differences.`,
  );
  return differences.length === 0 ? 0 : 1;
}

async function print(text: string): Promise<number> {
  console.log(text);
  return 0;
}

import path from 'node:path';
import type { DatabaseUrls } from '#db/roles.ts';
import type { Env } from '../env.server.ts';
import type { Part } from './child.ts';

type PartName = 'web' | 'worker' | 'upstream' | 'demonstration';

const commands: Record<PartName, [string, ...string[]]> = {
  web: ['app/server/web.ts'],
  worker: ['etl/cli.ts', 'worker'],
  upstream: ['etl/demo/upstream.ts'],
  demonstration: ['app/start/demonstration.ts'],
};

/** Years of files written and read at one go leave much behind: collected in larger pieces, it takes a fifth of the time. */
const nodeOptions: Partial<Record<PartName, readonly string[]>> = { demonstration: ['--max-semi-space-size=64'] };

/** What each part of the suite runs with. The web process gets no login but its own. */
export function describePart(
  name: PartName,
  env: Env,
  urls: () => DatabaseUrls,
  more: Pick<Part, 'onExit'> & Partial<Part>,
): Part {
  return {
    name,
    command: commands[name],
    nodeOptions: nodeOptions[name] ?? [],
    logFile: path.join(env.dataDir, 'logs', `${name}.log`),
    environment: () => ({
      ...ordinaryEnvironment(),
      ...suiteEnvironment(env),
      ...(name === 'upstream' ? {} : databaseEnvironment(name, urls())),
    }),
    ...more,
  };
}

function databaseEnvironment(name: PartName, urls: DatabaseUrls): Record<string, string> {
  if (name === 'web') return { DATABASE_URL_WEB: urls.web };
  return {
    DATABASE_URL: urls.owner,
    DATABASE_URL_WEB: urls.web,
    DATABASE_URL_ETL: urls.etl,
    DATABASE_URL_READ: urls.read,
  };
}

/** What was checked and decided at the start, said explicitly to every part. */
function suiteEnvironment(env: Env): Record<string, string> {
  return {
    DEMO: env.demo ? '1' : '0',
    DEMO_PUBLIC: '1',
    ...(env.demo ? { CLOCK: env.clockStart } : {}),
    DATA_DIR: path.resolve(env.dataDir),
    HOST: env.host,
    PORT: String(env.port),
    LOG_LEVEL: env.logLevel,
    NODE_ENV: 'production',
    ...(env.replicaUrls.length > 0 ? { DATABASE_REPLICA_URLS: env.replicaUrls.join(',') } : {}),
  };
}

/** Our own environment, but for the addresses of databases: every part gets just those it needs. */
function ordinaryEnvironment(): NodeJS.ProcessEnv {
  const isAddress = (name: string) => name.startsWith('DATABASE_URL');
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isAddress(name))) as NodeJS.ProcessEnv;
}

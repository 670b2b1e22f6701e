import { spawnSync } from 'node:child_process';

/** The account that Postgres runs as; empty when it runs as we do. */
export interface Account {
  uid?: number;
  gid?: number;
}

/** initdb and postgres refuse to run as root, and want an account that has a name. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid && gid) return { uid, gid };
  }
  throw new Error(
    'Postgres does not run as root, and this machine has neither an account "postgres" nor "nobody". Add one of them, or run as an ordinary user.',
  );
}

/** Whether the account can enter the folder; asked of the system, because modes alone do not tell (ACLs, read-only homes). */
export function canEnter(account: Account, folder: string): boolean {
  return spawnSync('sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const found = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return found.status === 0 ? Number(found.stdout) : undefined;
}

/** A short environment for programs of Postgres: no locale, no secrets of ours. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;
}

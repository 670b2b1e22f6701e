import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';
import { plainEnvironment } from './account.ts';

/** Makes the cluster, once. A cluster left half made by a kill is thrown away: nothing can be in it yet. */
export function makeCluster(nativeDir: string, clusterDir: string, account: Account, superuserPassword: string): void {
  if (fs.existsSync(path.join(clusterDir, 'PG_VERSION'))) return;
  const draft = `${clusterDir}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(clusterDir), { recursive: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  const passwordFile = path.join(draft, '..', `${path.basename(draft)}.password`);
  fs.rmSync(passwordFile, { force: true });
  fs.writeFileSync(passwordFile, superuserPassword, { mode: 0o600, flag: 'wx' });
  if (account.uid !== undefined) {
    fs.chownSync(draft, account.uid, account.gid!);
    fs.chownSync(passwordFile, account.uid, account.gid!);
  }
  const options = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=th-TH',
    '--no-instructions',
    '--no-sync',
  ];
  const made = spawnSync(path.join(nativeDir, 'bin', 'initdb'), ['-D', draft, ...options], {
    ...account,
    cwd: '/',
    env: plainEnvironment(),
    encoding: 'utf8',
  });
  fs.rmSync(passwordFile, { force: true });
  if (made.status !== 0)
    throw new Error(
      `The embedded Postgres could not be set up in ${clusterDir}: ${made.error?.message ?? made.stderr.trim()}`,
    );
  fs.renameSync(draft, clusterDir);
}

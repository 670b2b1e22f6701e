import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach } from 'vitest';
import { connect } from '#db/connect.ts';
import type { KeeperLock } from '#db/embedded/control.ts';
import { readLock } from '#db/embedded/lock.ts';
import { identify } from '#db/embedded/process-identity.ts';
import { makeDataDir } from '#tests/setup/suite.ts';

/** What is to be put away after the test that made it, the last thing first. */
export const cleanup: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

/** A data folder that goes when the test is over and nothing runs in it any more. */
export function dataFolder(): string {
  const dataDir = makeDataDir();
  cleanup.push(async () => {
    await untilEnded(dataDir);
    fs.rmSync(dataDir, { recursive: true, force: true });
  });
  return dataDir;
}

export function postmasterPid(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'pg18', 'postmaster.pid');
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

export const lockOf = (dataDir: string) => readLock<KeeperLock>(path.join(dataDir, 'postgres', 'keeper.lock'));

export async function untilEnded(dataDir: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 25) {
    const pid = postmasterPid(dataDir);
    if (!lockOf(dataDir) && (pid === undefined || !identify(pid))) return;
    await wait(25);
  }
  throw new Error('Postgres or its keeper is still there after a minute');
}

export async function answers(url: string): Promise<boolean> {
  const sql = connect(url, { max: 1 });
  return sql`select 1`.then(
    () => sql.end().then(() => true),
    () => sql.end().then(() => false),
  );
}

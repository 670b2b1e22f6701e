/**
 * Keeper of one data folder's Postgres: a process of its own that starts Postgres, counts the processes that use it by their
 * open connections, starts it again when it dies, and ends it when the last user is gone, however that one went.
 * Run as: node keeper.ts <data folder>
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { postgresAccount } from './account.ts';
import { binariesFor, findPlatformPackage } from './binaries.ts';
import { openControl } from './control.ts';
import { makeCluster } from './initdb.ts';
import type { KeeperLock } from './control.ts';
import { holdsLock, releaseLock, takeLock } from './lock.ts';
import { ensureOwner } from './owner.ts';
import { ensurePasswords } from './passwords.ts';
import { findPlace, stateDirOf } from './place.ts';
import { choosePort, rememberPort } from './port.ts';
import type { Postmaster } from './postmaster.ts';
import { endLeftover, startPostmaster } from './postmaster.ts';
import { identify } from './process-identity.ts';
import fs from 'node:fs';

const dataDir = process.argv[2]!;
const stateDir = stateDirOf(dataDir);
const lockFile = path.join(stateDir, 'keeper.lock');
const token = randomBytes(24).toString('hex');
let postmaster: Postmaster | undefined;
let stopping = false;

const control = await openControl(token, { onUnused: () => void end(0) });
const lock: KeeperLock = { ...identify(process.pid)!, controlPort: control.port, token };
if (!takeLock(lockFile, lock)) process.exit(0);
await wait(20);
// A lock broken by a third process at the very same moment: the one that still stands wins.
if (!holdsLock(lockFile, lock)) process.exit(0);

for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => void end(0));
try {
  await keep();
} catch (error) {
  control.fail((error as Error).message);
  process.stderr.write(`${new Date().toISOString()} ${(error as Error).stack}\n`);
  await end(1);
}

/** Starts Postgres, and again whenever it dies under its users. */
async function keep(): Promise<void> {
  const found = findPlatformPackage();
  const account = postgresAccount();
  const place = findPlace(dataDir, found.major, account);
  const nativeDir = binariesFor(found, account, place.copiesDir);
  const passwords = ensurePasswords(stateDir, fs.existsSync(path.join(place.clusterDir, 'PG_VERSION')));
  makeCluster(nativeDir, place.clusterDir, account, passwords.postgres);
  const logFile = path.join(stateDir, 'postgres.log');
  if (fs.existsSync(logFile)) fs.renameSync(logFile, `${logFile}.old`);
  // First, or a Postgres on its way out would still have the port that clients know.
  await endLeftover(place.clusterDir);
  const port = await choosePort(stateDir);
  while (!stopping) {
    postmaster = await startPostmaster({ nativeDir, clusterDir: place.clusterDir, logFile, port, account });
    await ensureOwner(port, passwords);
    rememberPort(stateDir, port);
    control.ready(port);
    await postmaster.exited;
  }
}

async function end(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  control.refuse();
  await postmaster?.stop();
  releaseLock(lockFile, lock);
  control.goodbye();
  process.exit(code);
}

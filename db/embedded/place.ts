import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';
import { canEnter } from './account.ts';
import { inodeOf } from './lock.ts';

/** Where everything of one embedded Postgres lies. */
export interface Place {
  /** DATA_DIR, real path. */
  dataDir: string;
  /** Lock, logs, passwords: DATA_DIR/postgres, ours alone. */
  stateDir: string;
  /** The cluster itself, named by major version. */
  clusterDir: string;
  /** A folder of ours where copies of the binaries may lie. */
  copiesDir: string;
}

/** Lasting and root-owned: what lies here survives a restart of the machine, and nobody else can plant anything in it. */
const SYSTEM_DIR = '/var/lib/executive-dashboard-suite';

/** Paths that need no look at accounts; enough for a process that only joins. */
export function stateDirOf(dataDir: string): string {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const stateDir = path.join(fs.realpathSync(dataDir), 'postgres');
  fs.mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  return stateDir;
}

/**
 * Decides once where the cluster lies and remembers it, so that a later change of a folder's mode cannot swap databases.
 * A data folder that was moved takes its cluster along; a copy never gets the original's.
 */
export function findPlace(dataDir: string, major: string, account: Account): Place {
  const stateDir = stateDirOf(dataDir);
  const real = path.dirname(stateDir);
  const copiesDir = account.uid === undefined ? stateDir : systemDir();
  folderId(stateDir);
  const note = path.join(stateDir, `location-pg${major}`);
  const noted = fs.existsSync(note) ? fs.readFileSync(note, 'utf8').trim() : undefined;
  const clusterDir =
    (noted === undefined ? undefined : notedCluster(noted, real, stateDir, major)) ??
    (account.uid === undefined || canEnter(account, real) ? inside(real, major) : outside(real, stateDir, major));
  if (clusterDir !== noted) fs.writeFileSync(note, clusterDir, { mode: 0o600 });
  return { dataDir: real, stateDir, copiesDir, clusterDir };
}

/** The cluster that the note means, by where this folder lies now; undefined where none was ever made. Throws where it is not ours to use. */
function notedCluster(noted: string, real: string, stateDir: string, major: string): string | undefined {
  const here = inside(real, major);
  if (noted === here || fs.existsSync(here)) return here;
  if (!fs.existsSync(path.join(stateDir, 'passwords.json'))) return undefined;
  const home = path.dirname(noted);
  const isOutside = path.dirname(home) === SYSTEM_DIR;
  const owner = isOutside ? readIn(home, 'data-folder') : home;
  if (owner !== undefined && owner !== real && isTwin(owner, stateDir))
    throw new Error(
      `${real} is a copy of the data folder ${owner}, without its database, which lies in ${noted}. Write a backup there (npm run db -- backup <folder>) and restore it into a new data folder; or remove ${stateDir} to start here with an empty database.`,
    );
  if (owner === undefined || !isOutside)
    throw new Error(
      `The database of the data folder ${real} is missing: it was in ${noted}. Put it back, or restore a backup into a new data folder; or remove ${stateDir} to start with an empty database.`,
    );
  fs.writeFileSync(path.join(home, 'data-folder'), real);
  return noted;
}

/** Whether another folder than this one has the same identity: one of the two is a copy. */
function isTwin(folder: string, stateDir: string): boolean {
  const other = path.join(folder, 'postgres');
  const id = readIn(stateDir, 'folder-id');
  return id !== undefined && readIn(other, 'folder-id') === id && inodeOf(other) !== inodeOf(stateDir);
}

function inside(real: string, major: string): string {
  return path.join(real, `pg${major}`);
}

/** Named by the data folder's identity; the cluster of a folder that was deleted and made anew is set aside. */
function outside(real: string, stateDir: string, major: string): string {
  const id = folderId(stateDir);
  const others = fs.readdirSync(systemDir()).filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== id);
  for (const name of others) {
    const home = path.join(SYSTEM_DIR, name);
    if (readIn(home, 'data-folder') !== real) continue;
    fs.rmSync(`${home}.set-aside`, { recursive: true, force: true });
    fs.renameSync(home, `${home}.set-aside`);
  }
  const home = path.join(SYSTEM_DIR, id);
  fs.mkdirSync(home, { recursive: true, mode: 0o711 });
  fs.writeFileSync(path.join(home, 'data-folder'), real);
  return path.join(home, `pg${major}`);
}

function folderId(stateDir: string): string {
  const file = path.join(stateDir, 'folder-id');
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(8).toString('hex'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}

function readIn(folder: string, name: string): string | undefined {
  const file = path.join(folder, name);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined;
}

function systemDir(): string {
  fs.mkdirSync(SYSTEM_DIR, { recursive: true, mode: 0o755 });
  const stat = fs.lstatSync(SYSTEM_DIR);
  if (!stat.isDirectory() || stat.uid !== 0 || (stat.mode & 0o022) !== 0) {
    throw new Error(
      `${SYSTEM_DIR} must be a folder of root that nobody else may write. Correct it (chown root, chmod 755) and start again.`,
    );
  }
  return SYSTEM_DIR;
}

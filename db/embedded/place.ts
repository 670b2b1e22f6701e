import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';
import { canEnter } from './account.ts';

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

/** Decides once where the cluster lies and remembers it, so that a later change of a folder's mode cannot swap databases. */
export function findPlace(dataDir: string, major: string, account: Account): Place {
  const stateDir = stateDirOf(dataDir);
  const real = path.dirname(stateDir);
  const copiesDir = account.uid === undefined ? stateDir : systemDir();
  const note = path.join(stateDir, `location-pg${major}`);
  const id = folderId(stateDir);
  if (fs.existsSync(note)) {
    return { dataDir: real, stateDir, copiesDir, clusterDir: moved(fs.readFileSync(note, 'utf8').trim(), real, major) };
  }
  const clusterDir =
    account.uid === undefined || canEnter(account, real) ? path.join(real, `pg${major}`) : outside(real, id, major);
  fs.writeFileSync(note, clusterDir, { mode: 0o600 });
  return { dataDir: real, stateDir, copiesDir, clusterDir };
}

/** A data folder that was moved as a whole takes its cluster along. */
function moved(noted: string, real: string, major: string): string {
  const here = path.join(real, `pg${major}`);
  return !fs.existsSync(noted) && fs.existsSync(here) ? here : noted;
}

function folderId(stateDir: string): string {
  const file = path.join(stateDir, 'folder-id');
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(8).toString('hex'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}

/** Keyed by the data folder's real path; a folder that was deleted and made anew starts empty, the old cluster is set aside. */
function outside(real: string, id: string, major: string): string {
  const home = path.join(systemDir(), createHash('sha256').update(real).digest('hex').slice(0, 16));
  const owner = path.join(home, 'folder-id');
  if (fs.existsSync(owner) && fs.readFileSync(owner, 'utf8') !== id) {
    fs.rmSync(`${home}.set-aside`, { recursive: true, force: true });
    fs.renameSync(home, `${home}.set-aside`);
  }
  fs.mkdirSync(home, { recursive: true, mode: 0o711 });
  fs.writeFileSync(path.join(home, 'data-folder'), real);
  fs.writeFileSync(owner, id, { mode: 0o600 });
  return path.join(home, `pg${major}`);
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

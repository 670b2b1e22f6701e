import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { ProcessIdentity } from './process-identity.ts';
import { isSameProcess } from './process-identity.ts';

/** What a lock's holder writes down: who it is, and whatever others should know of it. */
export interface Held extends ProcessIdentity {
  token: string;
  /** The folder that the lock was taken in, by inode: a copied lock holds nothing, one in a moved folder does. */
  folder?: string;
}

/** The lock's living holder; a lock left by a killed process, or copied along with a folder, counts as none. */
export function readLock<T extends Held>(file: string): T | undefined {
  const content = readContent(file) as T | undefined;
  if (!content || (content.folder !== undefined && content.folder !== inodeOf(path.dirname(file)))) return undefined;
  return isSameProcess(content) ? content : undefined;
}

export function inodeOf(folder: string): string {
  const { dev, ino } = fs.statSync(folder);
  return `${dev}:${ino}`;
}

/**
 * Takes the lock, or answers false when a living process has it.
 * link() makes the file appear with its whole content at once, so that nobody ever reads half of it.
 */
export function takeLock(file: string, content: Held): boolean {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  fs.writeFileSync(draft, JSON.stringify({ ...content, folder: inodeOf(path.dirname(file)) }), {
    mode: 0o600,
    flag: 'wx',
  });
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (linkIfFree(draft, file)) return true;
      if (readLock(file)) return false;
      breakStaleLock(file);
    }
    return false;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

export function holdsLock(file: string, content: Held): boolean {
  return readContent(file)?.token === content.token;
}

export function releaseLock(file: string, content: Held): void {
  if (holdsLock(file, content)) fs.rmSync(file, { force: true });
}

function readContent(file: string): Held | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Held;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      throw new Error(
        `The data folder belongs to another account: ${file} cannot be read. Run as the account that made it, or set DATA_DIR to a folder of your own.`,
        { cause: error },
      );
    }
    return undefined;
  }
}

function linkIfFree(draft: string, file: string): boolean {
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Renames before deleting: if another process took the lock in between, its lock is put back. */
function breakStaleLock(file: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  if (readLock(aside)) linkIfFree(aside, file);
  fs.rmSync(aside, { force: true });
}

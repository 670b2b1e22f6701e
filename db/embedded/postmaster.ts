import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from './account.ts';
import { plainEnvironment } from './account.ts';
import { identify } from './process-identity.ts';
import { settingsFor } from './settings.ts';

/** A running Postgres and the means to end it. */
export interface Postmaster {
  exited: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Postgres as a child of a small shell that holds a pipe to us: when we die, by SIGKILL too, `read` sees the end of the pipe
 * and Postgres gets a fast shutdown. Postgres itself must not inherit the pipe's end.
 */
const guard =
  '"$0" "$@" 3<&- & p=$!; (read -r _ <&3; kill -INT $p 2>/dev/null) & w=$!; wait $p; s=$?; kill $w 2>/dev/null; exit $s';

const attempts = 12;

/** Starts Postgres on the port and waits until it takes connections. */
export async function startPostmaster(at: {
  nativeDir: string;
  clusterDir: string;
  logFile: string;
  port: number;
  account: Account;
}): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    await endLeftover(at.clusterDir);
    const child = spawnGuarded(at);
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (await isReady(at.clusterDir, child)) return { exited, stop: () => stop(child, exited, at.clusterDir) };
    // After a hard kill the old shared memory may still be attached for a moment.
    if (attempt === attempts)
      throw new Error(`The embedded Postgres did not start. The end of ${at.logFile}: ${tail(at.logFile)}`);
    await wait(100 * attempt);
  }
}

function spawnGuarded(at: {
  nativeDir: string;
  clusterDir: string;
  logFile: string;
  port: number;
  account: Account;
}): ChildProcess {
  const log = fs.openSync(at.logFile, 'a', 0o600);
  const settings = Object.entries(settingsFor()).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    'sh',
    ['-c', guard, path.join(at.nativeDir, 'bin', 'postgres'), '-D', at.clusterDir, '-p', String(at.port), ...settings],
    {
      ...at.account,
      cwd: '/',
      env: plainEnvironment(),
      detached: true,
      stdio: ['ignore', log, log, 'pipe'],
    },
  );
  child.stdio[3]?.on('error', () => undefined);
  fs.closeSync(log);
  return child;
}

async function isReady(clusterDir: string, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < 60_000 && child.exitCode === null && child.signalCode === null; waited += 15) {
    const found = readPidFile(clusterDir);
    // A killed one leaves its file, which says "ready" as well.
    if (found?.status === 'ready' && isPostgres(found.pid, clusterDir)) return true;
    await wait(15);
  }
  (child.stdio[3] as NodeJS.WritableStream | null)?.end();
  return false;
}

async function stop(child: ChildProcess, exited: Promise<void>, clusterDir: string): Promise<void> {
  (child.stdio[3] as NodeJS.WritableStream | null)?.end();
  const hurry = setTimeout(() => signal(readPidFile(clusterDir)?.pid, 'SIGQUIT'), 20_000);
  await exited;
  clearTimeout(hurry);
}

/** A Postgres of this folder whose keeper was killed is on its way out: help it, and wait. */
export async function endLeftover(clusterDir: string): Promise<void> {
  const pid = readPidFile(clusterDir)?.pid;
  for (let waited = 0; pid !== undefined && isPostgres(pid, clusterDir); waited += 50) {
    if (waited % 2_000 === 0) signal(pid, waited < 10_000 ? 'SIGINT' : 'SIGQUIT');
    await wait(50);
    if (waited > 60_000)
      throw new Error(
        `Another Postgres (process ${pid}) uses ${clusterDir} and does not end. Stop it and start again.`,
      );
  }
  if (pid !== undefined) disownReusedPid(clusterDir, pid);
}

/** Larger than any pid. */
const nobodysPid = 99_999_999;

/**
 * After a restart of the machine or container the pid in a left file may be another program's, and Postgres would not start.
 * The file stays, with a pid that is nobody's: Postgres also reads from it whether old backends still hold the shared memory.
 */
function disownReusedPid(clusterDir: string, pid: number): void {
  const file = path.join(clusterDir, 'postmaster.pid');
  if (!fs.existsSync(file) || !identify(pid)) return;
  const [, ...rest] = fs.readFileSync(file, 'utf8').split('\n');
  fs.writeFileSync(file, [nobodysPid, ...rest].join('\n'));
}

/** Lines of postmaster.pid: 1 pid, 4 port, 8 status. */
function readPidFile(clusterDir: string): { pid: number; status: string } | undefined {
  try {
    const lines = fs.readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

function isPostgres(pid: number, clusterDir: string): boolean {
  try {
    if (process.platform === 'linux')
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(clusterDir);
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  try {
    if (pid) process.kill(pid, name);
  } catch {
    // It ended by itself.
  }
}

function tail(file: string): string {
  return fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join(' | ');
}

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { plainEnvironment } from './account.ts';

/** A process that cannot be mistaken for a later one with the same pid. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

/** Identity of a running process, or undefined when there is none (a zombie counts as gone). */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = process.platform === 'linux' ? startFromProcfs(pid) : startFromPs(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export function isSameProcess(seen: ProcessIdentity): boolean {
  return identify(seen.pid)?.startedAt === seen.startedAt;
}

function startFromProcfs(pid: number): string | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name stands in brackets and may hold brackets and spaces: count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** Only where there is no procfs; minimal Linux images have no `ps`, macOS always has one. */
function startFromPs(pid: number): string | undefined {
  const found = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: plainEnvironment() });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

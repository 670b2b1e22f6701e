import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** A part of the suite that runs as a process of its own. */
export interface Part {
  name: string;
  /** File below the project's root, with its arguments. */
  command: [string, ...string[]];
  /** What Node itself is started with. */
  nodeOptions?: readonly string[];
  environment(): NodeJS.ProcessEnv;
  logFile: string;
  onMessage?(message: unknown): void;
  /** It ended; answer true to have it started again. */
  onExit(how: { code: number | null; signal: NodeJS.Signals | null; secondsUp: number }): boolean;
}

export interface Running {
  stop(): Promise<void>;
  restart(): void;
}

const longestDelayMs = 15_000;
const steadyAfterSeconds = 60;

/** Starts a part and starts it again when it dies: at once, then after growing delays while it keeps dying early. */
export function keepRunning(part: Part): Running {
  let child: ChildProcess | undefined;
  let failures = 0;
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    const beganAt = Date.now();
    child = startPart(part);
    child.once('exit', (code, signal) => {
      child = undefined;
      const secondsUp = (Date.now() - beganAt) / 1000;
      if (isStopping || !part.onExit({ code, signal, secondsUp })) return;
      failures = secondsUp > steadyAfterSeconds ? 0 : failures + 1;
      timer = setTimeout(begin, failures === 0 ? 100 : Math.min(longestDelayMs, 200 * 2 ** failures));
    });
  };
  begin();
  return {
    restart: () => void child?.kill('SIGTERM'),
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      if (child) await endChild(child);
    },
  };
}

/** The channel of fork() is the child's lifeline: it closes when we die, whichever way, and the child ends. */
function startPart(part: Part): ChildProcess {
  fs.mkdirSync(path.dirname(part.logFile), { recursive: true, mode: 0o700 });
  setAsideLongLog(part.logFile);
  const log = fs.openSync(part.logFile, 'a', 0o600);
  const [file, ...args] = part.command;
  const child = fork(path.join(root, file), args, {
    cwd: root,
    execArgv: ['--import', tsx, ...(part.nodeOptions ?? [])],
    env: part.environment(),
    stdio: ['ignore', log, log, 'ipc'],
  });
  fs.closeSync(log);
  child.on('message', (message) => part.onMessage?.(message));
  child.on('error', () => undefined);
  return child;
}

const longestLogBytes = 20 * 1024 * 1024;

/** Keeps one older log; asked at each start of a part. */
function setAsideLongLog(logFile: string): void {
  if ((fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > longestLogBytes)
    fs.renameSync(logFile, `${logFile}.old`);
}

async function endChild(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const hurry = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(hurry);
}

/** The last lines of a part's log, for the terminal. */
export function logTail(logFile: string): string {
  return fs.existsSync(logFile) ? fs.readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-6).join('\n') : '';
}

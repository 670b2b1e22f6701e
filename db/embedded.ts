import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { connect as connectTcp } from 'node:net';
import type { Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { plainEnvironment } from './embedded/account.ts';
import type { KeeperLock, KeeperMessage } from './embedded/control.ts';
import { readLock } from './embedded/lock.ts';
import type { EmbeddedLogin } from './embedded/passwords.ts';
import { readPasswords } from './embedded/passwords.ts';
import { stateDirOf } from './embedded/place.ts';

/** A process's claim on the embedded Postgres of a data folder; Postgres runs as long as anybody holds one. */
export interface EmbeddedHold {
  /** Connection address of a login; the database is the owner's, `app`, unless another is named. */
  url(login: EmbeddedLogin, database?: string): string;
  /** Gives the claim back; resolves once Postgres has ended, if this was the last one. */
  release(): Promise<void>;
  /** Resolves when the keeper is gone without having been asked; hold again to start it again. */
  lost: Promise<void>;
}

const giveUpAfterMs = 90_000;

/** Starts the embedded Postgres of a data folder, or joins it where it runs. Real Postgres, real logins (scram). */
export async function holdEmbedded(options: { dataDir: string }): Promise<EmbeddedHold> {
  const stateDir = stateDirOf(options.dataDir);
  const lockFile = path.join(stateDir, 'keeper.lock');
  const deadline = Date.now() + giveUpAfterMs;
  let spawnedAt = 0;
  while (Date.now() < deadline) {
    const keeper = readLock<KeeperLock>(lockFile);
    const socket = keeper && (await dial(keeper.controlPort));
    if (socket) {
      const joined = await join(socket, keeper.token);
      if (joined) return holdOn(joined, stateDir);
    }
    // A keeper that loses the race for the lock just ends; asking again costs nothing.
    if (!keeper && Date.now() - spawnedAt > 3_000) {
      spawnKeeper(options.dataDir, stateDir);
      spawnedAt = Date.now();
    }
    await wait(25);
  }
  throw new Error(
    `The embedded Postgres of ${options.dataDir} did not answer within ${giveUpAfterMs / 1000} s. Read ${path.join(stateDir, 'keeper.log')}.`,
  );
}

function spawnKeeper(dataDir: string, stateDir: string): void {
  const log = fs.openSync(path.join(stateDir, 'keeper.log'), 'w', 0o600);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const keeper = fileURLToPath(new URL('./embedded/keeper.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', tsx, keeper, fs.realpathSync(dataDir)], {
    detached: true,
    cwd: path.resolve(path.dirname(keeper), '../..'),
    env: { ...plainEnvironment(), HOME: process.env.HOME, TMPDIR: process.env.TMPDIR },
    stdio: ['ignore', log, log],
  });
  child.unref();
  fs.closeSync(log);
}

function dial(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connectTcp({ host: '127.0.0.1', port, allowHalfOpen: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

interface Joined {
  socket: Socket;
  port: number;
}

/** Shows the token and waits until Postgres takes connections; undefined when the keeper is just leaving. */
function join(socket: Socket, token: string): Promise<Joined | undefined> {
  return new Promise((resolve, reject) => {
    let heard = '';
    socket.on('error', () => resolve(undefined));
    socket.once('end', () => {
      socket.end();
      resolve(undefined);
    });
    socket.on('data', (bytes) => {
      heard += bytes.toString('utf8');
      if (!heard.endsWith('\n')) return;
      const message = JSON.parse(heard.trim().split('\n').at(-1)!) as KeeperMessage;
      heard = '';
      if ('error' in message) reject(new Error(message.error));
      else resolve({ socket, port: message.ready });
    });
    socket.write(`${token}\n`);
  });
}

function holdOn({ socket, port }: Joined, stateDir: string): EmbeddedHold {
  const passwords = readPasswords(stateDir);
  let released = false;
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.unref();
  return {
    url: (login, database = 'app') => `postgres://${login}:${passwords[login]}@127.0.0.1:${port}/${database}`,
    release: () => {
      released = true;
      socket.ref();
      socket.end();
      return closed;
    },
    lost: closed.then(() => (released ? new Promise<void>(() => undefined) : undefined)),
  };
}

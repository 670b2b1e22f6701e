import { spawn } from 'node:child_process';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeServerDatabase } from './server.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A whole suite with a data folder of its own, started the way `npm start` does. */
export interface RunningSuite {
  address: string;
  dataDir: string;
  pid: number;
  output(): string;
  /** Ends it in order and removes its data folder, unless that was given. */
  stop(): Promise<void>;
}

const readyWithinMs = 600_000;

export async function startSuite(
  options: { dataDir?: string; environment?: Record<string, string>; isEmbedded?: boolean } = {},
): Promise<RunningSuite> {
  const dataDir = options.dataDir ?? makeDataDir();
  const port = await freePort();
  const server = options.isEmbedded ? undefined : (process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL);
  const database = server ? await makeServerDatabase(server) : undefined;
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/start/main.ts'], {
    cwd: root,
    env: {
      ...withoutDatabase(),
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO: '1',
      ...(database ? { DATABASE_URL: database.urls.owner } : {}),
      ...options.environment,
    },
    // The fourth is its lifeline: a suite under test ends with the tests, however those end.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout!.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr!.on('data', (text: Buffer) => (output += text.toString()));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    await database?.end();
    if (options.dataDir === undefined) fs.rmSync(dataDir, { recursive: true, force: true });
  };
  for (let waited = 0; waited < readyWithinMs && child.exitCode === null; waited += 100) {
    if ((await fetch(`${address}/readyz`).catch(() => undefined))?.ok)
      return { address, dataDir, pid: child.pid!, output: () => output, stop };
    await wait(100);
  }
  await stop();
  throw new Error(`The suite did not become ready:\n${output}`);
}

/** A data folder that the account of Postgres can walk to. */
export function makeDataDir(): string {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-data-'));
  fs.chmodSync(dataDir, 0o755);
  return dataDir;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function withoutDatabase(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !name.startsWith('DATABASE_URL') && !['VITEST', 'NODE_ENV', 'CLOCK'].includes(name),
    ),
  ) as NodeJS.ProcessEnv;
}

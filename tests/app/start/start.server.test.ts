import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identify } from '#db/embedded/process-identity.ts';
import { lockOf, postmasterPid } from '#tests/db/embedded/folders.ts';
import { makeDataDir, startSuite } from '#tests/setup/suite.ts';
import type { RunningSuite } from '#tests/setup/suite.ts';

const root = path.resolve(import.meta.dirname, '../../..');
// A real installation rather than a demonstration: nothing to load, so a start takes seconds.
const environment = {
  DEMO: '0',
  SESSION_SECRET: 'q7Zr1uYb9Xw3Kd5Tn8Lm2Vc6Hs4Jf0Pg',
  TEST_DATABASE_URL: '',
  DATABASE_URL: '',
};

interface Ended {
  code: number;
  output: string;
}

async function node(args: string[], more: Record<string, string>): Promise<Ended> {
  return promisify(execFile)(process.execPath, ['--import', 'tsx', ...args], {
    cwd: root,
    env: { ...process.env, ...environment, ...more },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: error.stdout + error.stderr,
    }),
  );
}

/** Processes below one, from procfs: minimal machines have no ps. */
function descendants(pid: number): number[] {
  const parents = fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
      return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const];
    } catch {
      return [];
    }
  });
  const below = (of: number): number[] =>
    parents.filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

function commandOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

const isReady = (suite: RunningSuite) =>
  fetch(`${suite.address}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

describe.runIf(process.platform === 'linux')('the suite', () => {
  let suite: RunningSuite;
  const dataDir = makeDataDir();

  beforeAll(async () => {
    suite = await startSuite({ dataDir, environment, isEmbedded: true });
  });
  afterAll(async () => {
    await suite.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  /** Kills one of the suite's processes, and waits until another is in its place and pages are served. */
  async function kill(find: () => number | undefined): Promise<void> {
    const killed = find()!;
    process.kill(killed, 'SIGKILL');
    const isReplaced = async () => ![undefined, killed].includes(find()) && (await isReady(suite));
    await expect.poll(isReplaced, { timeout: 90_000, interval: 100 }).toBe(true);
  }

  test('a killed web process is started again', async () => {
    await kill(() => descendants(suite.pid).find((pid) => commandOf(pid).includes('app/server/web.ts')));
  });

  test('a killed Postgres and a killed keeper are started again, and pages go on', async () => {
    await kill(() => postmasterPid(dataDir));
    await kill(() => lockOf(dataDir)?.pid);
  });

  test('a second start of the same data folder says where the first one is and ends with 1', async () => {
    const second = await node(['app/start/main.ts'], { DATA_DIR: dataDir, PORT: '1' });
    expect(second).toMatchObject({
      code: 1,
      output: expect.stringContaining(`already running at ${suite.address}`) as string,
    });
  });

  test('a command beside the suite joins its database and leaves it running', async () => {
    const { code, output } = await node(['db/cli.ts', 'migrate'], { DATA_DIR: dataDir });
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('Nothing to do') as string });
    expect(await isReady(suite)).toBe(true);
  });

  test('another program on the port is told in a sentence, before anything is started', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const port = String((taken.address() as AddressInfo).port);
    const elsewhere = makeDataDir();
    const { code, output } = await node(['app/start/main.ts'], { DATA_DIR: elsewhere, PORT: port });
    taken.close();
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining(`Port ${port} on 127.0.0.1 is taken`) as string,
    });
    expect(fs.existsSync(path.join(elsewhere, 'postgres'))).toBe(false);
    fs.rmSync(elsewhere, { recursive: true });
  });

  test('a wrong environment is refused before the data folder is touched', async () => {
    const elsewhere = path.join(dataDir, 'never-made');
    const { code, output } = await node(['app/start/main.ts'], {
      DATA_DIR: elsewhere,
      SESSION_SECRET: 'short',
      PORT: 'abc',
    });
    expect(code).toBe(1);
    expect(output).toMatch(/PORT must be[^]*SESSION_SECRET must have 32 bytes/);
    expect(fs.existsSync(elsewhere)).toBe(false);
  });

  test('when the supervisor is killed nothing stays behind, and the next start goes on', async () => {
    const processes = [suite.pid, ...descendants(suite.pid)];
    const postmaster = postmasterPid(dataDir)!;
    process.kill(suite.pid, 'SIGKILL');
    await expect
      .poll(() => [...processes, postmaster].filter((pid) => identify(pid)), { timeout: 90_000, interval: 100 })
      .toEqual([]);
    suite = await startSuite({ dataDir, environment, isEmbedded: true });
    expect(await isReady(suite)).toBe(true);
  });
});

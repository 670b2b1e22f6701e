import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { connect } from '#db/connect.ts';
import type { KeeperLock } from '#db/embedded/control.ts';
import { readLock } from '#db/embedded/lock.ts';
import { findPlace } from '#db/embedded/place.ts';
import { identify } from '#db/embedded/process-identity.ts';
import { holdEmbedded } from '#db/embedded.ts';
import { makeDataDir } from '#tests/setup/suite.ts';

// Whole processes start and end here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const cleanup: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

/** One cluster for the tests that need no new one; each leaves it with nobody using it. */
const shared = makeDataDir();
afterAll(() => fs.rmSync(shared, { recursive: true, force: true }));

function sharedFolder(): string {
  cleanup.push(() => untilEnded(shared));
  return shared;
}

function dataFolder(): string {
  const dataDir = makeDataDir();
  cleanup.push(async () => {
    await untilEnded(dataDir);
    fs.rmSync(dataDir, { recursive: true, force: true });
  });
  return dataDir;
}

/** Another process that holds the same Postgres; answers when it has it. */
async function startHolder(dataDir: string): Promise<{ child: ChildProcess; url: string; started: string }> {
  const child = fork(fileURLToPath(new URL('./holder.ts', import.meta.url)), [dataDir], {
    execArgv: ['--import', 'tsx'],
  });
  cleanup.push(() => child.kill('SIGKILL'));
  const said = await new Promise<{ url: string; started: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { url: string; started: string }));
    child.once('exit', (code) => reject(new Error(`holder ended with ${code}`)));
  });
  return { child, ...said };
}

function postmasterPid(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'pg18', 'postmaster.pid');
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

const lockOf = (dataDir: string) => readLock<KeeperLock>(path.join(dataDir, 'postgres', 'keeper.lock'));

async function untilEnded(dataDir: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 25) {
    const pid = postmasterPid(dataDir);
    if (!lockOf(dataDir) && (pid === undefined || !identify(pid))) return;
    await wait(25);
  }
  throw new Error('Postgres or its keeper is still there after a minute');
}

async function answers(url: string): Promise<boolean> {
  const sql = connect(url, { max: 1 });
  return sql`select 1`.then(
    () => sql.end().then(() => true),
    () => sql.end().then(() => false),
  );
}

describe('the embedded Postgres', () => {
  test('ten starts at once share one server, and it ends with the last of them', async () => {
    const dataDir = dataFolder();
    const holds = await Promise.all(Array.from({ length: 10 }, () => holdEmbedded({ dataDir })));
    expect(new Set(holds.map((hold) => hold.url('app'))).size).toBe(1);
    await Promise.all(holds.slice(1).map((hold) => hold.release()));
    expect(await answers(holds[0]!.url('app'))).toBe(true);
    await holds[0]!.release();
    expect(postmasterPid(dataDir)).toBeUndefined();
    expect(lockOf(dataDir)).toBeUndefined();
  });

  test('a starter that exits leaves it running for those who joined', async () => {
    const dataDir = sharedFolder();
    const starter = await startHolder(dataDir);
    const joined = await holdEmbedded({ dataDir });
    starter.child.send('let go');
    await new Promise((resolve) => starter.child.once('exit', resolve));
    await wait(200);
    expect(await answers(joined.url('app'))).toBe(true);
    await joined.release();
  });

  test('nothing is left behind when its only user is killed', async () => {
    const dataDir = sharedFolder();
    const { child } = await startHolder(dataDir);
    child.kill('SIGKILL');
    await untilEnded(dataDir);
  });

  test('a killed Postgres comes back on the same address, with what was committed', async () => {
    const dataDir = sharedFolder();
    const hold = await holdEmbedded({ dataDir });
    const sql = connect(hold.url('app'), { max: 2 });
    await sql`create table kept as select 7 as n`;
    process.kill(postmasterPid(dataDir)!, 'SIGKILL');
    await expect.poll(() => sql`select n from kept`.catch(() => []), { timeout: 90_000 }).toEqual([{ n: 7 }]);
    await sql.end();
    await hold.release();
  });

  test('a killed keeper takes Postgres along, and whoever still needs it starts it again', async () => {
    const dataDir = sharedFolder();
    const hold = await holdEmbedded({ dataDir });
    const before = lockOf(dataDir)!;
    process.kill(before.pid, 'SIGKILL');
    await hold.lost;
    const again = await holdEmbedded({ dataDir });
    expect(lockOf(dataDir)!.pid).not.toBe(before.pid);
    expect(again.url('app')).toBe(hold.url('app'));
    expect(await answers(again.url('app'))).toBe(true);
    await again.release();
  });

  test('a lock left by a killed process is no obstacle, even when its pid lives on as another process', async () => {
    const dataDir = sharedFolder();
    fs.mkdirSync(path.join(dataDir, 'postgres'), { recursive: true, mode: 0o700 });
    fs.writeFileSync(
      path.join(dataDir, 'postgres', 'keeper.lock'),
      JSON.stringify({ pid: process.pid, startedAt: 'long ago', token: 'x', controlPort: 1 }),
    );
    const hold = await holdEmbedded({ dataDir });
    expect(await answers(hold.url('app'))).toBe(true);
    await hold.release();
  });

  test('a pid file whose pid has become another program is no obstacle', async () => {
    const dataDir = sharedFolder();
    await holdEmbedded({ dataDir }).then((hold) => hold.release());
    // Any process of the account that Postgres runs as; our own where that is us.
    fs.writeFileSync(
      path.join(dataDir, 'pg18', 'postmaster.pid'),
      `${process.ppid}\n${path.join(dataDir, 'pg18')}\n1700000000\n1\n\n127.0.0.1\n  1 1\nready   \n`,
    );
    const hold = await holdEmbedded({ dataDir });
    expect(await answers(hold.url('app'))).toBe(true);
    await hold.release();
  });

  test('a set-up that was killed half way is made anew', async () => {
    const dataDir = dataFolder();
    fs.mkdirSync(path.join(dataDir, 'pg18.new', 'base'), { recursive: true });
    const hold = await holdEmbedded({ dataDir });
    expect(await answers(hold.url('app'))).toBe(true);
    await hold.release();
  });

  test('two data folders have two servers, and passwords that nobody else reads', async () => {
    const [one, two] = [dataFolder(), dataFolder()];
    const holds = await Promise.all([one, two].map((dataDir) => holdEmbedded({ dataDir })));
    expect(new URL(holds[0]!.url('app')).port).not.toBe(new URL(holds[1]!.url('app')).port);
    expect(fs.statSync(path.join(one, 'postgres', 'passwords.json')).mode & 0o777).toBe(0o600);
    const wrong = new URL(holds[0]!.url('app'));
    wrong.password = 'guess';
    expect(await answers(wrong.href)).toBe(false);
    await Promise.all(holds.map((hold) => hold.release()));
  });
});

describe('a copied data folder', () => {
  const directoryOf = async (url: string) => {
    const sql = connect(url, { max: 1 });
    const [row] = await sql<
      { tables: number }[]
    >`select count(*)::int as tables from pg_tables where schemaname = 'public'`;
    await sql`create table ${sql(`made_${Date.now()}`)} ()`;
    await sql.end();
    return row!.tables;
  };

  test('has a database of its own, also while the original runs', async () => {
    const [original, copy] = [dataFolder(), dataFolder()];
    const before = await holdEmbedded({ dataDir: original });
    await directoryOf(before.url('app'));
    await before.release();
    await untilEnded(original);
    fs.cpSync(original, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    giveCluster(copy, original);
    const [one, other] = [await holdEmbedded({ dataDir: original }), await holdEmbedded({ dataDir: copy })];
    expect(new URL(one.url('app')).port).not.toBe(new URL(other.url('app')).port);
    expect(await directoryOf(one.url('app'))).toBe(1);
    expect(await directoryOf(one.url('app'))).toBe(2);
    expect(await directoryOf(other.url('app'))).toBe(1);
    await Promise.all([one.release(), other.release()]);
  });

  test('without the cluster, and made while the original runs, joins nothing and is told what to do', async () => {
    const [original, copy] = [dataFolder(), dataFolder()];
    const hold = await holdEmbedded({ dataDir: original });
    fs.cpSync(path.join(original, 'postgres'), path.join(copy, 'postgres'), { recursive: true });
    await expect(holdEmbedded({ dataDir: copy })).rejects.toThrow(
      /is a copy of the data folder .* Write a backup there/,
    );
    expect(await answers(hold.url('app'))).toBe(true);
    await hold.release();
  });

  test('a folder that was moved keeps its database', async () => {
    const [original, moved] = [dataFolder(), dataFolder()];
    const before = await holdEmbedded({ dataDir: original });
    await directoryOf(before.url('app'));
    await before.release();
    await untilEnded(original);
    fs.rmdirSync(moved);
    fs.renameSync(original, moved);
    fs.mkdirSync(original, { mode: 0o755 });
    const [fresh, after] = [await holdEmbedded({ dataDir: original }), await holdEmbedded({ dataDir: moved })];
    expect([await directoryOf(fresh.url('app')), await directoryOf(after.url('app'))]).toEqual([0, 1]);
    await Promise.all([fresh.release(), after.release()]);
  });
});

/** cp -a keeps the account of Postgres; Node's copy belongs to whoever copies. */
function giveCluster(copy: string, original: string): void {
  const { uid, gid } = fs.statSync(path.join(original, 'pg18'));
  const cluster = path.join(copy, 'pg18');
  fs.chmodSync(cluster, 0o700);
  for (const name of ['.', ...fs.readdirSync(cluster, { recursive: true, encoding: 'utf8' })])
    fs.lchownSync(path.join(cluster, name), uid, gid);
}

describe('where the data lie', () => {
  const root = process.getuid?.() === 0;
  const nobody = { uid: 65_534, gid: 65_534 };

  test.runIf(root)(
    'outside: a copy is refused, a moved folder takes it along, a new one at the old path starts empty',
    () => {
      const home = makeDataDir();
      fs.chmodSync(home, 0o700);
      const [first, second] = [path.join(home, 'first'), path.join(home, 'second')];
      const remember: string[] = [];
      cleanup.push(() =>
        [home, ...remember, ...remember.map((folder) => `${folder}.set-aside`)].forEach((folder) =>
          fs.rmSync(folder, { recursive: true, force: true }),
        ),
      );
      const find = (folder: string) => {
        const { clusterDir } = findPlace(folder, '18', nobody);
        remember.push(path.dirname(clusterDir));
        return clusterDir;
      };
      const clusterDir = find(first);
      fs.writeFileSync(path.join(first, 'postgres', 'passwords.json'), '{}');
      fs.cpSync(first, second, { recursive: true });
      expect(() => find(second)).toThrow(/is a copy of the data folder .*first/);
      fs.rmSync(second, { recursive: true });
      fs.renameSync(first, second);
      expect(find(second)).toBe(clusterDir);
      expect(find(first)).not.toBe(clusterDir);
      expect(fs.existsSync(path.dirname(clusterDir))).toBe(true);
      expect(find(second)).toBe(clusterDir);
    },
  );

  test.runIf(root)(
    'outside a data folder that Postgres cannot walk to: named by its identity, never in a temporary folder',
    () => {
      const closed = [makeDataDir(), makeDataDir()];
      closed.forEach((folder) => fs.chmodSync(folder, 0o700));
      const places = closed.map((folder) => findPlace(path.join(folder, 'data'), '18', nobody));
      cleanup.push(() => {
        for (const { clusterDir, dataDir } of places)
          [path.dirname(clusterDir), path.dirname(dataDir)].forEach((folder) =>
            fs.rmSync(folder, { recursive: true, force: true }),
          );
      });
      expect(places[0]!.clusterDir).toMatch(/^\/var\/lib\/executive-dashboard-suite\/[0-9a-f]{16}\/pg18$/);
      expect(places[0]!.clusterDir).not.toBe(places[1]!.clusterDir);
      expect(findPlace(path.join(closed[0]!, 'data'), '18', nobody).clusterDir).toBe(places[0]!.clusterDir);
    },
  );

  test('inside the data folder where Postgres can walk to it, also after its mode changed', () => {
    const folder = makeDataDir();
    cleanup.push(() => fs.rmSync(folder, { recursive: true, force: true }));
    const first = findPlace(folder, '18', root ? nobody : {});
    expect(first.clusterDir).toBe(path.join(fs.realpathSync(folder), 'pg18'));
    fs.chmodSync(folder, 0o700);
    expect(findPlace(folder, '18', root ? nobody : {}).clusterDir).toBe(first.clusterDir);
  });
});

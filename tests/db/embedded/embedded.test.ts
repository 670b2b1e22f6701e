import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { holdEmbedded } from '#db/embedded.ts';
import { makeDataDir } from '#tests/setup/suite.ts';
import { answers, cleanup, dataFolder, lockOf, postmasterPid, untilEnded } from './folders.ts';

/** One cluster for the tests that need no new one; each leaves it with nobody using it. */
const shared = makeDataDir();
afterAll(() => fs.rmSync(shared, { recursive: true, force: true }));

function sharedFolder(): string {
  cleanup.push(() => untilEnded(shared));
  return shared;
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

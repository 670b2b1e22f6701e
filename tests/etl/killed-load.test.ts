import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startCommand } from './cli/run-command.ts';
import { checksums, makeFeed, manyReadings } from './end-state.ts';
import { useEtl } from './suite.ts';

/** How often a load is killed; the long run asks for more. */
const KILLS = Number(process.env.FAULT_RUNS ?? 3);
const STAGES = ['staging', 'publishing', 'checking', 'keeping'];
const ROWS = 5_000;

const killed = useEtl();
const clean = useEtl();

/** Starts a load and kills it a while after it entered a stage; answers how its run stands then. */
async function killDuring(path: string, stage: string, delayMs: number): Promise<string> {
  const child = startCommand(killed.database, ['load', path, '--dataset', 'reading', '--feed', 'reading-03000'], {
    DEMO: '1',
    CLOCK: '2026-11-20T09:00+07:00',
  });
  // What it says is nobody's business here; a pipe that nobody reads would stop it.
  child.stdout.resume();
  child.stderr.resume();
  const gone = once(child, 'exit');
  while (child.exitCode === null) {
    const [run] = await killed.database.owner<
      { stage: string }[]
    >`select stage from etl_run where status = 'running' and stage = ${stage}`;
    if (run) break;
    await wait(2);
  }
  await wait(delayMs);
  child.kill('SIGKILL');
  await gone;
  // What the killed one had asked for last may still be running on the server.
  await expect
    .poll(
      () =>
        killed.database
          .owner`select 1 from pg_stat_activity where application_name = 'suite etl' and datname = current_database()`,
      { timeout: 30_000 },
    )
    .toEqual([]);
  const [run] = await killed.database.etl<{ status: string }[]>`select status from etl_run order by id desc limit 1`;
  return run!.status;
}

describe('a load that is killed', () => {
  it('leaves the screens as they were, and run again ends as if it had never been', async () => {
    const feedCode = await makeFeed(killed.database.etl);
    await makeFeed(clean.database.etl);
    let [kills, version] = [0, 0];
    const write = () => killed.folder.write('large.csv', manyReadings(ROWS, version));
    let path = write();
    let before = await checksums(killed.database.etl);
    for (let attempt = 0; kills < KILLS; attempt++) {
      const status = await killDuring(path, STAGES[attempt % STAGES.length]!, (attempt * 37) % 190);
      if (status === 'running') {
        kills++;
        expect({ ...(await checksums(killed.database.etl)), staged: 0 }).toEqual({ ...before, staged: 0 });
        continue;
      }
      // The kill came too late: this version is in, whole; the next one is tried.
      expect(status).toBe('loaded');
      before = await checksums(killed.database.etl);
      version++;
      path = write();
    }
    const again = await killed.load(path, { feedCode });
    expect([again.status, again.accepted, again.rejected]).toEqual(['loaded', ROWS, 0]);
    for (let v = 0; v <= version; v++)
      await clean.load(clean.folder.write('large.csv', manyReadings(ROWS, v)), { feedCode });
    expect(await checksums(killed.database.etl)).toEqual(await checksums(clean.database.etl));
    const [left] = await killed.database
      .etl`select count(*)::int as running from etl_run where status in ('running', 'waiting')`;
    expect(left).toEqual({ running: 0 });
  }, 3_600_000);
});

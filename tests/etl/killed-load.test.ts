import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Sql } from '#db/connect.ts';
import { READING_HEAD, useEtl } from './suite.ts';

/** How often a load is killed; the long run asks for more. */
const KILLS = Number(process.env.FAULT_RUNS ?? 3);
const UNITS = ['03002', '03003', '03004', '03005', '03006', '03007', '03008', '03009', '03011'];
const rows = Array.from({ length: 5_000 }, (_, i) => {
  const [unit, month] = [UNITS[i % 9]!, Math.floor(i / 9)];
  const [indicator, n] = month % 2 === 0 ? ['FN-01', Math.floor(month / 2)] : ['SV-01', Math.floor(month / 2)];
  const period = `${2545 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  return indicator === 'FN-01'
    ? `${indicator},${unit},${period},${100 + (i % 17)},,,,`
    : `${indicator},${unit},${period},,${50 + (i % 13)},100,,`;
});

const killed = useEtl();
const clean = useEtl();

/** What stands in the tables that people see, without the numbers of runs and publications. */
async function checksums(sql: Sql): Promise<unknown> {
  const [row] = await sql`
    select (select md5(string_agg(concat_ws('|', unit_id, indicator_id, period_id, slice_id, state, value, numerator, denominator, revision, levels, superseded_in is null), ',' order by unit_id, indicator_id, period_id, levels)) from reading) as readings,
           (select md5(string_agg(concat_ws('|', unit_id, indicator_id, period_id, slice_id, audience, value, numerator, denominator, units_reported, superseded_in is null), ',' order by unit_id, indicator_id, period_id, audience)) from unit_rollup) as rollups,
           (select count(*)::int from staging.reading) as staged`;
  return row;
}

async function killDuring(path: string, stage: string, delayMs: number): Promise<boolean> {
  const { owner, web, etl, read } = killed.database.urls;
  const env = {
    ...process.env,
    DATABASE_URL: owner,
    DATABASE_URL_WEB: web,
    DATABASE_URL_ETL: etl,
    DATABASE_URL_READ: read,
    DEMO: '1',
    CLOCK: '2026-11-20T09:00+07:00',
  };
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'etl/cli.ts', 'load', path, '--dataset', 'reading', '--feed', 'reading-03000'],
    { cwd: join(import.meta.dirname, '../..'), env, stdio: 'ignore' },
  );
  const gone = once(child, 'exit');
  for (;;) {
    const [run] = await killed.database.owner<
      { stage: string }[]
    >`select stage from etl_run where status = 'running' and stage = ${stage}`;
    if (run || child.exitCode !== null) break;
    await wait(5);
  }
  await wait(delayMs);
  const isKilled = child.kill('SIGKILL');
  await gone;
  return isKilled;
}

describe('a load that is killed', () => {
  it('leaves the screens as they were, and run again ends as if it had never been', async () => {
    for (const { database } of [killed, clean]) {
      await database.etl`
        insert into feed (code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, accepts_itself)
        select 'reading-03000', id, ministry_id, 'MOC', 'reading', 'contract-reading', 'ก', 'a', 'month', 6 from org_unit where code = '03000'`;
    }
    const path = killed.folder.write('large.csv', `${READING_HEAD}${rows.join('\n')}\n`);
    const before = await checksums(killed.database.etl);
    for (let kill = 0; kill < KILLS; kill++) {
      const stage = ['staging', 'publishing', 'checking'][kill % 3]!;
      const isKilled = await killDuring(path, stage, (kill * 37) % 90);
      const [run] = await killed.database.etl`select status from etl_run order by id desc limit 1`;
      // A kill that came too late finds a load that is whole; anything else shows nothing of it.
      if (isKilled && run!.status === 'running')
        expect({ ...((await checksums(killed.database.etl)) as object), staged: 0 }).toEqual({
          ...(before as object),
          staged: 0,
        });
      if (run!.status === 'loaded') break;
    }
    const again = await killed.load(path, { feedCode: 'reading-03000' });
    expect([again.status, again.rejected]).toEqual([again.accepted > 0 ? 'loaded' : 'unchanged', 0]);
    await clean.load(path, { feedCode: 'reading-03000' });
    expect(await checksums(killed.database.etl)).toEqual(await checksums(clean.database.etl));
    const [left] = await killed.database
      .etl`select count(*)::int as running from etl_run where status in ('running', 'waiting')`;
    expect(left).toEqual({ running: 0 });
  }, 3_600_000);
});

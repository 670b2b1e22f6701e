import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sql } from '#db/connect.ts';
import { copyFrom } from '#db/copy.ts';
import { departments, inFreshDatabase, makeIndicators, type BenchDatabase } from './bench-database.ts';
import { indicatorsFor, writeReadings } from './readings-file.ts';
import { perSecond, seconds, tell } from './report.ts';

const MILLION = 1_000_000;
const LIMITS = { copyRatio: 3, loaderRatio: 1, memoryMb: 300, growth: 1.15 };

/** A feed of a million readings to published, against COPY of the same rows into a table with the same key; more rows also per row. */
export async function benchEtl(rows = MILLION): Promise<void> {
  const small = rows > MILLION ? await measure(MILLION) : null;
  const large = await measure(rows);
  if (!small) return;
  tell(`seconds per row at ${count(rows)} against ${count(MILLION)}`, '', {
    is: large / rows / (small / MILLION),
    limit: LIMITS.growth,
    unit: '×',
  });
}

const count = (rows: number): string => rows.toLocaleString('en');

/** Milliseconds of the load. */
async function measure(rows: number): Promise<number> {
  let loadMs = 0;
  await inFreshDatabase(async (database) => {
    const { owner, folder, server } = database;
    const units = await departments(owner);
    await makeIndicators(owner, indicatorsFor(rows, units.length));
    await owner`
      insert into feed (code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, accepts_itself)
      select 'reading-PMOC', id, ministry_id, level, 'reading', 'contract-reading', 'ผล', 'Readings', 'month', 6 from org_unit where code = 'PMOC'`;
    const file = path.join(folder, 'readings.csv');
    await writeReadings(file, rows, units);
    console.log(`${count(rows)} readings of ${units.length} departments, ${server}`);
    const copyMs = await copyKeyed(owner, file);
    tell('COPY into a table with the same key', `${seconds(copyMs)}`);
    const load = await loadOnce(database, file);
    loadMs = load.ms;
    tell('feed file to published', seconds(load.ms), { is: load.ms / copyMs, limit: LIMITS.copyRatio, unit: '×' });
    tell('', perSecond(rows, load.ms));
    for (const [stage, ms] of Object.entries(load.stages)) tell(`  ${stage}`, seconds(ms));
    tell('peak memory of the loader', `${Math.round(load.peakMb)} MB`, {
      is: load.peakMb,
      limit: LIMITS.memoryMb,
      unit: ' MB',
    });
    if (load.status !== 'loaded' || load.accepted !== rows) console.log(`UNEXPECTED: ${JSON.stringify(load)}`);
    const again = await loadOnce(database, file);
    tell(`the same file again (${again.status})`, seconds(again.ms));
    loadWithPgloader(database, file, load.ms);
  });
  return loadMs;
}

/** Milliseconds; the table is logged and has the key of a reading. */
async function copyKeyed(sql: Sql, file: string): Promise<number> {
  await sql`
    create table keyed_copy (indicator_code text not null, unit_code text not null, period text not null, value numeric, numerator numeric, denominator numeric,
      state text not null, note text, primary key (unit_code, indicator_code, period))`;
  const startedAt = performance.now();
  await copyFrom(
    sql,
    'copy keyed_copy from stdin (format csv, header)',
    createReadStream(file, { highWaterMark: 256 * 1024 }),
  );
  const ms = performance.now() - startedAt;
  await sql`drop table keyed_copy`;
  return ms;
}

type Load = { ms: number; peakMb: number; stages: Record<string, number>; status: string; accepted: number };

function loadOnce({ urls }: BenchDatabase, file: string): Promise<Load> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', ...profiling(), fileURLToPath(new URL('load-child.ts', import.meta.url)), urls.etl, file],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as Load));
    child.once('exit', (code) => reject(new Error(`The load ended with ${code}.`)));
  });
}

/** BENCH_PROFILE=folder writes a CPU profile of each load there. */
function profiling(): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

function loadWithPgloader({ urls, folder }: BenchDatabase, file: string, loadMs: number): void {
  if (spawnSync('which', ['pgloader']).status !== 0) return tell('pgloader', 'not installed');
  const columns = '(indicator_code, unit_code, period, value, numerator, denominator, state, note)';
  const script = path.join(folder, 'readings.load');
  writeFileSync(
    script,
    `LOAD CSV FROM '${file}' ${columns}
     INTO ${urls.owner}?tablename=keyed_pgloader ${columns}
     WITH skip header = 1, fields terminated by ',', fields optionally enclosed by '"'
     BEFORE LOAD DO $$ create table keyed_pgloader (indicator_code text not null, unit_code text not null, period text not null, value numeric, numerator numeric,
       denominator numeric, state text not null, note text, primary key (unit_code, indicator_code, period)); $$;`,
  );
  const startedAt = performance.now();
  const { status, stderr } = spawnSync('pgloader', [script], { encoding: 'utf8' });
  const ms = performance.now() - startedAt;
  if (status !== 0) return tell('pgloader', `failed: ${stderr.slice(0, 200)}`);
  tell('pgloader into a table with the same key', seconds(ms), {
    is: loadMs / ms,
    limit: LIMITS.loaderRatio,
    unit: '×',
  });
}

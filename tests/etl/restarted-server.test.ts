import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Sql } from '#db/connect.ts';
import { verify } from '#db/writes/verify.ts';
import { InterruptedLoad } from '#etl/run/interrupted-load.ts';
import type { RunStage } from '#etl/run/run-rows.ts';
import { openWay, type Way } from '#tests/setup/cut-off.ts';
import { checksums, makeFeed, manyReadings } from './end-state.ts';
import { useEtl } from './suite.ts';

const ROWS = 5_000;
const cut = useEtl();
const clean = useEtl();
let way: Way;
let sql: Sql;
let feedCode: string;

beforeAll(async () => {
  way = await openWay(cut.database.urls.etl);
  sql = connect(way.through(cut.database.urls.etl), { max: 4 });
  feedCode = await makeFeed(cut.database.etl);
  await makeFeed(clean.database.etl);
});
afterAll(async () => {
  way.mend();
  await sql.end({ timeout: 2 });
  await way.close();
});

/** Loads over the way that is cut a moment after a stage began, and mended a moment later. */
async function loadThroughRestart(path: string, stage: RunStage, how: 'end' | 'reset', delayMs: number) {
  let isCut = false;
  return cut.load(path, {
    sql,
    feedCode,
    onProgress: (progress) => {
      if (isCut || progress.stage !== stage) return;
      isCut = true;
      setTimeout(() => {
        way.cut(how);
        setTimeout(() => way.mend(), 700);
      }, delayMs);
    },
  });
}

describe('a database that is restarted during a load', () => {
  it.each([
    ['keeping', 'end', 0],
    ['staging', 'reset', 20],
    ['checking', 'end', 0],
    ['publishing', 'end', 0],
    ['publishing', 'reset', 30],
  ] as const)(
    'while %s: the run is told as interrupted, shows nothing, and leaves nothing staged (%s, %i ms)',
    async (stage, how, delayMs) => {
      const path = cut.folder.write('large.csv', manyReadings(ROWS));
      const before = await checksums(cut.database.etl);
      const outcome: unknown = await loadThroughRestart(path, stage, how, delayMs).catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(InterruptedLoad);
      const { summary } = outcome as InterruptedLoad;
      expect(summary).toMatchObject({ status: 'failed', accepted: 0, failure: { code: 'interrupted' } });
      const [run] = await cut.database
        .etl`select status, failure_reason as reason from etl_run where id = ${summary.run}`;
      expect(run).toEqual({ status: 'failed', reason: 'interrupted' });
      expect(await checksums(cut.database.etl)).toEqual(before);
    },
  );

  it('run again over the same client it ends as if nothing had happened', async () => {
    const path = cut.folder.write('large.csv', manyReadings(ROWS));
    expect(await cut.load(path, { sql, feedCode })).toMatchObject({ status: 'loaded', accepted: ROWS });
    await clean.load(path, { feedCode });
    expect(await checksums(cut.database.etl)).toEqual(await checksums(clean.database.etl));
    expect(await verify(cut.database.etl)).toEqual([]);
  });

  it('when only the word of its publication is lost, the run is told as loaded', async () => {
    const path = cut.folder.write('other.csv', manyReadings(ROWS, 1));
    // Whoever holds this lock keeps the loader from tidying up after its publication.
    const holder = await cut.database.owner.reserve();
    let held: Promise<unknown> = Promise.resolve();
    const [last] = await cut.database.etl`select max(id) as id from etl_run`;
    const loading = cut.load(path, {
      sql,
      feedCode,
      onProgress: ({ stage }) => {
        if (stage === 'publishing') held = holder`begin; lock table staging.reading in share mode`.simple();
      },
    });
    loading.catch(() => undefined);
    const statusOf = async () => {
      const [run] = await cut.database.etl`select status, accepted from etl_run where id > ${last!.id}`;
      return run;
    };
    await expect.poll(async () => (await statusOf())?.accepted).toBe(ROWS);
    await held;
    way.cut();
    await holder`rollback`;
    holder.release();
    way.mend();
    expect(await loading).toMatchObject({ status: 'loaded', accepted: ROWS });
    expect(await statusOf()).toEqual({ status: 'loaded', accepted: ROWS });
    expect(await checksums(cut.database.etl)).toMatchObject({ staged: 0 });
  });
});

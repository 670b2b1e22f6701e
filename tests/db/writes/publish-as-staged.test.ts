import { beforeAll, describe, expect, it } from 'vitest';
import type { StagedPart } from '#db/writes/merge-readings.ts';
import { publishAsStaged, publishRun } from '#db/writes/publish-run.ts';
import { lockPublications } from '#db/writes/publication-lock.ts';
import { verify } from '#db/writes/verify.ts';
import {
  buildFeed,
  buildIndicator,
  publishReadings,
  stageReadings,
  type GivenReading,
} from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const now = new Date('2026-11-10T09:00:00+07:00');
const FEED = 'reading-03000';

beforeAll(async () => {
  await buildIndicator(database.owner, 'EARLY');
  await buildFeed(database.owner, 'reading', '03000');
});

const PERIODS = ['2568-10', '2568-11', '2568-12', '2569-10'];
const readingsOf = (unit: string, num = '9'): GivenReading[] =>
  PERIODS.map((period) => ({ unit, indicator: 'EARLY', period, num, den: '10' }));

/** Three of fiscal year 2569 and one of 2570, as `readingsOf` stages them. */
const PARTS: StagedPart[] = [
  { from: 1, to: 2, years: [2569] },
  { from: 3, to: 4, years: [2569, 2570] },
];

async function* inTurn(...steps: readonly (StagedPart | (() => Promise<unknown>))[]): AsyncGenerator<StagedPart> {
  for (const step of steps) {
    if (typeof step === 'function') await step();
    else yield step;
  }
}

const standing = (unit: string) => database.owner<{ period: number; value: string; revision: number }[]>`
  select r.period_id as period, trim_scale(r.value)::text as value, r.revision from reading r join org_unit u on u.id = r.unit_id
   where u.code = ${unit} and r.superseded_in is null order by r.period_id`;
const publications = async (): Promise<number> =>
  (await database.owner<{ n: number }[]>`select count(*)::int as n from publication`)[0]!.n;

describe('readings published while they are staged', () => {
  it('show all at once, with what follows from them', async () => {
    const runId = await stageReadings(database.etl, FEED, readingsOf('03003'), now);
    const seen: number[] = [];
    const watch = async () => seen.push((await standing('03003')).length);
    const published = await publishAsStaged(database.etl, { runId, now }, inTurn(PARTS[0]!, watch, PARTS[1]!, watch));
    expect(published).toMatchObject({ accepted: 4, unchanged: 0, publicationId: await publications() });
    expect(seen).toEqual([0, 0]);
    expect((await standing('03003')).map(({ value, revision }) => [value, revision])).toEqual(
      PERIODS.map(() => ['90', 1]),
    );
    const [above] = await database.owner`
      select trim_scale(f.value)::text as value, f.units_reported from unit_rollup f join org_unit u on u.id = f.unit_id
       where u.code = '03000' and f.basis = 'time' and f.fiscal_year = 2569 and f.superseded_in is null`;
    expect(above).toEqual({ value: '90', units_reported: 1 });
    expect(await verify(database.etl)).toEqual([]);
  });

  it('join what stands of other units in the same year', async () => {
    const runId = await stageReadings(database.etl, FEED, readingsOf('03004', '7'), now);
    expect(await publishAsStaged(database.etl, { runId, now }, inTurn(...PARTS))).toMatchObject({ accepted: 4 });
    const [above] = await database.owner`
      select f.numerator::text as numerator, f.units_reported from unit_rollup f join org_unit u on u.id = f.unit_id
       where u.code = '03000' and f.basis = 'across' and f.period_id = 256920001 and f.superseded_in is null`;
    expect(above).toEqual({ numerator: '16', units_reported: 2 });
    expect(await verify(database.etl)).toEqual([]);
  });

  it('give way to whoever waits to publish, with everything as it was', async () => {
    const before = await publications();
    const runId = await stageReadings(database.etl, FEED, readingsOf('03005'), now);
    let other: Promise<unknown> = Promise.resolve();
    const another = async () => {
      other = database.owner.begin((tx) => lockPublications(tx));
      await expect
        .poll(
          () =>
            database.owner`select 1 as waits from pg_locks where locktype = 'advisory' and not granted and objsubid = 1`,
        )
        .toHaveLength(1);
    };
    expect(await publishAsStaged(database.etl, { runId, now }, inTurn(PARTS[0]!, another, PARTS[1]!))).toBeNull();
    await other;
    expect([await standing('03005'), await publications()]).toEqual([[], before]);
    expect(await publishRun(database.etl, { runId, now })).toMatchObject({ accepted: 4 });
  });

  it('do not even begin where somebody publishes', async () => {
    const runId = await stageReadings(database.etl, FEED, readingsOf('03006'), now);
    await database.owner.begin(async (tx) => {
      await lockPublications(tx);
      expect(await publishAsStaged(database.etl, { runId, now }, inTurn(...PARTS))).toBeNull();
    });
  });

  it.each([
    ['that stand', () => publishReadings(database.etl, FEED, readingsOf('03007', '5').slice(0, 1), now)],
    [
      'that stood and were replaced',
      async () => {
        await publishReadings(database.etl, FEED, readingsOf('03007', '4').slice(0, 1), now);
        await database.owner`update reading r set superseded_in = 1 from org_unit u where u.id = r.unit_id and u.code = '03007' and r.superseded_in is null`;
      },
    ],
  ])('are left to be compared where they meet readings %s', async (_, first) => {
    await first();
    const before = await standing('03007');
    const runId = await stageReadings(database.etl, FEED, readingsOf('03007'), now);
    expect(await publishAsStaged(database.etl, { runId, now }, inTurn(...PARTS))).toBeNull();
    expect(await standing('03007')).toEqual(before);
    const [{ n: staged } = { n: 0 }] = await database.etl<{ n: number }[]>`
      select count(*)::int as n from staging.reading where run_id = ${runId}`;
    expect(staged).toBe(4);
  });

  it('are left to be compared where two of them are of one figure', async () => {
    const twice = [...readingsOf('03008').slice(0, 3), ...readingsOf('03008').slice(0, 1)];
    const runId = await stageReadings(database.etl, FEED, twice, now);
    const parts = inTurn({ from: 1, to: 2, years: [2569] }, { from: 3, to: 4, years: [2569] });
    expect(await publishAsStaged(database.etl, { runId, now }, parts)).toBeNull();
    expect(await standing('03008')).toEqual([]);
  });

  it('leave everything as it was where the file turns out to be bad', async () => {
    const before = await publications();
    const runId = await stageReadings(database.etl, FEED, readingsOf('03009'), now);
    const fail = () => Promise.reject(new Error('a broken file'));
    await expect(publishAsStaged(database.etl, { runId, now }, inTurn(PARTS[0]!, fail, PARTS[1]!))).rejects.toThrow(
      'a broken file',
    );
    expect([await standing('03009'), await publications()]).toEqual([[], before]);
  });
});

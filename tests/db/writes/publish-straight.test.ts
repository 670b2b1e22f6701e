import { beforeAll, describe, expect, it } from 'vitest';
import { quotientOf } from '#domain/numbers/quotient.ts';
import { publishRun, publishStraight } from '#db/writes/publish-run.ts';
import { lockPublications } from '#db/writes/publication-lock.ts';
import { STRAIGHT_COLUMNS, type StraightReadings } from '#db/writes/straight-readings.ts';
import { verify } from '#db/writes/verify.ts';
import { buildFeed, buildIndicator, buildRun, publishReadings, stageReadings } from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const now = new Date('2026-11-10T09:00:00+07:00');
const FEED = 'reading-03000';
/** By the clock of these loads a minute passes whenever it is asked. */
let minutes = 0;
let indicatorId: number;

beforeAll(async () => {
  indicatorId = await buildIndicator(database.owner, 'STRAIGHT');
  await buildFeed(database.owner, 'reading', '03000');
});

const PERIODS = ['2568-10', '2568-11', '2568-12', '2569-10'];
const IDS: Record<string, number> = {
  '2568-10': 256_920_001,
  '2568-11': 256_920_002,
  '2568-12': 256_920_003,
  '2569-10': 257_020_001,
};
const readingsOf = (unit: string, num = '9') =>
  PERIODS.map((period) => ({ unit, indicator: 'STRAIGHT', period, num, den: '10' }));

type Line = Record<(typeof STRAIGHT_COLUMNS)[number], string>;

/** Copies readings of a unit and these periods as a load does. */
async function copy(straight: StraightReadings, unit: string, periods: readonly string[], num = '9'): Promise<void> {
  const [ids] = await database.owner<{ id: string; ministry: string }[]>`
    select id::text, ministry_id::text as ministry from org_unit where code = ${unit}`;
  for (const period of periods) {
    const fiscalYear = Math.floor(IDS[period]! / 100_000);
    const line: Line = {
      fiscal_year: String(fiscalYear),
      ministry_id: ids!.ministry,
      unit_id: ids!.id,
      indicator_id: String(indicatorId),
      period_id: String(IDS[period]),
      slice_id: '0',
      revision: '1',
      indicator_version: '1',
      classification: '0',
      levels: '7',
      audiences: '511',
      published_in: String(straight.publication.id),
      state: 'reported',
      value: quotientOf(num, '100', '10')!,
      numerator: num,
      denominator: '10',
      note: '\\N',
      run_id: String(straight.run.id),
      file_no: '1',
      sheet: '\\N',
      row_no: '2',
      as_sent: '\\N',
    };
    const text = STRAIGHT_COLUMNS.map((column) => line[column]).join('\t');
    await straight.copy(fiscalYear, [`${text}\n`]);
  }
}

const standing = (unit: string) => database.owner<{ period: number; value: string; revision: number }[]>`
  select r.period_id as period, trim_scale(r.value)::text as value, r.revision from reading r join org_unit u on u.id = r.unit_id
   where u.code = ${unit} and r.superseded_in is null order by r.period_id`;
const publications = async (): Promise<number> =>
  (await database.owner<{ n: number }[]>`select count(*)::int as n from publication`)[0]!.n;

/** Publishes so many of a unit's periods straight, with something done in between. */
async function publish(
  unit: string,
  { num = '9', periods = PERIODS, between = (_: StraightReadings) => Promise.resolve() as Promise<unknown> } = {},
) {
  const runId = await buildRun(database.etl, FEED, now);
  await database.etl`update etl_run set read = ${periods.length} where id = ${runId}`;
  return publishStraight(
    database.etl,
    { runId, clock: { now: () => new Date(now.getTime() + minutes++ * 60_000) } },
    async (straight) => {
      await copy(straight, unit, periods.slice(0, 2), num);
      await between(straight);
      await copy(straight, unit, periods.slice(2), num);
      await straight.end();
      return periods.length;
    },
  );
}

describe('readings that go straight to where they stay', () => {
  it('show all at once, with what follows from them, as if they had been staged', async () => {
    const seen: number[] = [];
    const watch = async () => seen.push((await standing('03003')).length);
    expect(await publish('03003', { between: watch })).toMatchObject({
      accepted: 4,
      unchanged: 0,
      publicationId: await publications(),
    });
    expect(seen).toEqual([0]);
    const [times] = await database.owner`
      select (finished_at - published_at)::text as later, published_at - started_at > interval '0' as "isAfterReading" from etl_run r join publication p on p.id = r.published_in order by r.id desc limit 1`;
    expect(times).toEqual({ later: '00:01:00', isAfterReading: true });
    await publishReadings(database.etl, FEED, readingsOf('03012'), now);
    const rows = await database.owner`
      select r.fiscal_year, r.ministry_id, r.period_id, r.revision, r.indicator_version, r.classification, r.levels, r.audiences, r.state, r.value, r.numerator, r.denominator, r.of_record
        from reading r join org_unit u on u.id = r.unit_id where u.code = any(${['03003', '03012']}) order by u.code, r.period_id`;
    expect(rows.slice(0, 4)).toEqual(rows.slice(4));
    const [above] = await database.owner`
      select trim_scale(f.value)::text as value, f.units_reported from unit_rollup f join org_unit u on u.id = f.unit_id
       where u.code = '03000' and f.basis = 'time' and f.fiscal_year = 2569 and f.superseded_in is null`;
    expect(above).toEqual({ value: '90', units_reported: 2 });
    expect(await verify(database.etl)).toEqual([]);
  });

  it('join what stands of other units in the same year', async () => {
    expect(await publish('03004', { num: '7' })).toMatchObject({ accepted: 4 });
    const [above] = await database.owner`
      select f.numerator::text as numerator, f.units_reported from unit_rollup f join org_unit u on u.id = f.unit_id
       where u.code = '03000' and f.basis = 'across' and f.period_id = 256920001 and f.superseded_in is null`;
    expect(above).toEqual({ numerator: '25', units_reported: 3 });
    expect(await verify(database.etl)).toEqual([]);
  });

  it('continue series whose other periods stand', async () => {
    expect(await publish('03006', { periods: PERIODS.slice(0, 2) })).toMatchObject({ accepted: 2 });
    expect(await publish('03006', { periods: PERIODS.slice(2) })).toMatchObject({ accepted: 2 });
    const [above] = await database.owner`
      select f.numerator::text as numerator from figure f join org_unit u on u.id = f.unit_id
       where u.code = '03006' and f.basis = 'time' and f.fiscal_year = 2569 and f.superseded_in is null`;
    expect(above).toEqual({ numerator: '27' });
    expect(await verify(database.etl)).toEqual([]);
  });

  it('give way to whoever waits to publish, with everything as it was', async () => {
    const before = await publications();
    let other: Promise<unknown> = Promise.resolve();
    const another = async (straight: StraightReadings) => {
      other = database.owner.begin((tx) => lockPublications(tx));
      await expect
        .poll(
          () =>
            database.owner`select 1 as waits from pg_locks where locktype = 'advisory' and not granted and objsubid = 1`,
        )
        .toHaveLength(1);
      await straight.giveWay(database.etl);
    };
    expect(await publish('03005', { between: another })).toBeNull();
    await other;
    expect([await standing('03005'), await publications()]).toEqual([[], before]);
  });

  it('do not even begin where somebody publishes', async () => {
    await database.owner.begin(async (tx) => {
      await lockPublications(tx);
      expect(await publish('03005')).toBeNull();
    });
  });

  it.each([
    ['that stand', '03007', () => publishReadings(database.etl, FEED, readingsOf('03007', '5').slice(0, 1), now)],
    [
      'that stood and were replaced',
      '03008',
      async () => {
        await publishReadings(database.etl, FEED, readingsOf('03008', '4').slice(0, 1), now);
        await database.owner`update reading r set superseded_in = r.published_in + 1 from org_unit u where u.id = r.unit_id and u.code = '03008'`;
      },
    ],
    [
      'that stand at another level alone',
      '03009',
      async () => {
        await publishReadings(database.etl, FEED, readingsOf('03009', '4').slice(3), now);
        await database.owner`update reading r set levels = 1, audiences = 7 from org_unit u where u.id = r.unit_id and u.code = '03009'`;
      },
    ],
  ])('are left to be compared where they meet readings %s', async (_, unit, first) => {
    await first();
    const before = await standing(unit);
    expect(await publish(unit)).toBeNull();
    expect(await standing(unit)).toEqual(before);
  });

  it('are left to be compared where two of them are of one figure', async () => {
    expect(await publish('03011', { periods: ['2568-10', '2568-11', '2568-12', '2568-10'] })).toBeNull();
    expect(await standing('03011')).toEqual([]);
    const runId = await stageReadings(database.etl, FEED, readingsOf('03011'), now);
    expect(await publishRun(database.etl, { runId, now })).toMatchObject({ accepted: 4 });
  });

  it('leave everything as it was where the file turns out to be bad', async () => {
    const before = await publications();
    const between = () => Promise.reject(new Error('a broken file'));
    await expect(publish('03002', { between })).rejects.toThrow('a broken file');
    expect([await standing('03002'), await publications()]).toEqual([[], before]);
  });
});

it('a ratio is the same in the domain and in the database', async () => {
  const numbers = ['0', '1', '-7', '3.50', '9999.9999', '10000', '0.0001', '123456789.123', '99999999999999', '-0.25'];
  const triples = numbers.flatMap((n) => ['1', '100', '100000'].flatMap((s) => numbers.map((d) => [n, s, d] as const)));
  const rows = await database.owner<{ quotient: string | null }[]>`
    select n::numeric * s::numeric / nullif(d::numeric, 0) as quotient
      from unnest(${triples.map(([n]) => n)}::text[], ${triples.map(([, s]) => s)}::text[], ${triples.map(([, , d]) => d)}::text[]) with ordinality as t(n, s, d, i) order by i`;
  expect(triples.map(([n, s, d]) => quotientOf(n, s, d))).toEqual(rows.map(({ quotient }) => quotient));
});

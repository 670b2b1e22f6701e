import fs from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { turnDay } from '#db/writes/day-turn.ts';
import { upsertDuties, upsertFeeds, type NewDuty } from '#db/writes/feeds.ts';
import { READING_HEAD, useEtl } from '#tests/etl/suite.ts';

const { database, folder, load } = useEtl();
const NOW = new Date('2026-11-20T02:00:00Z');
const LATER = new Date('2026-12-20T02:00:00Z');

async function say(now: Date, ...duties: Partial<NewDuty>[]): Promise<void> {
  await upsertDuties(
    database.etl,
    duties.map((duty) => ({ unitCode: '03004', indicatorCode: 'FN-01', fromFiscalYear: 2569, ...duty })),
  );
  await turnDay(database.etl, { now });
}

type Stood = { publication: number; unit: number; feed: number | null; period: number; state: string; reports: number };

/** What every publication showed, from the counts and from the reports themselves. */
const fromCounts = () => database.etl<Stood[]>`
  select p.id as publication, d.unit_id as unit, d.feed_id as feed, d.period_id as period, d.state, sum(d.reports)::int as reports
    from publication p join delivery_count d on d.published_in <= p.id and (d.superseded_in is null or d.superseded_in > p.id) group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`;
const fromReports = () => database.etl<Stood[]>`
  select p.id as publication, e.unit_id as unit, e.feed_id as feed, e.period_id as period, e.state, count(*)::int as reports
    from publication p join expected_report e on e.published_in <= p.id and (e.superseded_in is null or e.superseded_in > p.id) group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`;

beforeAll(async () => {
  await upsertFeeds(
    database.etl,
    ['one', 'other'].map((code) => ({
      ...{ code, unitCode: '03000', dataset: 'reading', mapping: 'contract-reading', nameTh: 'ก', nameEn: 'A' },
      frequency: 'month' as const,
    })),
  );
  await say(NOW, {}, { indicatorCode: 'SV-01', feedCode: 'one' }, { unitCode: '03005', feedCode: 'one' });
  await load(folder.write('one.csv', `${READING_HEAD}FN-01,03004,2569-09,5,,,,\n`), { feedCode: 'one' });
  await say(NOW, { state: 'withheld' }, { unitCode: '03005', feedCode: 'other' });
  await say(LATER, { toFiscalYear: 2569 });
});

it('says of each publication what its reports say', async () => {
  const stood = await fromReports();
  expect(new Set(stood.map(({ state }) => state))).toEqual(new Set(['missing', 'not_due', 'reported', 'withheld']));
  expect(new Set(stood.map(({ publication }) => publication)).size).toBeGreaterThan(3);
  expect(await fromCounts()).toEqual(stood);
});

it('keeps counts that did not change', async () => {
  const before = await database.etl`select * from delivery_count order by 3, 5, 6, 9`;
  await turnDay(database.etl, { now: new Date('2026-12-21T02:00:00Z') });
  expect(await database.etl`select * from delivery_count order by 3, 5, 6, 9`).toEqual(before);
});

it('is counted for what was published before there were counts', async () => {
  const migration = fs.readFileSync('db/migrations/0015_deliveries.sql', 'utf8');
  const backfill = migration.split('--> statement-breakpoint').find((part) => part.includes('INSERT INTO'))!;
  await database.owner`delete from delivery_count`;
  await database.owner.unsafe(backfill);
  expect(await fromCounts()).toEqual(await fromReports());
});

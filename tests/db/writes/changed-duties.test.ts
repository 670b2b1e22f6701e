import { beforeAll, expect, it } from 'vitest';
import { turnDay } from '#db/writes/day-turn.ts';
import { upsertDuties, upsertFeeds, type NewDuty } from '#db/writes/feeds.ts';
import { READING_HEAD, useEtl } from '#tests/etl/suite.ts';

const { database, folder, load } = useEtl();
const NOW = new Date('2026-11-20T02:00:00Z');

/** Says duties and turns the day, as the command does. */
async function say(...duties: Partial<NewDuty>[]): Promise<void> {
  await upsertDuties(
    database.etl,
    duties.map((duty) => ({ unitCode: '03004', indicatorCode: 'FN-01', fromFiscalYear: 2569, ...duty })),
  );
  await turnDay(database.etl, { now: NOW });
}

/** Reports that stand now, counted. */
const expected = (unit: string) => database.etl<{ year: number; state: string; n: number }[]>`
  select e.fiscal_year as year, e.state, count(*)::int as n from expected_report e join org_unit u on u.id = e.unit_id
   where u.code = ${unit} and e.superseded_in is null group by 1, 2 order by 1, 2`;

beforeAll(() =>
  upsertFeeds(
    database.etl,
    ['one', 'other'].map((code) => ({
      ...{ code, unitCode: '03000', dataset: 'reading', mapping: 'contract-reading', nameTh: 'ก', nameEn: 'A' },
      frequency: 'month' as const,
    })),
  ),
);

it('takes the newer of two duties for the years that both cover', async () => {
  await say(
    { unitCode: '03003', fromFiscalYear: 2569 },
    { unitCode: '03003', fromFiscalYear: 2570, state: 'withheld' },
  );
  expect(await expected('03003')).toEqual([
    { year: 2569, state: 'missing', n: 12 },
    { year: 2570, state: 'withheld', n: 12 },
  ]);
});

it('follows a duty that is withheld from now on, or ends, where nothing was reported', async () => {
  await say({ toFiscalYear: 2569 });
  expect(await expected('03004')).toEqual([{ year: 2569, state: 'missing', n: 12 }]);
  await load(folder.write('one.csv', `${READING_HEAD}FN-01,03004,2569-09,5,,,,\n`), { feedCode: 'one' });
  expect(await expected('03004')).toEqual([
    { year: 2569, state: 'missing', n: 11 },
    { year: 2569, state: 'reported', n: 1 },
  ]);
  await say({ state: 'withheld' });
  expect(await expected('03004')).toEqual([
    { year: 2569, state: 'reported', n: 1 },
    { year: 2569, state: 'withheld', n: 11 },
    { year: 2570, state: 'withheld', n: 12 },
  ]);
  await say({ toFiscalYear: 2569 });
  expect(await expected('03004')).toEqual([
    { year: 2569, state: 'missing', n: 11 },
    { year: 2569, state: 'reported', n: 1 },
  ]);
});

it('brings what is still owed to another feed and another day', async () => {
  await say({ unitCode: '03005', toFiscalYear: 2569, feedCode: 'one' });
  await say({ unitCode: '03005', toFiscalYear: 2569, feedCode: 'other', lagDays: 90 });
  const reports = await database.etl`
    select f.code as feed, e.state, count(*)::int as n, max(e.due_on) as last from expected_report e join feed f on f.id = e.feed_id join org_unit u on u.id = e.unit_id
     where u.code = '03005' and e.superseded_in is null group by 1, 2 order by 2`;
  // What ended on 31 August or 30 September is due on 29 November or 29 December: after the day of the test.
  expect(reports).toEqual([
    { feed: 'other', state: 'missing', n: 10, last: '2026-10-29' },
    { feed: 'other', state: 'not_due', n: 2, last: '2026-12-29' },
  ]);
});

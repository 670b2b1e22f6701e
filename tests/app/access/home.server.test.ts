import { beforeAll, describe, expect, test } from 'vitest';
import { getHome } from '#app/access/home.server.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { turnDay } from '#db/writes/day-turn.ts';
import { setFeed, upsertDuties } from '#db/writes/feeds.ts';
import { READING_HEAD, useEtl } from '#tests/etl/suite.ts';
import { addHolder, get, makeContext, startTestSession, testNow } from '#tests/setup/visitor.ts';

const { database, folder, load } = useEtl();
const tokens: Record<string, string> = {};

beforeAll(async () => {
  // As a start leaves it: the day is turned, and no load was published. The indicators stand.
  await database.owner`delete from publication_touch`;
  await database.owner`delete from publication`;
  await turnDay(database.etl, { now: new Date(testNow) });
  for (const [login, position] of [
    ['root', 'admin'],
    ['dg', 'dg-03003'],
    ['officer', 'officer-03003'],
  ] as const)
    tokens[login] = await startTestSession(database, await addHolder(database, login, position));
});

const homeOf = (login: string) => withViewer(get('/', tokens[login]), makeContext(database), getHome);
const open = async () => {
  const home = await homeOf('root');
  return 'steps' in home ? home.steps.filter(({ isDone }) => !isDone).map(({ code }) => code) : home.landing;
};

describe('the first page', () => {
  test('of an administrator tells what comes next, though the turn of the day has published already', async () => {
    expect((await database.owner`select cause from publication`).map(({ cause }) => cause as string)).toEqual([
      'day_turn',
    ]);
    expect(await homeOf('root')).toMatchObject({ isAdministrator: true, fiscalYear: 2570 });
    expect(await open()).toEqual(['agreements', 'feeds', 'duties', 'readings']);
  });

  test('of others says that there is nothing yet, without the steps; a data officer has work at once', async () => {
    expect(await homeOf('dg')).toMatchObject({ isAdministrator: false, steps: [] });
    expect(await homeOf('officer')).toEqual({ landing: '/feeds' });
  });

  test('marks each step that is taken, and is the list of people when all are', async () => {
    await database.etl.begin((tx) =>
      setFeed(tx, {
        ...{
          code: 'reading-03003',
          unitCode: '03003',
          dataset: 'reading',
          mapping: 'contract-reading',
          nameTh: 'ก',
          nameEn: 'A',
        },
        ...{ frequency: 'month', maxRejectedShare: 0.5, isActive: true },
      }),
    );
    expect(await open()).toEqual(['agreements', 'duties', 'readings']);
    const duty = { unitCode: '03003', indicatorCode: 'FN-01', feedCode: 'reading-03003', fromFiscalYear: 2570 };
    await upsertDuties(database.etl, [duty]);
    await load(folder.write('r.csv', `${READING_HEAD}FN-01,03003,2569-10,10,,,,\n`), { feedCode: 'reading-03003' });
    expect(await open()).toEqual(['agreements']);
    const head =
      'agreement_code,agreement_type,fiscal_year,unit_code,maker_position,recipient_position,kpi_no,indicator_code,perspective,kpi_type,weight_12,t1,t2,t3,t4,t5,plan_12';
    const kpi = 'PA-1,PM_MIN,2570,03000,minister-03000,pm,1,SV-01,QUA,higher,100,60,65,70,75,80,80';
    await load(folder.write('a.csv', `${head}\n${kpi}\n`), { mapping: 'agreement' });
    expect(await open()).toBe('/people');
  });

  test('after the first load is the role’s own', async () => {
    expect(await homeOf('dg')).toEqual({ landing: '/tactical' });
  });
});

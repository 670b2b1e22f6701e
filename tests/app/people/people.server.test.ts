import { beforeAll, describe, expect, test } from 'vitest';
import { getPeopleView, toPeopleParameters } from '#app/people/people.server.ts';
import { valueOf } from '#app/components/panel-data.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { disablePerson, grantAide, upsertPerson } from '#db/writes/people.ts';
import { audit } from '#db/writes/audit.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession, testNow, thrownBy } from '#tests/setup/visitor.ts';

const database = useDatabase();
const tokens: Record<string, string> = {};

beforeAll(async () => {
  const { owner } = database;
  const ids: Record<string, number> = {};
  for (const [login, position, acting] of [
    ['root', 'admin'],
    ['minister', 'minister-03000'],
    ['away', 'officer-03003'],
    ['stands-in', 'officer-03003', 'for_absent'],
    ['gone', 'dg-03003'],
  ] as const)
    ids[login] = await addHolder(database, login, position, { passwordHash: 'none', ...(acting ? { acting } : {}) });
  const aide = await upsertPerson(owner, { login: 'helper', nameTh: 'ผู้ช่วย', nameEn: 'Helper', passwordHash: 'none' });
  await grantAide(owner, {
    aidePersonId: aide,
    positionCode: 'minister-03000',
    fromOn: '2026-10-01',
    toOn: '2027-09-30',
  });
  await owner`update access.appointment set to_on = '2026-11-19' where person_id = ${ids.gone!}`;
  await owner.begin((tx) => disablePerson(tx, 'away', new Date(testNow)));
  for (const [at, outcome] of [
    ['2026-11-19T03:00:00Z', 'done'],
    ['2026-11-20T01:00:00Z', 'refused'],
  ] as const)
    await audit(owner, { at: new Date(at), act: 'sign_in', outcome, personId: ids.minister!, subject: 'minister' });
  for (const login of ['root', 'minister'] as const) tokens[login] = await startTestSession(database, ids[login]!);
});

const peopleOf = (login: string, query = '') =>
  withViewer(get('/people', tokens[login]), makeContext(database), (tx, viewer) =>
    getPeopleView(tx, viewer, toPeopleParameters(new URL(`http://x/people${query}`))),
  );
const foundBy = async (login: string, query = '') => valueOf((await peopleOf(login, query)).found)!;

describe('the list of people', () => {
  test('tells an administrator who holds what from when to when, acting holders and aides after the holder', async () => {
    const { rows, count } = await foundBy('root');
    expect(count).toBe(5);
    expect(
      rows.map(({ positionCode, login, capacity, toOn, isDisabled }) => [
        positionCode,
        login,
        capacity,
        toOn,
        isDisabled,
      ]),
    ).toEqual([
      ['admin', 'root', 'holder', null, false],
      ['minister-03000', 'minister', 'holder', null, false],
      ['minister-03000', 'helper', 'aide', '2027-09-30', false],
      ['officer-03003', 'away', 'holder', null, true],
      ['officer-03003', 'stands-in', 'for_absent', null, false],
    ]);
  });

  test('tells the last sign-in that succeeded', async () => {
    const { rows } = await foundBy('root', '?q=minister');
    expect(rows.find(({ login }) => login === 'minister')).toMatchObject({
      lastSignIn: '2026-11-19T03:00:00Z',
      fromOn: '2026-10-01',
    });
    expect(rows.find(({ login }) => login === 'helper')!.lastSignIn).toBeNull();
  });

  test.each([
    ['?q=ธนารักษ์', ['away', 'stands-in']],
    ['?q=HELPER', ['helper']],
    ['?q=officer-03003', ['away', 'stands-in']],
    ['?q=%25', []],
    ['?page=7', []],
    ['?page=x', ['root', 'minister', 'helper', 'away', 'stands-in']],
  ])('%s finds %j', async (query, logins) => {
    expect((await foundBy('root', query)).rows.map(({ login }) => login)).toEqual(logins);
  });

  test('is for nobody else, on the page and in the database', async () => {
    expect((await thrownBy(peopleOf('minister'))).status).toBe(403);
    const rows = await withViewer(
      get('/', tokens.minister),
      makeContext(database),
      (tx) => tx`select * from access.office_holders('2026-11-20', null, 10, 0)`,
    );
    expect(rows).toHaveLength(0);
    expect(await database.web`select * from access.office_holders('2026-11-20', null, 10, 0)`).toHaveLength(0);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { getHome } from '#app/access/home.server.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession, testNow } from '#tests/setup/visitor.ts';

const database = useDatabase();
let dg: number;
let token: string;

beforeAll(async () => {
  dg = await addHolder(database, 'dg', 'dg-03003', { passwordHash: 'none' });
  token = await startTestSession(database, dg);
});

describe('the first page', () => {
  test('before any publication tells the administrator what comes next', async () => {
    const admin = await addHolder(database, 'root', 'admin');
    const home = await withViewer(get('/', await startTestSession(database, admin)), makeContext(database), getHome);
    expect(home).toMatchObject({
      isAdministrator: true,
      steps: [{ code: 'people', isDone: true }, { code: 'indicators' }, { code: 'readings' }],
    });
  });

  test('after one is the role’s own', async () => {
    await database.owner`insert into publication (id, cause, published_at, as_of_on) values (1, 'load', ${testNow}, '2026-11-20')`;
    expect(await withViewer(get('/', token), makeContext(database), getHome)).toEqual({ landing: '/tactical' });
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { getSignInNames } from '#app/start/prepare.ts';
import type { DatabaseUrls } from '#db/roles.ts';
import { openWay, type Way } from '#tests/setup/cut-off.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder } from '#tests/setup/visitor.ts';

const database = useDatabase();
let way: Way;

beforeAll(async () => {
  way = await openWay(database.urls.owner);
});
afterAll(() => way.close());

test('a database that is killed while the suite gets ready is waited for', async () => {
  await addHolder(database, 'officer-03003', 'dg-03003', { passwordHash: 'none' });
  const urls: DatabaseUrls = { ...database.urls, owner: way.through(database.urls.owner) };
  way.cut('reset');
  const refused = way.refused();
  const names = getSignInNames(urls);
  await refused;
  way.mend();
  expect(await names).toEqual(['officer-03003']);
});

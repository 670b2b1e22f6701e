import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnv } from '#app/env.server.ts';
import { getSignInNames, prepareDatabase } from '#app/start/prepare.ts';
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

test('a server that never answered is not waited for', async () => {
  const nobody = Object.assign(new URL(database.urls.owner), { port: '9' }).href;
  const env = readEnv({ DEMO: '1' } as unknown as NodeJS.ProcessEnv);
  const told = prepareDatabase(env, { ...database.urls, owner: nobody }).catch((error: { code: string }) => error.code);
  // A step that waits for the server does so for a minute.
  expect(await Promise.race([told, wait(30_000, 'still waiting')])).toBe('ECONNREFUSED');
});

import { beforeAll, describe, expect, test } from 'vitest';
import { withViewer } from '#app/access/viewer.server.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession, thrownBy } from '#tests/setup/visitor.ts';

const database = useDatabase();
let dg: number;
let token: string;

beforeAll(async () => {
  dg = await addHolder(database, 'dg', 'dg-03003', { passwordHash: 'none' });
  token = await startTestSession(database, dg);
});

const whoAmI = (request: Request, context = makeContext(database)) =>
  withViewer(request, context, (_tx, viewer) => Promise.resolve(viewer));

describe('tokens for programs', () => {
  const bearer = (path: string, value: string) => get(path, undefined, { Authorization: `Bearer ${value}` });

  test('open the API and nothing else, and never become a browser’s session', async () => {
    const program = await startTestSession(database, dg, 'token');
    expect((await whoAmI(bearer('/api/v1/strategic', program))).sessionKind).toBe('token');
    expect((await thrownBy(whoAmI(bearer('/strategic', program)))).status).toBe(302);
    expect((await thrownBy(whoAmI(get('/strategic', program)))).status).toBe(302);
    expect((await thrownBy(whoAmI(bearer('/api/v1/strategic', token)))).status).toBe(401);
  });

  test('a wrong token is not helped by a good cookie', async () => {
    const request = get('/api/v1/strategic', token, { Authorization: `Bearer ${'x'.repeat(43)}` });
    expect((await thrownBy(whoAmI(request))).status).toBe(401);
  });
});

import { describe, expect, test } from 'vitest';
import { get, startTestSession, thrownBy, useHolder } from '#tests/setup/visitor.ts';

const dg = useHolder('dg', 'dg-03003');
const { database, whoAmI } = dg;

describe('tokens for programs', () => {
  const bearer = (path: string, value: string) => get(path, undefined, { Authorization: `Bearer ${value}` });

  test('open the API and nothing else, and never become a browser’s session', async () => {
    const program = await startTestSession(database, dg.personId, 'token');
    expect((await whoAmI(bearer('/api/v1/strategic', program))).sessionKind).toBe('token');
    expect((await thrownBy(whoAmI(bearer('/strategic', program)))).status).toBe(302);
    expect((await thrownBy(whoAmI(get('/strategic', program)))).status).toBe(302);
    expect((await thrownBy(whoAmI(bearer('/api/v1/strategic', dg.token)))).status).toBe(401);
  });

  test('a wrong token is not helped by a good cookie', async () => {
    const request = get('/api/v1/strategic', dg.token, { Authorization: `Bearer ${'x'.repeat(43)}` });
    expect((await thrownBy(whoAmI(request))).status).toBe(401);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { withViewer } from '#app/access/viewer.server.ts';
import { asViewer, requireWrite } from '#app/access/write.server.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, post, startTestSession, thrownBy } from '#tests/setup/visitor.ts';

const database = useDatabase();
let dg: number;
let token: string;

beforeAll(async () => {
  dg = await addHolder(database, 'dg', 'dg-03003', { passwordHash: 'none' });
  token = await startTestSession(database, dg);
});

const whoAmI = (request: Request, context = makeContext(database)) =>
  withViewer(request, context, (_tx, viewer) => Promise.resolve(viewer));

describe('writes', () => {
  test.each([
    ['without a token', () => ''],
    [
      'with another session’s token',
      async () => (await whoAmI(get('/', await startTestSession(database, dg)))).csrfToken,
    ],
  ])('a form %s is refused and written down', async (_name, csrf) => {
    const request = post('/sign-out', { csrf: await csrf() }, token);
    expect((await thrownBy(requireWrite(request, makeContext(database)))).status).toBe(403);
    const [row] =
      await database.owner`select count(*)::int as count from access.audit_log where act = 'write' and outcome = 'refused' and person_id = ${dg}`;
    expect(row!.count).toBeGreaterThan(0);
  });

  test('the token of the page opens the way, in a field or a header', async () => {
    const { csrfToken } = await whoAmI(get('/', token));
    expect(
      (await requireWrite(post('/feeds', { csrf: csrfToken, act: 'accept' }, token), makeContext(database))).form.get(
        'act',
      ),
    ).toBe('accept');
    const upload = new Request('http://127.0.0.1/uploads', {
      method: 'POST',
      body: 'bytes',
      headers: { Cookie: `session=${token}`, 'X-CSRF-Token': csrfToken },
    });
    expect((await requireWrite(upload, makeContext(database))).viewer.login).toBe('dg');
    expect(await upload.text()).toBe('bytes');
  });

  test('a bearer token writes nothing', async () => {
    const program = await startTestSession(database, dg, 'token');
    const request = new Request('http://127.0.0.1/api/v1/x', {
      method: 'POST',
      headers: { Authorization: `Bearer ${program}` },
    });
    expect((await thrownBy(requireWrite(request, makeContext(database)))).status).toBe(401);
  });

  test('an action writes as the viewer, within the rules of the database', async () => {
    const act = asViewer(
      post('/runs/1', {}, token),
      makeContext(database),
      async (tx) => (await tx`select access.request_act(1, 'accept', null, now()) as answer`)[0]!.answer,
    );
    expect(await act).toEqual({ refusal: 'run_not_found' });
    expect(
      (await database.owner`select outcome from access.audit_log where act = 'accept' and person_id = ${dg}`)[0],
    ).toEqual({ outcome: 'refused' });
  });
});

import { describe, expect, test } from 'vitest';
import { asViewer, requireWrite } from '#app/access/write.server.ts';
import { get, makeContext, post, startTestSession, thrownBy, useHolder } from '#tests/setup/visitor.ts';

const dg = useHolder('dg', 'dg-03003');
const { database, whoAmI } = dg;

describe('writes', () => {
  test.each([
    ['without a token', () => ''],
    [
      'with another session’s token',
      async () => (await whoAmI(get('/', await startTestSession(database, dg.personId)))).csrfToken,
    ],
  ])('a form %s is refused and written down', async (_name, csrf) => {
    const refusals = () =>
      database.owner`select id from access.audit_log where act = 'write' and outcome = 'refused' and person_id = ${dg.personId}`;
    const before = await refusals();
    const request = post('/sign-out', { csrf: await csrf() }, dg.token);
    expect((await thrownBy(requireWrite(request, makeContext(database)))).status).toBe(403);
    expect(await refusals()).toHaveLength(before.length + 1);
  });

  test('the token of the page opens the way, in a field or a header', async () => {
    const { csrfToken } = await whoAmI(get('/', dg.token));
    expect(
      (
        await requireWrite(post('/feeds', { csrf: csrfToken, act: 'accept' }, dg.token), makeContext(database))
      ).form.get('act'),
    ).toBe('accept');
    const upload = new Request('http://127.0.0.1/uploads', {
      method: 'POST',
      body: 'bytes',
      headers: { Cookie: `session=${dg.token}`, 'X-CSRF-Token': csrfToken },
    });
    expect((await requireWrite(upload, makeContext(database))).viewer.login).toBe('dg');
    expect(await upload.text()).toBe('bytes');
  });

  test('a bearer token writes nothing', async () => {
    const program = await startTestSession(database, dg.personId, 'token');
    const request = new Request('http://127.0.0.1/api/v1/x', {
      method: 'POST',
      headers: { Authorization: `Bearer ${program}` },
    });
    expect((await thrownBy(requireWrite(request, makeContext(database)))).status).toBe(401);
  });

  test('an action writes as the viewer, within the rules of the database', async () => {
    const act = asViewer(
      post('/runs/1', {}, dg.token),
      makeContext(database),
      async (tx) => (await tx`select access.request_act(1, 'accept', null, now()) as answer`)[0]!.answer,
    );
    expect(await act).toEqual({ refusal: 'run_not_found' });
    expect(
      (
        await database.owner`select outcome from access.audit_log where act = 'accept' and person_id = ${dg.personId}`
      )[0],
    ).toEqual({ outcome: 'refused' });
  });
});

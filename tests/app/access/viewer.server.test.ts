import { beforeAll, describe, expect, inject, test } from 'vitest';
import { getHome } from '#app/access/home.server.ts';
import { getPositionView, signOut, switchPosition } from '#app/access/position.server.ts';
import { panel, withViewer, withViewerIfAny } from '#app/access/viewer.server.ts';
import { asViewer, requireWrite } from '#app/access/write.server.ts';
import { fixedClock } from '#db/clock.ts';
import { connect } from '#db/connect.ts';
import { appoint } from '#db/writes/people.ts';
import { useDatabase } from '#tests/setup/database.ts';
import {
  addHolder,
  get,
  makeContext,
  post,
  startTestSession,
  testNow,
  thrownBy,
  tokenIn,
} from '#tests/setup/visitor.ts';

const database = useDatabase();
let dg: number;
let token: string;

beforeAll(async () => {
  dg = await addHolder(database, 'dg', 'dg-03003', { passwordHash: 'none' });
  token = await startTestSession(database, dg);
});

const minutesLater = (minutes: number) => fixedClock(new Date(Date.parse(testNow) + minutes * 60_000));
const whoAmI = (request: Request, context = makeContext(database)) =>
  withViewer(request, context, (_tx, viewer) => Promise.resolve(viewer));

describe('who looks', () => {
  test('is described by person, office and unit', async () => {
    const viewer = await whoAmI(get('/strategic', token));
    expect(viewer).toMatchObject({
      login: 'dg',
      role: 'dg',
      actsAs: 'dg',
      isAide: false,
      positionCode: 'dg-03003',
      clearance: 'internal',
      titleTh: 'อธิบดีกรมธนารักษ์',
      bit: 2,
      publication: null,
    });
    expect(viewer.unit).toMatchObject({ code: '03003', level: 'DOC' });
  });

  test.each([
    ['no session', get('/strategic?fy=2569')],
    ['an unknown token', get('/strategic?fy=2569', 'x'.repeat(43))],
    ['a password hash for a token', get('/strategic?fy=2569', 'none')],
  ])('%s leads a page to the sign-in and back', async (_name, request) => {
    const answer = await thrownBy(whoAmI(request));
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      302,
      '/sign-in?returnTo=%2Fstrategic%3Ffy%3D2569',
    ]);
  });

  test('a program gets 401 and no cookie', async () => {
    const answer = await thrownBy(whoAmI(get('/api/v1/strategic')));
    expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([401, null]);
  });

  test('a page that may stand alone is told that nobody is there', async () => {
    expect(await withViewerIfAny(get('/sign-in'), makeContext(database), () => Promise.resolve('somebody'))).toBeNull();
  });
});

describe('sessions', () => {
  test('end after 30 minutes of silence, and reading keeps them going', async () => {
    const mine = await startTestSession(database, dg);
    await whoAmI(get('/strategic', mine), makeContext(database, { clock: minutesLater(29) }));
    await whoAmI(get('/strategic', mine), makeContext(database, { clock: minutesLater(58) }));
    expect(
      (await thrownBy(whoAmI(get('/strategic', mine), makeContext(database, { clock: minutesLater(88) })))).status,
    ).toBe(302);
  });

  test('are not kept going by streams and background reads', async () => {
    const mine = await startTestSession(database, dg);
    await whoAmI(get('/api/v1/strategic', mine), makeContext(database, { clock: minutesLater(29) }));
    expect(
      (await thrownBy(whoAmI(get('/strategic', mine), makeContext(database, { clock: minutesLater(31) })))).status,
    ).toBe(302);
  });

  test('end after 12 hours however busy', async () => {
    const mine = await startTestSession(database, dg);
    for (let minutes = 25; minutes < 720; minutes += 25)
      await whoAmI(get('/', mine), makeContext(database, { clock: minutesLater(minutes) }));
    expect((await thrownBy(whoAmI(get('/', mine), makeContext(database, { clock: minutesLater(720) })))).status).toBe(
      302,
    );
  });

  test('are written down at most once a minute', async () => {
    const mine = await startTestSession(database, dg);
    const seen = async () =>
      (
        await database.owner`select last_seen_at as at from access.session where token_hash = access.token_hash(${mine})`
      )[0]!.at as string;
    await whoAmI(get('/', mine), makeContext(database, { clock: fixedClock('2026-11-20T02:00:59Z') }));
    expect(await seen()).toBe('2026-11-20T02:00:00Z');
    await whoAmI(get('/', mine), makeContext(database, { clock: fixedClock('2026-11-20T02:01:00Z') }));
    expect(await seen()).toBe('2026-11-20T02:01:00Z');
  });

  test('end with the appointment and with the person', async () => {
    const other = await addHolder(database, 'other', 'dg-03005');
    const mine = await startTestSession(database, other);
    await database.owner`update access.appointment set to_on = '2026-11-19' where person_id = ${other}`;
    expect((await thrownBy(whoAmI(get('/', mine)))).status).toBe(302);
    await database.owner`update access.appointment set to_on = null where person_id = ${other}`;
    await database.owner`update access.person set disabled_at = now() where id = ${other}`;
    expect((await thrownBy(whoAmI(get('/', mine)))).status).toBe(302);
  });

  test('of a demonstration’s person are worth nothing outside of one', async () => {
    const shown = await addHolder(database, 'shown', 'dg-03006', { isDemonstration: true });
    const mine = await startTestSession(database, shown);
    expect((await whoAmI(get('/', mine))).login).toBe('shown');
    expect((await thrownBy(whoAmI(get('/', mine), makeContext(database, { demo: false })))).status).toBe(302);
  });

  test('signing out ends them at once', async () => {
    const mine = await startTestSession(database, dg);
    const { csrfToken } = await whoAmI(get('/', mine));
    const answer = await signOut(post('/sign-out', { csrf: csrfToken }, mine), makeContext(database));
    expect(answer.headers.get('Set-Cookie')).toContain('Max-Age=0');
    expect((await thrownBy(whoAmI(get('/', mine)))).status).toBe(302);
  });
});

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

describe('replicas', () => {
  const withReplica = async (url: string) => {
    const replica = connect(url, { max: 1, name: 'replica' });
    const context = Object.assign(makeContext(database), { replicas: [replica] });
    const served = await withViewer(
      get('/', token),
      context,
      async (tx) => (await tx`select current_setting('application_name') as name`)[0]!.name as string,
    ).finally(() => replica.end({ timeout: 1 }));
    return served;
  };
  test('one that does not know the session yet is passed over for the primary', async () => {
    expect(await withReplica(inject('testServer').template.web)).toBe('suite');
  });

  test('one that cannot be reached is passed over for the primary', async () => {
    const gone = Object.assign(new URL(database.urls.web), { port: '1' });
    expect(await withReplica(gone.href)).toBe('suite');
  });

  test('one that is as far as the primary serves', async () => {
    expect(await withReplica(database.urls.web)).toBe('replica');
  });
});

describe('one request, one moment', () => {
  test('loaders of one request share a transaction, and a failing one leaves the others standing', async () => {
    const context = makeContext(database);
    const transaction = () =>
      withViewer(
        get('/', token),
        context,
        async (tx) =>
          (await tx`select pg_current_snapshot()::text as snapshot, pg_backend_pid() as pid, now()::text as at`)[0],
      );
    const broken = withViewer(get('/', token), context, (tx) => tx`select 1/0`);
    const [first, , second] = await Promise.allSettled([transaction(), broken, transaction()]);
    expect(first).toEqual(second);
    expect(first.status).toBe('fulfilled');
    await expect(broken).rejects.toThrow('division by zero');
  });

  test('reading inside of reading is refused rather than waited for', async () => {
    const context = makeContext(database);
    const nested = withViewer(get('/', token), context, () =>
      withViewer(get('/', token), context, () => Promise.resolve(1)),
    );
    await expect(nested).rejects.toThrow('would wait for itself');
  });

  test('it cannot write', async () => {
    await expect(
      withViewer(
        get('/', token),
        makeContext(database),
        (tx) => tx`insert into upload_chunk values (gen_random_uuid(), 1, '')`,
      ),
    ).rejects.toThrow('read-only');
  });

  test('nothing of the viewer stays on the connection', async () => {
    await whoAmI(get('/', token));
    const rows = await Promise.all(
      Array.from({ length: 6 }, () => database.web`select count(*)::int as count from org_unit`),
    );
    expect(rows.map(([row]) => row!.count)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('a panel that fails says so, is logged, and the next one reads on', async () => {
    const context = makeContext(database);
    const [bad, good] = await withViewer(get('/', token), context, async (tx) => [
      await panel(tx, 'bad', (inner) => inner`select 1/0`),
      await panel(tx, 'good', async (inner) => (await inner`select 1 as one`)[0]),
    ]);
    expect(bad).toEqual({ ok: false, error: 'bad' });
    expect(good).toEqual({ ok: true, value: { one: 1 } });
    expect(context.errors).toHaveLength(1);
  });

  test('a refused page is written to the audit log', async () => {
    await thrownBy(
      withViewer(get('/agreements/secret-one', token), makeContext(database), () =>
        Promise.reject(new Response(null, { status: 404 })),
      ),
    );
    await expect
      .poll(
        async () =>
          (
            await database.owner`select person_id as person, detail from access.audit_log where subject = '/agreements/secret-one'`
          )[0],
      )
      .toEqual({ person: dg, detail: { reason: 'hidden' } });
  });
});

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

describe('several offices', () => {
  test('are listed with their capacity, and another one is gone on with under a new session that ends no later', async () => {
    const person = await addHolder(database, 'several', 'cio-03003');
    await appoint(database.owner, {
      personId: person,
      positionCode: 'dg-03004',
      fromOn: '2026-10-01',
      acting: 'in_vacancy',
    });
    const mine = await startTestSession(database, person);
    const context = () => makeContext(database, { clock: minutesLater(20) });
    const view = await withViewer(get('/position', mine), context(), (tx, viewer) =>
      getPositionView(tx, viewer, 'http://x/position?returnTo=/tactical'),
    );
    expect(view.choices.map(({ position, acting, isCurrent }) => [position, acting, isCurrent])).toEqual([
      ['ผู้บริหารเทคโนโลยีสารสนเทศระดับสูงประจำกรมธนารักษ์', null, true],
      ['อธิบดีกรมบัญชีกลาง', 'in_vacancy', false],
    ]);
    const { csrfToken } = await whoAmI(get('/', mine), context());
    const answer = await switchPosition(
      post('/position', { csrf: csrfToken, holding: view.choices[1]!.value, returnTo: view.returnTo }, mine),
      context(),
    );
    expect(answer.headers.get('Location')).toBe('/tactical');
    expect(answer.headers.get('Set-Cookie')).toContain(`Max-Age=${(12 * 60 - 20) * 60}`);
    expect(await whoAmI(get('/', tokenIn(answer)), context())).toMatchObject({
      role: 'dg',
      acting: 'in_vacancy',
      unit: { code: '03004' },
    });
    expect((await thrownBy(whoAmI(get('/', mine), context()))).status).toBe(302);
  });

  test('an office of somebody else is refused', async () => {
    const mine = await startTestSession(database, dg);
    const { csrfToken } = await whoAmI(get('/', mine));
    const [pm] = await database.owner`select id from position where code = 'pm'`;
    const request = post('/position', { csrf: csrfToken, holding: `${pm!.id}:` }, mine);
    expect((await thrownBy(switchPosition(request, makeContext(database)))).status).toBe(403);
  });
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

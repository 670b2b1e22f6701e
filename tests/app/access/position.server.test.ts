import { beforeAll, describe, expect, test } from 'vitest';
import { actOnPosition, getPositionView, signOut } from '#app/access/position.server.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { appointAide } from '#db/writes/aides.ts';
import { appoint, upsertPerson } from '#db/writes/people.ts';
import { whileUnwritten } from '#tests/setup/unwritten.ts';
import {
  addHolder,
  get,
  makeContext,
  minutesLater,
  post,
  startTestSession,
  thrownBy,
  tokenIn,
  useHolder,
} from '#tests/setup/visitor.ts';

const dg = useHolder('dg', 'dg-03003');
const { database, whoAmI } = dg;

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
    const answer = await actOnPosition(
      post('/position', { csrf: csrfToken, holding: view.choices[1]!.value, returnTo: view.returnTo }, mine),
      context(),
    );
    if (!(answer instanceof Response)) throw new Error(answer.refusal);
    expect(answer.headers.get('Location')).toBe('/tactical');
    expect(answer.headers.get('Set-Cookie')).toContain(`Max-Age=${(12 * 60 - 20) * 60}`);
    expect(await whoAmI(get('/', tokenIn(answer)), context())).toMatchObject({
      role: 'dg',
      acting: 'in_vacancy',
      unit: { code: '03004' },
    });
    expect((await thrownBy(whoAmI(get('/', mine), context()))).status).toBe(302);
  });

  test.each([
    ['switch_position', actOnPosition],
    ['sign_out', signOut],
  ] as const)('what cannot be written down is not done: %s', async (act, send) => {
    const mine = await startTestSession(database, dg.personId);
    const { csrfToken } = await whoAmI(get('/', mine));
    const [own] = await database.owner`select id from position where code = 'dg-03003'`;
    const count = () => database.owner`select count(*) from access.session`;
    const before = await count();
    const request = post('/position', { csrf: csrfToken, holding: `${own!.id}:` }, mine);
    await expect(whileUnwritten(database, act, () => send(request, makeContext(database)))).rejects.toThrow(
      'unwritten',
    );
    expect(await count()).toEqual(before);
    expect(await whoAmI(get('/', mine))).toMatchObject({ role: 'dg' });
  });

  test('an office of somebody else is refused', async () => {
    const mine = await startTestSession(database, dg.personId);
    const { csrfToken } = await whoAmI(get('/', mine));
    const [pm] = await database.owner`select id from position where code = 'pm'`;
    const request = post('/position', { csrf: csrfToken, holding: `${pm!.id}:` }, mine);
    expect((await thrownBy(actOnPosition(request, makeContext(database)))).status).toBe(403);
  });
});

describe('aides of an office', () => {
  let minister: string;
  let aide: number;
  beforeAll(async () => {
    minister = await startTestSession(database, await addHolder(database, 'minister', 'minister-03000'));
    aide = await upsertPerson(database.owner, { login: 'helper', titleTh: 'นาย', nameTh: 'ผู้ช่วย หนึ่ง', nameEn: 'One' });
  });
  const viewOf = (token: string, context = makeContext(database)) =>
    withViewer(get('/position', token), context, (tx, viewer) => getPositionView(tx, viewer, 'http://x/position'));
  const act = async (token: string, fields: Record<string, string>, context = makeContext(database)) => {
    const { csrfToken } = await whoAmI(get('/', token), context);
    return actOnPosition(post('/position', { csrf: csrfToken, ...fields }, token), context);
  };
  const appointHelper = (more: Record<string, string> = {}, token = minister) =>
    act(token, { act: 'appoint_aide', login: ' Helper ', from: '20 พ.ย. 2569', to: '30/9/2570', ...more });

  test.each([
    ['an unknown person', { login: 'nobody' }, 'aide_unknown'],
    ['oneself', { login: 'minister' }, 'aide_is_oneself'],
    ['days that end before they begin', { to: '19 พ.ย. 2569' }, 'aide_days_wrong'],
    ['days that are none', { from: 'soon' }, 'aide_days_wrong'],
    ['more than a year', { to: '1 ธ.ค. 2570' }, 'aide_days_too_many'],
  ])('%s is refused, and what was typed stays', async (_what, given, refusal) => {
    expect(await appointHelper(given)).toMatchObject({ refusal, ...('to' in given ? given : {}) });
    expect((await viewOf(minister)).aides).toEqual({ ok: true, value: [] });
  });

  test('a minister appoints one, who reads on the minister’s behalf and appoints nobody', async () => {
    expect(await appointHelper()).toBeInstanceOf(Response);
    expect((await viewOf(minister)).aides).toMatchObject({
      ok: true,
      value: [{ name: 'นายผู้ช่วย หนึ่ง', fromOn: '2026-11-20', toOn: '2027-09-30' }],
    });
    expect(await appointHelper()).toMatchObject({ refusal: 'aide_already' });
    const theirs = await startTestSession(database, aide);
    expect(await whoAmI(get('/', theirs))).toMatchObject({ isAide: true, role: 'minister', actsAs: 'aide' });
    expect((await viewOf(theirs)).aides).toBeNull();
    expect(await appointHelper({ login: 'dg' }, theirs)).toMatchObject({ refusal: 'not_a_principal' });
  });

  const firstAide = async () => {
    const { aides } = await viewOf(minister);
    return aides?.ok ? aides.value[0]!.id : 0;
  };

  test('an office that is no principal’s has no aides, on the page and in the database', async () => {
    const mine = await startTestSession(database, dg.personId);
    expect((await viewOf(mine)).aides).toBeNull();
    expect(await appointHelper({}, mine)).toMatchObject({ refusal: 'not_a_principal' });
  });

  test('the minister ends the days, and the aide’s session with them; nobody ends another’s', async () => {
    const theirs = await startTestSession(database, aide);
    const id = await firstAide();
    const ps = await startTestSession(database, await addHolder(database, 'ps', 'ps-03000'));
    expect((await thrownBy(act(ps, { act: 'end_aide', aide: String(id) }))).status).toBe(404);
    expect(await whoAmI(get('/', theirs))).toMatchObject({ isAide: true });
    await act(minister, { act: 'end_aide', aide: String(id) });
    expect((await viewOf(minister)).aides).toEqual({ ok: true, value: [] });
    expect((await thrownBy(whoAmI(get('/', theirs)))).status).toBe(302);
  });

  test.each(['', 'one', '99999999999'])('an aide who cannot be, “%s”, is a form that is none of ours', async (id) => {
    expect((await thrownBy(act(minister, { act: 'end_aide', aide: id }))).status).toBe(400);
  });

  test('days that have begun end with yesterday and stay in the books', async () => {
    await appointHelper();
    const id = await firstAide();
    await database.owner`update access.aide_grant set from_on = '2026-11-01' where id = ${id}`;
    await act(minister, { act: 'end_aide', aide: String(id) });
    const [grant] = await database.owner`select to_on::text as to from access.aide_grant where id = ${id}`;
    expect(grant).toEqual({ to: '2026-11-19' });
    const acts = await database.owner<{ act: string; outcome: string; n: number }[]>`
      select act, outcome, count(*)::int as n from access.audit_log where act in ('appoint_aide', 'end_aide') group by 1, 2 order by 1, 2`;
    expect(acts.map(({ act: name, outcome, n }) => [name, outcome, n])).toEqual([
      ['appoint_aide', 'done', 2],
      ['appoint_aide', 'refused', 8],
      ['end_aide', 'done', 2],
    ]);
  });

  test('of two forms that are sent at once one appoints, and the other hears that it is done', async () => {
    let commit = () => {};
    const held = new Promise<void>((resolve) => (commit = resolve));
    const appointIn = (until: Promise<void>) =>
      database.web.begin(async (tx) => {
        const at = makeContext(database).clock.now();
        await tx`select access.enter(${minister}, ${at})`;
        const refusal = await appointAide(tx, { login: 'helper', fromOn: '2027-03-01', toOn: '2027-09-30', at });
        setTimeout(commit, 200);
        await until;
        return refusal;
      });
    const answers = await Promise.all([appointIn(held), appointIn(held)]);
    expect(answers.sort()).toEqual(['aide_already', null]);
  });
});

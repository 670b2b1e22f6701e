import { beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '#app/access/sign-in.server.ts';
import { fixedClock } from '#db/clock.ts';
import { hashPassword } from '#db/writes/password.ts';
import { appoint, grantAide } from '#db/writes/people.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { whileUnwritten } from '#tests/setup/unwritten.ts';
import { addHolder, makeContext, post, testNow, tokenIn } from '#tests/setup/visitor.ts';

const database = useDatabase();
const password = 'a long enough password';
const people: Record<string, number> = {};

beforeAll(async () => {
  const passwordHash = await hashPassword(password);
  people.dg = await addHolder(database, 'dg', 'dg-03003', { passwordHash });
  people.two = await addHolder(database, 'two', 'cio-03003', { passwordHash });
  await appoint(database.owner, {
    personId: people.two,
    positionCode: 'dg-03004',
    fromOn: '2026-10-01',
    acting: 'in_vacancy',
  });
  people.aide = await addHolder(database, 'aide', 'officer-03003', { passwordHash });
  await grantAide(database.owner, {
    aidePersonId: people.aide,
    positionCode: 'minister-03000',
    fromOn: '2026-10-01',
    toOn: '2027-09-30',
  });
  people.shown = await addHolder(database, 'shown', 'dg-03005', { passwordHash, isDemonstration: true });
  people.gone = await addHolder(database, 'gone', 'dg-03006', { passwordHash });
  await database.owner`update access.person set disabled_at = ${testNow} where login = 'gone'`;
  people.late = await addHolder(database, 'late', 'dg-03007', { passwordHash });
  await database.owner`update access.appointment set to_on = '2026-11-19' where person_id = ${people.late}`;
});

const tryTo = (
  login: string,
  secret: string,
  more: { at?: string; demo?: boolean; publicUrl?: string; address?: string } = {},
) => {
  const context = makeContext(database, { ...more, ...(more.at ? { clock: fixedClock(more.at) } : {}) });
  return signIn(
    post('/sign-in', { login, password: secret }),
    Object.assign(context, { clientAddress: more.address ?? '10.0.0.1' }),
  );
};
const faultOf = async (response: Response) => ((await response.json()) as { fault: { code: string } }).fault.code;

describe('signing in', () => {
  test('the right password starts a session in a cookie that scripts cannot read and other sites do not send', async () => {
    const response = await tryTo('DG ', password);
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe('/');
    expect(response.headers.get('Set-Cookie')).toMatch(
      /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/,
    );
  });

  test('over https the cookie belongs to this host alone', async () => {
    const response = await tryTo('dg', password, { publicUrl: 'https://dashboard.example.go.th' });
    expect(response.headers.get('Set-Cookie')).toMatch(/^__Host-session=.*; Secure$/);
  });

  test('the token itself is stored nowhere', async () => {
    const token = tokenIn(await tryTo('dg', password));
    const rows = await database.owner`select 1 from access.session where token_hash = ${token}`;
    expect(token).not.toBe('');
    expect(rows).toHaveLength(0);
  });

  test('a wrong password and an unknown login get the same answer', async () => {
    const wrong = await tryTo('dg', 'not the password', { address: '10.0.1.1' });
    const unknown = await tryTo('nobody', password, { address: '10.0.1.2' });
    expect([wrong.status, await wrong.text(), wrong.headers.get('Set-Cookie')]).toEqual([
      unknown.status,
      await unknown.text(),
      null,
    ]);
    expect(wrong.status).toBe(401);
  });

  test.each([
    ['gone', 'wrong', 'a disabled person'],
    ['late', 'noPosition', 'someone whose appointment ended yesterday'],
  ])('%s is refused as %s: %s', async (login, code) => {
    const response = await tryTo(login, password, { address: '10.0.2.1' });
    expect(await faultOf(response)).toBe(code);
    expect(response.headers.get('Set-Cookie')).toBeNull();
  });

  test('a demonstration’s person signs in to a demonstration only', async () => {
    expect((await tryTo('shown', password)).status).toBe(302);
    expect(await faultOf(await tryTo('shown', password, { demo: false, address: '10.0.3.1' }))).toBe('wrong');
  });

  test.each([['two'], ['aide']])('%s may use several offices and is asked which', async (login) => {
    expect((await tryTo(login, password)).headers.get('Location')).toBe('/position?returnTo=%2F');
  });

  test('an address that leads away from the suite is not followed', async () => {
    const request = post('/sign-in', { login: 'dg', password, returnTo: '//elsewhere.example' });
    expect((await signIn(request, makeContext(database))).headers.get('Location')).toBe('/');
  });
});

describe('growing delay', () => {
  const at = (seconds: number) => new Date(Date.parse(testNow) + 86_400_000 + seconds * 1_000).toISOString();
  const wrong = (seconds: number, login: string, address: string) =>
    tryTo(login, 'wrong', { at: at(seconds), address });

  test('from the third failure on a login waits 1, 2, 4 … seconds, also for the right password', async () => {
    for (const second of [0, 0, 0]) await wrong(second, 'two', '10.1.0.1');
    const early = await tryTo('two', password, { at: at(0), address: '10.1.0.2' });
    expect([early.status, early.headers.get('Retry-After')]).toEqual([429, '1']);
    await wrong(1, 'two', '10.1.0.1');
    const second = await tryTo('two', password, { at: at(1), address: '10.1.0.2' });
    expect(second.headers.get('Retry-After')).toBe('2');
    expect((await tryTo('two', password, { at: at(3), address: '10.1.0.2' })).status).toBe(302);
  });

  test('a success forgets the failures of the login', async () => {
    await wrong(20, 'two', '10.1.0.3');
    expect((await tryTo('two', password, { at: at(20), address: '10.1.0.3' })).status).toBe(302);
  });

  test('an address that tries many names waits after ten', async () => {
    for (let index = 0; index < 10; index += 1) await wrong(100, `guess-${index}`, '10.1.0.9');
    expect((await tryTo('dg', password, { at: at(100), address: '10.1.0.9' })).status).toBe(429);
    expect((await tryTo('dg', password, { at: at(100), address: '10.1.0.10' })).status).toBe(302);
  });

  test('a hundred tries at once count one after another', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => wrong(200, 'aide', '10.1.1.1')));
    expect(answers.map(({ status }) => status).filter((status) => status === 401)).toHaveLength(3);
  });
});

test('a sign-in that cannot be written down starts no session, and a failed one does not count', async () => {
  const stored = () => database.owner`
    select (select count(*) from access.session) as sessions, (select jsonb_agg(to_jsonb(d) order by d.kind, d.key) from access.sign_in_delay d) as delays`;
  const before = await stored();
  for (const secret of [password, 'wrong'])
    await expect(
      whileUnwritten(database, 'sign_in', () => tryTo('two', secret, { address: '198.51.100.77' })),
    ).rejects.toThrow('unwritten');
  expect(await stored()).toEqual(before);
});

test('every sign-in, done or refused, stands in the audit log without the password', async () => {
  await tryTo('dg', password, { address: '10.9.0.1' });
  await tryTo('dg', 'Wr0ng-secret', { address: '10.9.0.1' });
  const rows = await database.owner<{ outcome: string; text: string }[]>`
    select outcome, l::text as text from access.audit_log l where address = '10.9.0.1' order by id`;
  expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
  expect(rows.map(({ text }) => text).join()).not.toMatch(/secret|password/);
});

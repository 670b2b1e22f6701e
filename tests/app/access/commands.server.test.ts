import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands } from '#app/access/commands.server.ts';
import { Mistake } from '#app/access/mistake.server.ts';
import { signIn } from '#app/access/sign-in.server.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { fixedClock } from '#db/clock.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { whileUnwritten } from '#tests/setup/unwritten.ts';
import { get, makeContext, post, testNow, tokenIn } from '#tests/setup/visitor.ts';

const database = useDatabase();
const password = 'a long enough password';
let said: string[] = [];

beforeEach(() => {
  vi.stubEnv('ACCESS_PASSWORD', password);
  said = [];
});
afterEach(() => vi.unstubAllEnvs());

const run = (name: string, options: Record<string, string> = {}) =>
  commands[name]!({
    sql: database.owner,
    clock: fixedClock(testNow),
    isDemonstration: false,
    say: (line) => void said.push(line),
    options,
  });
const signInAs = (login: string) =>
  signIn(post('/sign-in', { login, password }), makeContext(database, { demo: false }));

describe('npm run access', () => {
  test('init makes an administrator who can sign in, says nothing secret, and does it once', async () => {
    await run('init', { login: 'chief' });
    expect(said.join()).not.toContain(password);
    const token = tokenIn(await signInAs('chief'));
    expect(
      await withViewer(get('/', token), makeContext(database, { demo: false }), (_tx, viewer) =>
        Promise.resolve(viewer.role),
      ),
    ).toBe('admin');
    await expect(run('init', { login: 'second' })).rejects.toThrow('There is an administrator already: chief');
  });

  test('a short password is refused with its length', async () => {
    vi.stubEnv('ACCESS_PASSWORD', 'short');
    await expect(run('person', { login: 'new', 'name-th': 'ก', 'name-en': 'A', position: 'dg-03003' })).rejects.toThrow(
      '12 characters',
    );
  });

  test('person appoints, says who stands in the way, and takes aides with an end', async () => {
    await run('person', { login: 'somchai', 'name-th': 'สมชาย', 'name-en': 'Somchai', position: 'dg-03003' });
    expect((await signInAs('somchai')).status).toBe(302);
    const other = { login: 'other', 'name-th': 'อื่น', 'name-en': 'Other' };
    await expect(run('person', { ...other, position: 'dg-03003' })).rejects.toThrow('Somebody holds this office');
    await run('person', { ...other, position: 'dg-03003', acting: 'for_absent' });
    await expect(run('person', { login: 'other', position: 'ps-03000', aide: 'yes' })).rejects.toThrow('--to');
    await run('person', { login: 'other', position: 'ps-03000', aide: 'yes', to: '2027-09-30' });
    await expect(run('person', { ...other, login: 'third', position: 'dg-nowhere' })).rejects.toBeInstanceOf(Mistake);
  });

  test('days of an aide that are given already, or end before they begin, are refused with a sentence', async () => {
    const again = { login: 'other', position: 'ps-03000', aide: 'yes' };
    const days = () => database.owner`select from_on, to_on from access.aide_grant order by 1`;
    const before = await days();
    const overlapping = run('person', { ...again, from: '2027-09-30', to: '2027-12-31' });
    await expect(overlapping).rejects.toThrow('other is aide to ps-03000 on some of those days already');
    await expect(overlapping).rejects.toBeInstanceOf(Mistake);
    const inverted = run('person', { ...again, from: '2028-02-01', to: '2028-01-31' });
    await expect(inverted).rejects.toThrow('--to 2028-01-31 is before --from 2028-02-01');
    expect(await days()).toEqual(before);
    await run('person', { ...again, from: '2027-10-01', to: '2027-12-31' });
    await expect(run('person', { ...again, to: '2027-11-30' })).rejects.toThrow('on some of those days already');
    expect(await days()).toHaveLength(before.length + 1);
  });

  test('token prints a token that opens the API as the person', async () => {
    await run('token', { person: 'somchai' });
    const request = get('/api/v1/me', undefined, { Authorization: `Bearer ${said[0]!}` });
    expect(
      await withViewer(request, makeContext(database, { demo: false }), (_tx, viewer) => Promise.resolve(viewer.login)),
    ).toBe('somchai');
    await expect(run('token', { person: 'unknown' })).rejects.toThrow('Nobody');
  });

  test('positions tells the codes of a unit’s offices and who holds them', async () => {
    await run('positions', { unit: '03003' });
    expect(said).toContainEqual('dg-03003 · อธิบดีกรมธนารักษ์ · somchai · other for_absent');
    expect(said).toContainEqual('officer-03003 · เจ้าหน้าที่ข้อมูลกรมธนารักษ์');
    await expect(run('positions', { unit: '99999' })).rejects.toThrow('There is no unit 99999');
  });

  test('end lets an appointment end with a day, so that the office is free for the next', async () => {
    const next = { login: 'next', 'name-th': 'ถัดไป', 'name-en': 'Next', position: 'dg-03003' };
    await expect(run('person', next)).rejects.toThrow('npm run access -- end');
    await run('end', { login: 'somchai', position: 'dg-03003', to: '2026-11-20' });
    await run('person', { ...next, from: '2026-11-21' });
    await expect(run('end', { login: 'somchai', position: 'ps-03000' })).rejects.toThrow('does not hold ps-03000');
    await run('end', { login: 'other', position: 'ps-03000', aide: 'yes', to: '2026-12-31' });
    expect(said.at(-1)).toBe('other is aide to ps-03000 until 2026-12-31.');
  });

  test('disable ends what was open', async () => {
    const token = tokenIn(await signInAs('other'));
    await run('disable', { login: 'other' });
    await expect(withViewer(get('/', token), makeContext(database), () => Promise.resolve(1))).rejects.toBeInstanceOf(
      Response,
    );
    expect((await signInAs('other')).status).toBe(401);
  });

  test.each([
    ['make_person', 'person', { login: 'somchai', position: 'dg-03004' }],
    ['end_appointment', 'end', { login: 'next', position: 'dg-03003', to: '2026-12-31' }],
    ['disable_person', 'disable', { login: 'somchai' }],
    ['make_token', 'token', { person: 'next' }],
  ])('what cannot be written down is not done: %s', async (act, name, options) => {
    if (name === 'token') await run('person', { login: 'next', position: 'dg-03005' });
    const stored = () => database.owner`
      select (select jsonb_agg(to_jsonb(a) order by a.id) from access.appointment a) as appointments, (select count(*) from access.session) as sessions,
             (select jsonb_agg(p.disabled_at order by p.id) from access.person p) as disabled`;
    const before = await stored();
    await expect(whileUnwritten(database, act, () => run(name, options))).rejects.toThrow('unwritten');
    expect(await stored()).toEqual(before);
  });

  test('what was done stands in the audit log', async () => {
    const acts = await database.owner<
      { act: string }[]
    >`select distinct act from access.audit_log where detail->>'by' = 'command' order by 1`;
    expect(acts.map(({ act }) => act)).toEqual(['disable_person', 'end_appointment', 'make_person', 'make_token']);
  });
});

import { describe, expect, test } from 'vitest';
import { signOut } from '#app/access/position.server.ts';
import { fixedClock } from '#db/clock.ts';
import {
  addHolder,
  get,
  makeContext,
  minutesLater,
  post,
  startTestSession,
  thrownBy,
  useHolder,
} from '#tests/setup/visitor.ts';

const dg = useHolder('dg', 'dg-03003');
const { database, whoAmI } = dg;
const after = (minutes: number) => makeContext(database, { clock: minutesLater(minutes) });
const statusOf = async (refused: Promise<unknown>) => (await thrownBy(refused)).status;

describe('sessions', () => {
  test('end after 30 minutes of silence, and reading keeps them going', async () => {
    const mine = await startTestSession(database, dg.personId);
    await whoAmI(get('/strategic', mine), after(29));
    await whoAmI(get('/strategic', mine), after(58));
    expect(await statusOf(whoAmI(get('/strategic', mine), after(88)))).toBe(302);
  });

  test('are not kept going by streams and background reads', async () => {
    const mine = await startTestSession(database, dg.personId);
    await whoAmI(get('/api/v1/strategic', mine), after(29));
    expect(await statusOf(whoAmI(get('/strategic', mine), after(31)))).toBe(302);
  });

  test('end after 12 hours however busy', async () => {
    const mine = await startTestSession(database, dg.personId);
    for (let minutes = 25; minutes < 720; minutes += 25) await whoAmI(get('/', mine), after(minutes));
    expect(await statusOf(whoAmI(get('/', mine), after(720)))).toBe(302);
  });

  test('are written down at most once a minute', async () => {
    const mine = await startTestSession(database, dg.personId);
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
    expect(await statusOf(whoAmI(get('/', mine)))).toBe(302);
    await database.owner`update access.appointment set to_on = null where person_id = ${other}`;
    await database.owner`update access.person set disabled_at = now() where id = ${other}`;
    expect(await statusOf(whoAmI(get('/', mine)))).toBe(302);
  });

  test('of a demonstration’s person are worth nothing outside of one', async () => {
    const shown = await addHolder(database, 'shown', 'dg-03006', { isDemonstration: true });
    const mine = await startTestSession(database, shown);
    expect((await whoAmI(get('/', mine))).login).toBe('shown');
    expect(await statusOf(whoAmI(get('/', mine), makeContext(database, { demo: false })))).toBe(302);
  });

  test('signing out ends them at once', async () => {
    const mine = await startTestSession(database, dg.personId);
    const { csrfToken } = await whoAmI(get('/', mine));
    const answer = await signOut(post('/sign-out', { csrf: csrfToken }, mine), makeContext(database));
    expect(answer.headers.get('Set-Cookie')).toContain('Max-Age=0');
    expect(await statusOf(whoAmI(get('/', mine)))).toBe(302);
  });
});

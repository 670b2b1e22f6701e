import { beforeAll, describe, expect, test } from 'vitest';
import { signOut } from '#app/access/position.server.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { fixedClock } from '#db/clock.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, post, startTestSession, testNow, thrownBy } from '#tests/setup/visitor.ts';

const database = useDatabase();
let dg: number;

beforeAll(async () => {
  dg = await addHolder(database, 'dg', 'dg-03003', { passwordHash: 'none' });
});

const minutesLater = (minutes: number) => fixedClock(new Date(Date.parse(testNow) + minutes * 60_000));
const whoAmI = (request: Request, context = makeContext(database)) =>
  withViewer(request, context, (_tx, viewer) => Promise.resolve(viewer));

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

import { beforeAll, describe, expect, test } from 'vitest';
import { getPositionView, switchPosition } from '#app/access/position.server.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { fixedClock } from '#db/clock.ts';
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

beforeAll(async () => {
  dg = await addHolder(database, 'dg', 'dg-03003', { passwordHash: 'none' });
});

const minutesLater = (minutes: number) => fixedClock(new Date(Date.parse(testNow) + minutes * 60_000));
const whoAmI = (request: Request, context = makeContext(database)) =>
  withViewer(request, context, (_tx, viewer) => Promise.resolve(viewer));

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

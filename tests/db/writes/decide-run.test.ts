import { beforeAll, expect, it } from 'vitest';
import { decideRun } from '#db/writes/decide-run.ts';
import { buildFeed, buildIndicator, publishReadings } from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const now = new Date('2026-11-20T09:00:00+07:00');
let runId: number;
let requestId: number;

beforeAll(async () => {
  await buildIndicator(database.owner, 'ONE', { org_rollup: 'sum', ratio_scale: '1' });
  const feed = await buildFeed(database.owner, 'reading', '03003', { acceptsItself: 0 });
  const readings = [{ unit: '03003', indicator: 'ONE', period: '2569-10', value: '7' }];
  runId = (await publishReadings(database.etl, feed, readings, now)).runId;
  requestId = await askFor('accept', 'officer-03000');
});

/** A request as it stands once the database has taken it. */
async function askFor(act: string, position: string): Promise<number> {
  const [request] = await database.owner<{ id: number }[]>`
    insert into run_request (run_id, act, person_id, position_id, requested_at) select ${runId}, ${act}, 1, id, ${now} from position where code = ${position} returning id`;
  return request!.id;
}

const decided = () => database.owner`
  select r.levels, q.status, (select count(*)::int from run_decision d where d.run_id = r.id) as decisions
    from etl_run r join run_request q on q.run_id = r.id where r.id = ${runId} order by q.id`;

it('an act that could not be noted as done is not done: tried again, it would skip a level', async () => {
  await database.owner`alter table run_request add constraint unnoted check (status <> 'done')`;
  await expect(decideRun(database.etl, { requestId, now })).rejects.toThrow('unnoted');
  expect(await decided()).toEqual([{ levels: 1, status: 'waiting', decisions: 0 }]);
  await database.owner`alter table run_request drop constraint unnoted`;
});

it('two workers that carry out one request carry it out once', async () => {
  await Promise.all([decideRun(database.etl, { requestId, now }), decideRun(database.etl, { requestId, now })]);
  expect(await decided()).toEqual([{ levels: 3, status: 'done', decisions: 1 }]);
  await decideRun(database.etl, { requestId, now });
  expect(await decided()).toEqual([{ levels: 3, status: 'done', decisions: 1 }]);
});

it('of two offices of one level that accept at the same moment the second does not do it for the next level', async () => {
  const late = await askFor('accept', 'ps-03000');
  await decideRun(database.etl, { requestId: late, now });
  const [, refused] = await decided();
  expect(refused).toEqual({ levels: 3, status: 'refused', decisions: 1 });
});

it('what its sender withdrew in the meantime does not come back by being accepted', async () => {
  const accepting = await askFor('accept', 'opdc');
  await decideRun(database.etl, { requestId: await askFor('withdraw', 'officer-03003'), now });
  await decideRun(database.etl, { requestId: accepting, now });
  const [row] = await database.owner`
    select r.status, r.levels, q.status as request, q.refusal from etl_run r join run_request q on q.run_id = r.id where q.id = ${accepting}`;
  expect(row).toEqual({ status: 'withdrawn', levels: 0, request: 'refused', refusal: 'run_not_decidable' });
});

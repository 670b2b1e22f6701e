import { afterEach, describe, expect, test } from 'vitest';
import { addJob, releaseSilentWorkers, runQueue } from '#db/queue.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

describe('the queue', () => {
  test('a job exists if and only if the transaction of its cause commits', async () => {
    const seen: unknown[] = [];
    await database.etl
      .begin(async (tx) => {
        await addJob(tx, 'note', { n: 1 });
        throw new Error('the cause fails');
      })
      .catch(() => undefined);
    await database.etl.begin((tx) => addJob(tx, 'note', { n: 2 }));
    const queue = await runQueue({
      url: database.urls.owner,
      tasks: { note: async (payload) => void seen.push(payload) },
    });
    stops.push(queue.stop);
    await expect.poll(() => seen).toEqual([{ n: 2 }]);
  });

  test('a waiting job with the same key is replaced, not doubled', async () => {
    await addJob(database.etl, 'later', { n: 1 }, { key: 'one', runAt: new Date('2100-01-01') });
    await addJob(database.etl, 'later', { n: 2 }, { key: 'one', runAt: new Date('2100-01-01') });
    expect(
      await database.owner`select count(*) as n from graphile_worker.jobs where task_identifier = 'later'`,
    ).toEqual([{ n: 1 }]);
  });

  test('what a worker that went silent held is given to others, what a living one holds is not', async () => {
    await addJob(database.etl, 'held', { by: 'dead' }, { queueName: 'dead' });
    await addJob(database.etl, 'held', { by: 'alive' });
    await database.owner`update graphile_worker._private_jobs set locked_at = now() - interval '21 seconds', locked_by = 'worker-' || (payload ->> 'by')
                         where task_id = (select id from graphile_worker._private_tasks where identifier = 'held')`;
    await database.owner`insert into queue.heartbeat values ('p-alive', 'here', '{worker-alive}', now()), ('p-dead', 'here', '{worker-dead}', now() - interval '21 seconds')`;
    expect(await releaseSilentWorkers(database.owner)).toEqual(['worker-dead']);
    expect(
      await database.owner`select locked_by from graphile_worker.jobs where task_identifier = 'held' and locked_by is not null`,
    ).toEqual([{ locked_by: 'worker-alive' }]);
  });

  test('web adds jobs only through the functions that are meant for it', async () => {
    await expect(database.web`select graphile_worker.add_job('note', '{}')`).rejects.toMatchObject({ code: '42501' });
  });
});

import { expect, it } from 'vitest';
import { fixedClock } from '#db/clock.ts';
import { startSession } from '#db/writes/sessions.ts';
import { tasksOf } from '#etl/tasks/worker.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, startTestSession, testNow } from '#tests/setup/visitor.ts';

const database = useDatabase();
const hour = 3_600_000;
const now = Date.parse(testNow);

it('forgets sessions past their absolute limit and failed sign-ins that count no more, and nothing else', async () => {
  const personId = await addHolder(database, 'pm', 'pm');
  const [holding] = await database.owner<
    { positionId: number }[]
  >`select position_id as "positionId" from access.appointment`;
  const startUntil = (endsMs: number, kind: 'browser' | 'token') =>
    startSession(database.web, {
      personId,
      holding: { positionId: holding!.positionId, aideGrantId: null },
      kind,
      now: new Date(now - 20 * hour),
      expiresAt: new Date(endsMs),
    });
  await startUntil(now - 1, 'browser');
  await startUntil(now, 'token');
  await startUntil(now + 1, 'token');
  await startTestSession(database, personId);
  await database.owner`
    insert into access.sign_in_delay (kind, key, failures, next_at)
    values ('login', 'long ago', 9, ${new Date(now - 25 * hour)}), ('address', '192.0.2.1', 12, ${new Date(now - 23 * hour)}), ('login', 'waits', 9, ${new Date(now + hour)})`;
  const said: string[] = [];
  const tasks = tasksOf({
    sql: database.etl,
    urls: database.urls,
    clock: fixedClock(testNow),
    say: (_level, message) => void said.push(message),
  });
  await tasks['forget-expired']!({}, { id: '1', attempt: 1 });
  expect(said).toEqual(['forgot 2 sessions and 1 failed sign-ins']);
  expect(await database.owner`select kind from access.session order by expires_at`).toEqual([
    { kind: 'token' },
    { kind: 'browser' },
  ]);
  expect(await database.owner`select key from access.sign_in_delay order by 1`).toEqual([
    { key: '192.0.2.1' },
    { key: 'waits' },
  ]);
  await expect(database.web`select access.forget_expired(now())`).rejects.toMatchObject({ code: '42501' });
});

import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '#db/connect.ts';
import { connect } from '#db/connect.ts';
import { openWay, type Way } from '#tests/setup/cut-off.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const connections = 4;
let way: Way;
let sql: Sql;

beforeAll(async () => {
  way = await openWay(database.urls.owner);
  sql = connect(way.through(database.urls.owner), { max: connections });
  await sql`create table written (n int)`;
});
afterAll(async () => {
  way.mend();
  await sql.end({ timeout: 2 });
  await way.close();
});

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? error,
  );

/** All connections at once, each with a statement that it has not prepared yet. */
const askAll = (about: string) =>
  Promise.all(
    Array.from(
      { length: connections * 3 },
      (_, i) => sql`select ${i}::int as n, pg_sleep(0.05), ${about}::text as about`,
    ),
  );

describe('a server that goes away', () => {
  test.each(['end', 'reset'] as const)(
    'leaves a client that answers on every connection as soon as it is back, however often (%s)',
    async (how) => {
      for (let time = 1; time <= 4; time++) {
        const asked = Array.from({ length: 12 }, (_, i) => codeOf(sql`select ${i}::int, pg_sleep(0.2)`));
        await wait(25 * time);
        way.cut(how);
        const outcomes = await Promise.all(asked);
        expect(outcomes.every((outcome) => outcome === 'done' || /^(CONN|ECONN)/.test(String(outcome)))).toBe(true);
        way.mend();
        await expect.poll(() => codeOf(sql`select 1`)).toBe('done');
        const rows = await Promise.race([askAll(`${how} ${time}`), wait(30_000, 'mute')]);
        expect(rows).toHaveLength(connections * 3);
      }
    },
  );

  test('told by the server itself, does not fail the questions that come after', async () => {
    const asked = Array.from({ length: connections }, () => codeOf(sql`select ${1}::int, pg_sleep(60)`));
    const asleep = async () =>
      (
        await database.owner<{ pid: number }[]>`
          select pid from pg_stat_activity where state = 'active' and query like '%pg_sleep(60)' and datname = current_database()`
      ).map(({ pid }) => pid);
    await expect.poll(async () => (await asleep()).length).toBe(connections);
    await database.owner`select pg_terminate_backend(pid) from unnest(${await asleep()}::int[]) pid`;
    for (const outcome of await Promise.all(asked)) expect(outcome).toMatch(/57P01|CONNECTION_CLOSED/);
    expect((await askAll('after')).length).toBe(connections * 3);
  });

  test('ends a transaction: what it still asks is refused, also after a swallowed error and on a connection that is back', async () => {
    const late: unknown[] = [];
    const begun = sql.begin(async (tx) => {
      await tx`insert into written values (1)`;
      await tx
        .savepoint(async (panel) => {
          setTimeout(() => way.cut(), 50);
          await panel`select pg_sleep(5)`;
        })
        .catch(() => undefined);
      late.push(await codeOf(tx`insert into written values (${2})`));
      way.mend();
      await expect.poll(() => codeOf(sql`select 1`)).toBe('done');
      await askAll('others');
      late.push(await codeOf(tx`insert into written values (3)`));
      return 'committed';
    });
    expect(await codeOf(begun)).toMatch(/CONNECTION_CLOSED|ECONNRESET/);
    await expect.poll(() => late.length).toBe(2);
    expect(late.every((outcome) => /CONNECTION_CLOSED|ECONNRESET/.test(String(outcome)))).toBe(true);
    expect(await sql`select n from written`).toEqual([]);
    expect((await askAll('after')).length).toBe(connections * 3);
  });

  test('ends a session held for oneself, and its place is free again', async () => {
    const held = await Promise.all(Array.from({ length: connections }, () => sql.reserve()));
    const asked = held.map((session) => codeOf(session`select pg_sleep(5)`));
    await wait(100);
    way.cut('reset');
    expect((await Promise.all(asked)).every((outcome) => /^(CONN|ECONN)/.test(String(outcome)))).toBe(true);
    expect(await codeOf(held[0]!`select 1`)).toBe('CONNECTION_CLOSED');
    held.forEach((session) => session.release());
    way.mend();
    await expect.poll(() => codeOf(sql`select 1`)).toBe('done');
    expect((await askAll('after')).length).toBe(connections * 3);
  });
});

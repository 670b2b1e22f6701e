import { sql as fragment } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { databaseIn, databaseOf } from '#db/connect.ts';
import { copyFrom, copyTo } from '#db/copy.ts';
import { useDatabase } from '#tests/setup/database.ts';

describe('the client factory', () => {
  const database = useDatabase();

  test('gives dates, instants, numerics and bigints in exact forms', async () => {
    const [row] = await database.owner`
      select date '2026-11-20' as day, timestamptz '2026-11-20T09:00:00.123456+07:00' as instant, 1.10::numeric as amount,
             7::bigint as id, '{2026-11-20}'::date[] as days, '{"a": 1}'::jsonb as document`;
    expect(row).toEqual({
      day: '2026-11-20',
      instant: '2026-11-20T02:00:00.123456Z',
      amount: '1.10',
      id: 7,
      days: ['2026-11-20'],
      document: { a: 1 },
    });
  });

  test('takes Date, arrays of every kind and objects as parameters', async () => {
    const { owner } = database;
    const [row] = await owner`
      select ${new Date('2026-11-20T02:00:00Z')}::timestamptz as instant, ${['2026-11-20']}::date[] as days,
             ${['1.5', '2.25']}::numeric[] as amounts, ${owner.json({ a: 1 })}::jsonb as document, ${'{"b":2}'}::jsonb as text`;
    expect(row).toEqual({
      instant: '2026-11-20T02:00:00Z',
      days: ['2026-11-20'],
      amounts: ['1.5', '2.25'],
      document: { a: 1 },
      text: { b: 2 },
    });
  });

  test('behaves the same after Drizzle has used the client and inside a transaction', async () => {
    const { owner } = database;
    await databaseOf(owner).execute(fragment`select 1`);
    await owner.begin(async (tx) => {
      await tx`create temp table seen (id int) on commit drop`;
      await databaseIn(tx).execute(fragment`insert into seen values (${1})`);
      expect(await tx`select id, ${new Date(0)}::timestamptz as at from seen`).toEqual([
        { id: 1, at: '1970-01-01T00:00:00Z' },
      ]);
    });
  });

  test('refuses a bigint that JavaScript would round', async () => {
    await expect(database.owner`select 9007199254740993::bigint as id`).rejects.toThrow(/9007199254740993/);
  });

  test('a refused COPY rejects with the server error and leaves the connection usable', async () => {
    const { owner } = database;
    const copy = owner.begin(async (tx) => {
      await tx`create temp table small (n int) on commit drop`;
      await copyFrom(tx, 'copy small from stdin', ['1\n', 'x\n']);
    });
    await expect(copy).rejects.toMatchObject({ code: '22P02' });
    expect(await owner`select 1 as alive`).toEqual([{ alive: 1 }]);
  });

  test('a COPY whose source fails rejects with the source’s own error', async () => {
    const { owner } = database;
    const failing = async function* () {
      yield '1\n';
      await Promise.reject(new Error('the file ends too early'));
    };
    const copy = owner.begin(async (tx) => {
      await tx`create temp table small (n int) on commit drop`;
      await copyFrom(tx, 'copy small from stdin', failing());
    });
    await expect(copy).rejects.toThrow('the file ends too early');
    expect(await owner`select 1 as alive`).toEqual([{ alive: 1 }]);
  });

  test('a large COPY out leaves the connection usable', async () => {
    const { owner } = database;
    const lines = await owner.begin(async (tx) => {
      let bytes = 0;
      for await (const part of await copyTo(
        tx,
        'copy (select repeat($$x$$, 1000) from generate_series(1, 2000)) to stdout',
      ))
        bytes += (part as Buffer).length;
      const [row] = await tx`select 1 as alive`;
      return { bytes, alive: row!.alive as number };
    });
    expect(lines).toEqual({ bytes: 2_002_000, alive: 1 });
  });
});

describe('logins', () => {
  const database = useDatabase();

  test('none of them is a superuser or passes row-level security by', async () => {
    for (const sql of [database.owner, database.etl, database.web]) {
      expect(await sql`select rolsuper, rolbypassrls from pg_roles where rolname = current_user`).toEqual([
        { rolsuper: false, rolbypassrls: false },
      ]);
    }
  });

  test('web cannot make tables', async () => {
    await expect(database.web`create table mine (id int)`).rejects.toMatchObject({ code: '42501' });
  });
});

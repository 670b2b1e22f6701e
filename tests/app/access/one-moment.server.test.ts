import { describe, expect, test } from 'vitest';
import { panel, panels, withViewer } from '#app/access/viewer.server.ts';
import { get, makeContext, thrownBy, useHolder } from '#tests/setup/visitor.ts';

const dg = useHolder('dg', 'dg-03003');
const { database, whoAmI } = dg;

describe('one request, one moment', () => {
  test('loaders of one request share a transaction, and a failing one leaves the others standing', async () => {
    const context = makeContext(database);
    const transaction = () =>
      withViewer(
        get('/', dg.token),
        context,
        async (tx) =>
          (await tx`select pg_current_snapshot()::text as snapshot, pg_backend_pid() as pid, now()::text as at`)[0],
      );
    const broken = withViewer(get('/', dg.token), context, (tx) => tx`select 1/0`);
    const [first, , second] = await Promise.allSettled([transaction(), broken, transaction()]);
    expect(first).toEqual(second);
    expect(first.status).toBe('fulfilled');
    await expect(broken).rejects.toThrow('division by zero');
  });

  test('reading inside of reading is refused rather than waited for', async () => {
    const context = makeContext(database);
    const nested = withViewer(get('/', dg.token), context, () =>
      withViewer(get('/', dg.token), context, () => Promise.resolve(1)),
    );
    await expect(nested).rejects.toThrow('would wait for itself');
  });

  test('it cannot write', async () => {
    await expect(
      withViewer(
        get('/', dg.token),
        makeContext(database),
        (tx) => tx`insert into upload_chunk values (gen_random_uuid(), 1, '')`,
      ),
    ).rejects.toThrow('read-only');
  });

  test('nothing of the viewer stays on the connection', async () => {
    await whoAmI(get('/', dg.token));
    const rows = await Promise.all(
      Array.from({ length: 6 }, () => database.web`select count(*)::int as count from org_unit`),
    );
    expect(rows.map(([row]) => row!.count)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('a panel that fails says so, is logged, and the next one reads on', async () => {
    const context = makeContext(database);
    const [bad, good] = await withViewer(get('/', dg.token), context, async (tx) => [
      await panel(tx, 'bad', (inner) => inner`select 1/0`),
      await panel(tx, 'good', async (inner) => (await inner`select 1 as one`)[0]),
    ]);
    expect(bad).toEqual({ ok: false, error: 'bad' });
    expect(good).toEqual({ ok: true, value: { one: 1 } });
    expect(context.errors).toHaveLength(1);
  });

  test('panels that are read together are told apart where one fails', async () => {
    const context = makeContext(database);
    const read = await withViewer(get('/', dg.token), context, (tx) =>
      panels(tx, {
        bad: async (inner) => {
          await inner`select 1`;
          return inner`select 1/0`;
        },
        good: async (inner) => {
          const [first] = await inner`select 1 as one`;
          const [second] = await inner`select 2 as two`;
          return { ...first, ...second };
        },
      }),
    );
    expect(read).toEqual({ bad: { ok: false, error: 'bad' }, good: { ok: true, value: { one: 1, two: 2 } } });
    expect(context.errors).toHaveLength(1);
  });

  test('a panel that refuses the whole page is obeyed', async () => {
    const refused = thrownBy(
      withViewer(get('/', dg.token), makeContext(database), (tx) =>
        panels(tx, {
          here: (inner) => inner`select 1`,
          gone: () => Promise.reject(new Response(null, { status: 404 })),
        }),
      ),
    );
    expect((await refused).status).toBe(404);
  });

  test('a refused page is written to the audit log', async () => {
    await thrownBy(
      withViewer(get('/agreements/secret-one', dg.token), makeContext(database), () =>
        Promise.reject(new Response(null, { status: 404 })),
      ),
    );
    await expect
      .poll(
        async () =>
          (
            await database.owner`select person_id as person, detail from access.audit_log where subject = '/agreements/secret-one'`
          )[0],
      )
      .toEqual({ person: dg.personId, detail: { reason: 'hidden' } });
  });
});

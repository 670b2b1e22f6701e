import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { applyGrants } from '#db/grants.ts';
import { roleNames } from '#db/roles.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();

describe('rights', () => {
  test('no login but the owner may touch a partition, which would pass the rules of its parent by; the loader alone adds readings to one', async () => {
    const { web, etl, read } = roleNames(database.urls);
    const open = await database.owner<{ table: string; login: string; right: string }[]>`
      select c.relname as table, r.rolname as login, p as right from pg_class c cross join pg_roles r
       cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p
      where c.relispartition and c.relkind in ('r', 'p') and r.rolname in ${database.owner([web, etl, read])} and has_table_privilege(r.oid, c.oid, p)`;
    expect(open.filter(({ login, right }) => login !== etl || right !== 'insert')).toEqual([]);
    const [readings] = await database.owner<{ names: string[] }[]>`
      select array_agg(inhrelid::regclass::text) as names from pg_inherits where inhparent = 'reading'::regclass`;
    expect(open.map(({ table }) => table).sort()).toEqual(readings!.names.sort());
  });

  test('web cannot reach staging, nor passwords, nor write what was published', async () => {
    for (const statement of [
      'select 1 from staging.reading',
      'select password_hash from access.person',
      'select login from access.person',
      'delete from reading',
      'update publication set cause = cause',
    ]) {
      await expect(database.web.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('without a viewer web sees no row of any table under row-level security', async () => {
    const tables = await database.owner<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relrowsecurity and not c.relispartition and n.nspname = 'public'`;
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) expect(await database.web.unsafe(`select 1 from ${name} limit 1`), name).toEqual([]);
  });

  test('no function of ours is open to everybody', async () => {
    const open = await database.owner`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where n.nspname in ('public', 'access', 'queue') and pg_get_userbyid(p.proowner) = current_user and a.grantee = 0`;
    expect(open).toEqual([]);
  });

  test('another login for loads, given later, sees what the first one saw', async () => {
    const name = `test_loader_${randomBytes(4).toString('hex')}`;
    const other = Object.assign(new URL(database.urls.etl), {
      username: name,
      password: 'given-by-the-administrator',
    }).href;
    await database.owner.unsafe(`create role ${name} login password 'given-by-the-administrator'`);
    const sql = connect(other, { max: 1 });
    try {
      await applyGrants(database.owner, { ...database.urls, etl: other });
      const [units] = await sql`select count(*)::int as n from org_unit`;
      expect(units!.n).toBeGreaterThan(100);
      expect(await database.etl`select 1 from org_unit`).toEqual([]);
    } finally {
      await sql.end();
      await applyGrants(database.owner, database.urls);
      for (const statement of [`grant ${name} to current_user`, `drop owned by ${name}`, `drop role ${name}`])
        await database.owner.unsafe(statement);
    }
    expect(await database.etl`select count(*)::int as n from org_unit`).not.toEqual([{ n: 0 }]);
  });

  test('a right that the lists do not name is taken back by the next migrate', async () => {
    const { web } = roleNames(database.urls);
    await database.owner.unsafe(`grant delete on org_unit to ${web}`);
    await applyGrants(database.owner, database.urls);
    const [row] = await database.owner`select has_table_privilege(${web}, 'org_unit', 'delete') as may`;
    expect(row).toEqual({ may: false });
  });
});

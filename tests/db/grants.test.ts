import { describe, expect, test } from 'vitest';
import { applyGrants } from '#db/grants.ts';
import { roleNames } from '#db/roles.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();

describe('rights', () => {
  test('no login but the owner may touch a partition: it would pass the rules of its parent by', async () => {
    const { web, etl, read } = roleNames(database.urls);
    const open = await database.owner`
      select c.relname, r.rolname from pg_class c cross join pg_roles r
      where c.relispartition and c.relkind in ('r', 'p') and r.rolname in ${database.owner([web, etl, read])}
        and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate')`;
    expect(open).toEqual([]);
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

  test('a right that the lists do not name is taken back by the next migrate', async () => {
    const { web } = roleNames(database.urls);
    await database.owner.unsafe(`grant delete on org_unit to ${web}`);
    await applyGrants(database.owner, database.urls);
    const [row] = await database.owner`select has_table_privilege(${web}, 'org_unit', 'delete') as may`;
    expect(row).toEqual({ may: false });
  });
});

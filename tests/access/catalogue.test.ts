import { describe, expect, test } from 'vitest';
import { useDatabase } from '#tests/setup/database.ts';
import {
  byAudience,
  forNobody,
  forSignedIn,
  runValues,
  withGrant,
  withRun,
  withoutGrant,
  withoutRule,
} from './readers.ts';

const database = useDatabase();
const web = () => decodeURIComponent(new URL(database.urls.web).username);
const roles = () =>
  (['owner', 'web', 'etl', 'read'] as const).map((login) => decodeURIComponent(new URL(database.urls[login]).username));

interface Relation {
  name: string;
  kind: string;
  isPartition: boolean;
  isForced: boolean;
  options: string[];
  policies: string[];
}
const ourSchemas = ['public', 'access', 'staging', 'migration', 'queue'];

const getRelations = () => database.owner<Relation[]>`
  select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as name, c.relkind::text as kind, c.relispartition as "isPartition",
         c.relrowsecurity and c.relforcerowsecurity as "isForced", coalesce(c.reloptions, '{}') as options,
         array(select polname::text from pg_policy where polrelid = c.oid and polname not in ('owner_all', 'etl_all') order by 1) as policies
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any(${ourSchemas}::text[]) and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`;

/** Every table must stand in exactly one list; a new one fails here until somebody decides who may see it. */
const lists = { byAudience, withRun, runValues, forSignedIn, withoutRule, forNobody, withoutGrant, withGrant };

describe('the catalogue', () => {
  test('every table stands in one list of who may see it', async () => {
    const tables = (await getRelations()).filter(
      ({ kind, isPartition }) => ['r', 'p', 'f'].includes(kind) && !isPartition,
    );
    const listed = Object.values(lists).flat() as string[];
    expect(tables.map(({ name }) => name).filter((name) => listed.filter((one) => one === name).length !== 1)).toEqual(
      [],
    );
    expect(listed.filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
  });

  test('every table of numbers and people is under forced row security; the lists without a rule are seven, and partitions that nobody reads', async () => {
    const [copied] = await database.owner<{ names: string[] }[]>`
      select array_agg(inhrelid::regclass::text) as names from pg_inherits where inhparent = 'reading'::regclass
         and not exists (select from pg_roles r where r.rolname = any(${roles()}::text[]) and not r.rolsuper and r.oid <> (select relowner from pg_class where oid = inhrelid)
                          and has_table_privilege(r.oid, inhrelid, 'select'))`;
    const open = (await getRelations()).filter(
      ({ kind, isForced, name }) =>
        ['r', 'p'].includes(kind) &&
        !isForced &&
        !/^(staging|migration|queue)\./.test(name) &&
        !copied!.names.includes(name),
    );
    expect(open.map(({ name }) => name)).toEqual([...withoutRule].sort());
  });

  test('a policy for readers stands where readers are meant, and nowhere else', async () => {
    const named = new Map((await getRelations()).map(({ name, policies }) => [name, policies]));
    for (const table of byAudience) expect(named.get(table)).toContain('by_audience');
    for (const table of [...withRun, ...runValues]) expect(named.get(table)).toEqual(['with_run']);
    for (const table of forSignedIn) expect(named.get(table)).toEqual(['signed_in']);
    for (const table of forNobody.filter((name) => name !== 'upload_chunk')) expect(named.get(table)).toEqual([]);
    expect(named.get('upload_chunk')).toEqual(['own_insert']);
  });

  test('every view reads with the rights of who looks, and there is no stored one', async () => {
    const views = (await getRelations()).filter(({ kind }) => ['v', 'm'].includes(kind));
    expect(views.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['figure', 'indicator_current', 'position_holder']),
    );
    expect(views.filter(({ kind, options }) => kind === 'm' || !options.includes('security_invoker=true'))).toEqual([]);
  });

  test('no login goes around the rules', async () => {
    const rows =
      await database.owner`select rolname from pg_roles where rolname = any(${roles()}::text[]) and (rolsuper or rolbypassrls or rolreplication)`;
    expect(rows).toHaveLength(0);
    const members = await database.owner`
      select pg_get_userbyid(roleid) as role, pg_get_userbyid(member) as member from pg_auth_members where pg_get_userbyid(member) = any(${roles().slice(1)}::text[])`;
    expect(members).toHaveLength(0);
  });
});

describe('what the web’s login may', () => {
  test('partitions, staging, sessions and password hashes have no grant', async () => {
    const rows = await database.owner<{ name: string }[]>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and (c.relispartition or n.nspname in ('staging', 'graphile_worker') or (n.nspname || '.' || c.relname) in ('access.session', 'access.sign_in_delay', 'access.aide_grant'))
        and (has_table_privilege(${web()}, c.oid, 'select, insert, update, delete, truncate') or has_any_column_privilege(${web()}, c.oid, 'select, insert, update'))`;
    expect(rows).toEqual([]);
    const [hash] = await database.owner`
      select has_column_privilege(${web()}, 'access.person', 'password_hash', 'select') as hash, has_column_privilege(${web()}, 'access.person', 'login', 'select') as login`;
    expect(hash).toEqual({ hash: false, login: false });
  });

  test('it writes uploads and their pieces, and nothing else', async () => {
    const rows = await database.owner<{ name: string }[]>`
      select c.relname || ' ' || p as name from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p
      where c.relkind in ('r', 'p', 'v') and n.nspname not in ('pg_catalog', 'information_schema') and has_table_privilege(${web()}, c.oid, p) order by 1`;
    expect(rows.map(({ name }) => name)).toEqual(['upload insert', 'upload_chunk insert']);
  });

  test('functions that act with the owner’s rights are these, search our schemas before any temporary one, and are not for everybody', async () => {
    const rows = await database.owner<{ name: string; path: string; isPublic: boolean; isWebs: boolean }[]>`
      select n.nspname || '.' || p.proname as name, coalesce(array_to_string(p.proconfig, ','), '') as path,
             has_function_privilege('public', p.oid, 'execute') as "isPublic", has_function_privilege(${web()}, p.oid, 'execute') as "isWebs"
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname = any(${ourSchemas}::text[]) and p.prorettype <> 'trigger'::regtype order by 1`;
    expect(rows.filter(({ isPublic }) => isPublic).map(({ name }) => name)).toEqual([]);
    expect(
      rows.filter(({ path, isWebs }) => isWebs && !/^search_path=.*pg_temp/.test(path)).map(({ name }) => name),
    ).toEqual([]);
    expect(rows.filter(({ isWebs }) => isWebs).map(({ name }) => name.replace('access.', ''))).toEqual([
      'appoint_aide',
      'audit',
      'drop_upload',
      'end_aide',
      'end_session',
      'enter',
      'has_people',
      'holdings',
      'kept_file_pieces',
      'kept_files',
      'newest_publication',
      'office_holders',
      'own_aides',
      'publication_touches',
      'request_act',
      'request_load',
      'run_touches',
      'sign_in_allowed_at',
      'sign_in_candidate',
      'sign_in_failed',
      'start_session',
      'touch_session',
    ]);
  });

  test('a temporary table named like ours does not stand in for it', async () => {
    const told = database.web.begin(async (tx) => {
      await tx`create temporary table publication (id int, published_at timestamptz, as_of_on date)`;
      await tx`insert into pg_temp.publication values (999, now(), '2026-01-01')`;
      return tx`select * from access.newest_publication()`;
    });
    expect((await told.catch(() => [])).map(({ id }) => id as number)).not.toContain(999);
  });

  test('the read-only login is shown no number and may run nothing that acts for the owner', async () => {
    const [row] = await database.owner`
      select count(*)::int as count from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname = any(${ourSchemas}::text[]) and has_function_privilege(${roles()[3]!}, p.oid, 'execute') and p.prorettype <> 'trigger'::regtype`;
    expect(row!.count).toBe(0);
  });
});

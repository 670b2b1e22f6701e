import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '#tests/setup/database.ts';
import { testNow } from '#tests/setup/visitor.ts';
import { plant } from './plant.ts';
import type { Field } from './plant.ts';
import { describe as tell, findFaults, findFileFaults, findMissing } from './sight.ts';

const database = useDatabase();
let field: Field;

beforeAll(async () => {
  field = await plant(database);
  const { owner } = database;
  await owner`insert into run_request (run_id, act, person_id, position_id, requested_at, status)
    select 1, 'submit', p.id, q.id, ${testNow}, 'done' from access.person p, position q where p.login = 'officer-03003' and q.code = 'officer-03003'`;
  await owner`insert into upload (feed_id, person_id, position_id, name, size_bytes, status, created_at)
    select 1, p.id, q.id, 'kanarie.csv', 1, 'receiving', ${testNow} from access.person p, position q where p.login = 'officer-03003' and q.code = 'officer-03003'`;
  await owner`insert into upload_chunk (upload_id, seq, bytes) select id, 0, 'kanarie' from upload`;
  await owner`insert into access.audit_log (at, act, outcome) values (${testNow}, 'open', 'done')`;
  await owner`insert into system_role (system, unit_id, role, valid_from) select 'BO01', id, 'lead', '2026-10-01' from org_unit where code = '03003'`;
});

const toldFaults = async () => (await findFaults(database.web, field)).map((fault) => tell(field, fault));

test('everybody sees exactly the planted rows that the list names, and nobody signed in sees none', async () => {
  expect(await toldFaults()).toEqual([]);
});

test('a file as it was sent goes to readers of its run’s figures in the own subtree, and to nobody else', async () => {
  expect((await findFileFaults(database.web, field)).map((fault) => tell(field, fault))).toEqual([]);
});

test('owner and loader see every row', async () => {
  expect(await findMissing(database.owner, field)).toEqual([]);
  expect(await findMissing(database.etl, field)).toEqual([]);
});

describe('writes through the web', () => {
  afterAll(async () => void (await database.owner`delete from upload where name = 'a.csv'`));
  const enterAs = (reader: keyof Field['tokens'], statement: string) =>
    database.web.begin(async (tx) => {
      await tx`select access.enter(${field.tokens[reader]}, ${testNow})`;
      return tx.unsafe(statement);
    });
  const insertUpload = (feed: number, person: string, position = person) =>
    `insert into upload (feed_id, person_id, position_id, name, size_bytes, status, created_at)
     values (${feed}, access.person_id() + ${person === 'own' ? 0 : 1}, access.position_id() + ${position === 'own' ? 0 : 1}, 'a.csv', 1, 'receiving', '${testNow}')`;
  const feedOf = async (unit: string) =>
    (
      await database.owner`select f.id from feed f join org_unit u on u.id = f.unit_id where u.code = ${unit} and f.classification = 'public' limit 1`
    )[0]!.id as number;

  test('an officer adds an upload for a feed of the own unit, under the own name only', async () => {
    expect((await enterAs('officer-03003', insertUpload(await feedOf('03003'), 'own'))).count).toBe(1);
    await expect(enterAs('officer-03003', insertUpload(await feedOf('03004'), 'own'))).rejects.toThrow(
      'row-level security',
    );
    await expect(enterAs('officer-03003', insertUpload(await feedOf('03003'), 'other', 'own'))).rejects.toThrow(
      'row-level security',
    );
    await expect(enterAs('officer-03003', insertUpload(await feedOf('03003'), 'own', 'other'))).rejects.toThrow(
      'row-level security',
    );
  });

  test('a piece goes into an own upload only', async () => {
    const piece = `insert into upload_chunk (upload_id, seq, bytes) select id, 7, 'x' from upload where name = 'kanarie.csv'`;
    expect((await enterAs('officer-03003', piece)).count).toBe(1);
    const [upload] = await database.owner`select id from upload where name = 'kanarie.csv'`;
    await expect(
      enterAs(
        'dg-03003',
        `insert into upload_chunk (upload_id, seq, bytes) values ('${upload!.id as string}', 8, 'x')`,
      ),
    ).rejects.toThrow('row-level security');
  });

  test.each([
    'reading',
    'unit_rollup',
    'agreement_score',
    'etl_run',
    'run_request',
    'publication',
    'feed',
    'org_unit',
    'position',
  ])('%s cannot be written', async (table) => {
    for (const statement of [
      `delete from ${table}`,
      `update ${table} set ${table === 'run_request' ? 'act = act' : table === 'publication' ? 'cause = cause' : 'unit_id = unit_id'}`.replace(
        'org_unit set unit_id = unit_id',
        'org_unit set code = code',
      ),
      `insert into ${table} overriding system value select * from ${table}`,
    ])
      await expect(enterAs('pm', statement)).rejects.toThrow('permission denied');
  });
});

describe('every policy is needed', () => {
  interface Policy {
    table: string;
    name: string;
    command: string;
    roles: string;
    using: string | null;
    check: string | null;
  }
  const getPolicies = () => database.owner<Policy[]>`
    select format('%I.%I', schemaname, tablename) as table, policyname as name, cmd as command,
           (select string_agg(case when r = 'public' then 'public' else quote_ident(r) end, ', ') from unnest(roles) r) as roles, qual as using, with_check as check
    from pg_policies where schemaname in ('public', 'access')
      and not (select relispartition from pg_class where oid = format('%I.%I', schemaname, tablename)::regclass) order by 1, 2`;
  const drop = ({ name, table }: Policy) => database.owner.unsafe(`drop policy ${name} on ${table}`);
  const restore = (policy: Policy, using = policy.using, check = policy.check) =>
    database.owner.unsafe(
      `create policy ${policy.name} on ${policy.table} for ${policy.command} to ${policy.roles} ${using ? `using (${using})` : ''} ${check ? `with check (${check})` : ''}`,
    );
  const isNoticed = async (policy: Policy): Promise<boolean> => {
    if (policy.name === 'owner_all' || policy.name === 'etl_all') {
      const sql = policy.name === 'owner_all' ? database.owner : database.etl;
      // Locking asks for what writing asks for: a policy that only lets them read does not stand in.
      const lock = policy.table.startsWith('access.') && sql === database.etl ? '' : 'for update';
      const [row] = await sql.unsafe<{ count: number }[]>(
        `select count(*)::int as count from (select 1 from ${policy.table} ${lock}) x`,
      );
      return row!.count < counts.get(policy.table)!;
    }
    if (policy.command === 'INSERT') return !(await mayInsert(policy.table));
    return (await findFaults(database.web, field, (faults) => faults.length > 0)).length > 0;
  };
  const counts = new Map<string, number>();
  const mayInsert = (table: string) =>
    database.web
      .begin(async (tx) => {
        await tx`select access.enter(${field.tokens['officer-03003']}, ${testNow})`;
        if (table === 'public.upload')
          await tx`insert into upload (feed_id, person_id, position_id, name, size_bytes, status, created_at)
            select id, access.person_id(), access.position_id(), 'x', 1, 'receiving', ${testNow} from feed where unit_id = any(access.own_units()) limit 1`;
        else
          await tx`insert into upload_chunk (upload_id, seq, bytes) select id, 99, '' from upload where name = 'kanarie.csv'`;
        throw new Error('undo');
      })
      .catch((error: Error) => error.message === 'undo');

  test('without any one of them something shows that should not, or is missing', async () => {
    const policies = await getPolicies();
    for (const { table } of policies) {
      const [row] = await database.owner.unsafe<{ count: number }[]>(`select count(*)::int as count from ${table}`);
      counts.set(table, row!.count);
    }
    const unnoticed: string[] = [];
    for (const policy of policies.filter(({ table }) => counts.get(table)! > 0)) {
      await drop(policy);
      if (!(await isNoticed(policy))) unnoticed.push(`${policy.name} on ${policy.table}`);
      await restore(policy);
    }
    expect(unnoticed).toEqual([]);
    expect(await toldFaults()).toEqual([]);
  });

  test('a policy that lets everything through is noticed on every table', async () => {
    const unnoticed: string[] = [];
    for (const policy of (await getPolicies()).filter(
      ({ command, name }) => command === 'SELECT' && !name.endsWith('_all'),
    )) {
      await drop(policy);
      await restore(policy, 'true');
      if (!(await isNoticed(policy))) unnoticed.push(`${policy.name} on ${policy.table}`);
      await drop(policy);
      await restore(policy);
    }
    expect(unnoticed).toEqual([]);
  });

  test('row security switched off is noticed on every table', async () => {
    const tables = [...new Set((await getPolicies()).map(({ table }) => table))];
    const unnoticed: string[] = [];
    for (const table of tables.filter((name) => counts.get(name)! > 0)) {
      await database.owner.unsafe(`alter table ${table} disable row level security`);
      const isGranted = (
        await database.owner.unsafe(
          `select has_any_column_privilege('${new URL(database.urls.web).username}', '${table}', 'select') as granted`,
        )
      )[0]!.granted as boolean;
      if (isGranted && (await findFaults(database.web, field, (faults) => faults.length > 0)).length === 0)
        unnoticed.push(table);
      await database.owner.unsafe(`alter table ${table} enable row level security`);
    }
    expect(unnoticed).toEqual([]);
  });
});

import type { Sql } from './connect.ts';
import type { DatabaseUrls, Login } from './roles.ts';
import { quote, roleNames } from './roles.ts';

/** What a login may do beyond the rules below, per table: a page's own writes, and what it reads outside `public`. */
export const tableGrants: { login: Login; table: string; privileges: string }[] = [
  { login: 'web', table: 'migration.applied', privileges: 'select' },
  { login: 'web', table: 'public.upload', privileges: 'insert' },
  { login: 'web', table: 'public.upload_chunk', privileges: 'insert' },
  // Names of office holders; login and password hash stay out of reach.
  { login: 'web', table: 'access.person', privileges: 'select (id, title_th, name_th, name_en)' },
  { login: 'web', table: 'access.appointment', privileges: 'select' },
  { login: 'web', table: 'access.audit_log', privileges: 'select' },
  { login: 'etl', table: 'migration.applied', privileges: 'select' },
  { login: 'read', table: 'migration.applied', privileges: 'select' },
];

/** Schemas a login may use, and what it may do with every table in them; partitions get no grant of their own but the loader's below. */
const schemaGrants: { login: Login; schema: string; privileges: string }[] = [
  { login: 'web', schema: 'public', privileges: 'select' },
  { login: 'web', schema: 'access', privileges: '' },
  { login: 'web', schema: 'migration', privileges: '' },
  { login: 'web', schema: 'queue', privileges: '' },
  { login: 'etl', schema: 'public', privileges: 'select, insert, update, delete' },
  { login: 'etl', schema: 'staging', privileges: 'select, insert, update, delete, truncate' },
  { login: 'etl', schema: 'access', privileges: 'select' },
  { login: 'etl', schema: 'migration', privileges: '' },
  { login: 'etl', schema: 'queue', privileges: '' },
  { login: 'read', schema: 'public', privileges: 'select' },
  { login: 'read', schema: 'migration', privileges: '' },
];

/** Schemas whose tables, sequences and functions are ours to grant. */
const ourSchemas = ['public', 'staging', 'access', 'migration', 'queue'];

interface Relation {
  schema: string;
  name: string;
  kind: string;
  isPartition: boolean;
  hasRowSecurity: boolean;
  isForced: boolean;
  /** Name and roles of each, with blanks between. */
  policies: string[];
}

/** Brings all rights to what the lists say, also taking back what they no longer name. Runs as the owner after the migrations. */
export async function applyGrants(sql: Sql, urls: DatabaseUrls): Promise<void> {
  const names = roleNames(urls);
  const relations = await getRelations(sql);
  const schemas = new Set(
    (await sql<{ name: string }[]>`select nspname as name from pg_namespace where nspname in ${sql(ourSchemas)}`).map(
      (row) => row.name,
    ),
  );
  const statements = [
    ...relations.flatMap((relation) => revokeAll(relation, names)),
    ...schemaGrants
      .filter(({ schema }) => schemas.has(schema))
      .flatMap((grant) => grantSchema(grant, relations, names)),
    ...tableGrants
      .filter(({ table }) => relations.some((relation) => `${relation.schema}.${relation.name}` === table))
      .map(({ login, table, privileges }) => `grant ${privileges} on ${table} to ${quote(names[login])}`),
    ...relations.filter(isCopiedInto).map((relation) => `grant insert on ${nameOf(relation)} to ${quote(names.etl)}`),
    ...(await functionGrants(sql, names)),
    ...relations.filter(({ hasRowSecurity }) => hasRowSecurity).flatMap((relation) => loaderPolicies(relation, names)),
  ];
  await sql.begin(async (tx) => {
    for (const statement of statements) await tx.unsafe(statement);
  });
}

/** Very many readings are copied straight into the partition of their year; nobody reads there. */
function isCopiedInto({ schema, name, isPartition }: Relation): boolean {
  return isPartition && schema === 'public' && /^reading_(\d{4}|other)$/.test(name);
}

function getRelations(sql: Sql): Promise<Relation[]> {
  return sql<Relation[]>`
    select n.nspname as schema, c.relname as name, c.relkind::text as kind, c.relispartition as "isPartition", c.relrowsecurity as "hasRowSecurity",
           c.relforcerowsecurity as "isForced", array(select polname || ' ' || array_to_string(array(select rolname from pg_roles where oid = any(polroles)), ' ') from pg_policy where polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${sql(ourSchemas)} and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1, 2`;
}

function revokeAll(relation: Relation, names: Record<Login, string>): string[] {
  const everyone = [names.web, names.etl, names.read].map(quote).join(', ');
  return [`revoke all on ${relation.kind === 'S' ? 'sequence ' : ''}${nameOf(relation)} from public, ${everyone}`];
}

function grantSchema(
  grant: { login: Login; schema: string; privileges: string },
  relations: Relation[],
  names: Record<Login, string>,
): string[] {
  const to = quote(names[grant.login]);
  const inside = relations.filter(({ schema, isPartition }) => schema === grant.schema && !isPartition);
  const tables = inside.filter(({ kind }) => kind !== 'S').map(nameOf);
  const sequences = inside.filter(({ kind }) => kind === 'S').map(nameOf);
  return [
    `grant usage on schema ${grant.schema} to ${to}`,
    ...(grant.privileges && tables.length > 0 ? [`grant ${grant.privileges} on ${tables.join(', ')} to ${to}`] : []),
    ...(grant.login !== 'read' && sequences.length > 0
      ? [`grant usage on sequence ${sequences.join(', ')} to ${to}`]
      : []),
  ];
}

/** Functions of ours: for web and etl; for read only those that do not act with the owner's rights. */
async function functionGrants(sql: Sql, names: Record<Login, string>): Promise<string[]> {
  const functions = await sql<{ signature: string; definer: boolean }[]>`
    select p.oid::regprocedure::text as signature, p.prosecdef as definer
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ${sql(ourSchemas)} and pg_get_userbyid(p.proowner) = current_user and p.prokind in ('f', 'p')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;
  return functions.flatMap(({ signature, definer }) => [
    `revoke all on routine ${signature} from public, ${quote(names.read)}`,
    // Pages ask for work through functions that check who asks; the queue itself, staging and what forgets ask nobody: they are the loader's.
    `revoke all on routine ${signature} from ${quote(names.web)}`,
    `grant execute on routine ${signature} to ${[
      names.etl,
      ...(/^(queue\.|staging\.|access\.forget_)/.test(signature) ? [] : [names.web]),
      ...(definer ? [] : [names.read]),
    ]
      .map(quote)
      .join(', ')}`,
  ]);
}

/**
 * Row-level security binds the owner too (FORCE), so that owner and loader need a policy that says they may see all.
 * Only what is missing, or is another login's than now: changing a table waits for every load that runs, and everybody else then waits behind it.
 */
function loaderPolicies(relation: Relation, names: Record<'owner' | Login, string>): string[] {
  const table = nameOf(relation);
  const policies = [
    { policy: 'owner_all', role: names.owner },
    { policy: 'etl_all', role: names.etl },
  ];
  return [
    ...(relation.isForced ? [] : [`alter table ${table} force row level security`]),
    ...policies
      .filter(({ policy, role }) => !relation.policies.includes(`${policy} ${role}`))
      .map(({ policy, role }) =>
        relation.policies.some((one) => one.startsWith(`${policy} `))
          ? `alter policy ${policy} on ${table} to ${quote(role)}`
          : `create policy ${policy} on ${table} for all to ${quote(role)} using (true) with check (true)`,
      ),
  ];
}

function nameOf({ schema, name }: Relation): string {
  return `${quote(schema)}.${quote(name)}`;
}

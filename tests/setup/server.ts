import { randomBytes } from 'node:crypto';
import { connect } from '#db/connect.ts';
import type { Sql } from '#db/connect.ts';
import { databaseUrls } from '#db/roles.ts';
import type { DatabaseUrls } from '#db/roles.ts';

/**
 * On a given server: a throwaway owner without superuser rights, and its database. The login of `adminUrl` must be allowed to
 * make databases and roles, no more. `end` removes both.
 */
export async function makeServerDatabase(adminUrl: string): Promise<{ urls: DatabaseUrls; end(): Promise<void> }> {
  const name = `suite_test_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const admin = connect(adminUrl, { max: 1 });
  await checkRights(admin);
  await admin.unsafe(`create role ${name} login createrole nosuperuser password '${password}'`);
  await admin.unsafe(`grant ${name} to current_user`);
  await admin.unsafe(`create database ${name} owner ${name}`);
  const owner = Object.assign(new URL(adminUrl), { username: name, password, pathname: `/${name}` });
  return {
    urls: databaseUrls(owner.href),
    end: async () => {
      // Its clones too, which failed tests leave behind.
      const owned = await admin<
        { name: string }[]
      >`select datname as name from pg_database where pg_get_userbyid(datdba) = ${name}`;
      for (const database of owned) await admin.unsafe(`drop database if exists "${database.name}" with (force)`);
      for (const role of [`${name}_web`, `${name}_etl`, `${name}_read`, name])
        await admin.unsafe(`drop role if exists ${role}`);
      await admin.end();
    },
  };
}

async function checkRights(admin: Sql): Promise<void> {
  const [role] = await admin<{ name: string; mayMake: boolean }[]>`
    select rolname as name, rolsuper or (rolcreatedb and rolcreaterole) as "mayMake" from pg_roles where rolname = current_user`;
  if (role!.mayMake) return;
  await admin.end();
  throw new Error(
    `The tests make databases and logins of their own, which ${role!.name} may not. Allow it (alter role ${role!.name} createdb createrole), or name another login in TEST_DATABASE_URL.`,
  );
}

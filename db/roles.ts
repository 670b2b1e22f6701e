import { createHmac } from 'node:crypto';
import { connect } from './connect.ts';
import type { Sql } from './connect.ts';

/** The logins beside the owner, by what they may do. */
export type Login = 'web' | 'etl' | 'read';

/** Connection addresses of one database, one per login. */
export type DatabaseUrls = Record<'owner' | Login, string>;

export const logins: Login[] = ['web', 'etl', 'read'];

/**
 * The addresses beside the owner's: those given, else `<owner>_web`, `<owner>_etl`, `<owner>_read` with a password derived
 * from the owner's, so that every process finds the same one without a file between them.
 */
export function databaseUrls(owner: string, given: Partial<Record<Login, string>> = {}): DatabaseUrls {
  const derived = (login: Login) => {
    const url = new URL(owner);
    url.password = createHmac('sha256', decodeURIComponent(url.password))
      .update(`executive-dashboard-suite:${login}`)
      .digest('base64url');
    url.username = `${url.username}_${login}`;
    return url.href;
  };
  return {
    owner,
    web: given.web ?? derived('web'),
    etl: given.etl ?? derived('etl'),
    read: given.read ?? derived('read'),
  };
}

/** Role names, as the addresses say. */
export function roleNames(urls: DatabaseUrls): Record<keyof DatabaseUrls, string> {
  const name = (url: string) => decodeURIComponent(new URL(url).username);
  return { owner: name(urls.owner), web: name(urls.web), etl: name(urls.etl), read: name(urls.read) };
}

/**
 * Makes the logins where they are missing, and sets a password only where the present one does not open the door:
 * roles belong to the whole server, and two databases that set them at once would get in each other's way.
 */
export async function makeLogins(sql: Sql, urls: DatabaseUrls): Promise<void> {
  const names = roleNames(urls);
  for (const login of logins) {
    if (await opens(urls[login])) continue;
    const [known] = await sql`select from pg_roles where rolname = ${names[login]}`;
    const password = decodeURIComponent(new URL(urls[login]).password);
    await sql`set password_encryption = 'scram-sha-256'`;
    await sql
      .unsafe(`${known ? 'alter' : 'create'} role ${quote(names[login])} login password ${literal(password)}`)
      .catch((error: Error) => {
        throw new Error(
          `The owner cannot make the login ${names[login]}: ${error.message}. Give the owner CREATEROLE, or make the login yourself and set DATABASE_URL_${login.toUpperCase()}.`,
          { cause: error },
        );
      });
  }
}

async function opens(url: string): Promise<boolean> {
  const sql = connect(url, { max: 1, name: 'suite migrate' });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end();
  }
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

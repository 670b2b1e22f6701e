import { driver } from '../driver.ts';
import type { EmbeddedLogin } from './passwords.ts';

/**
 * The owner `app`, no superuser, and its database `app`. Made again at each start where missing, so that a kill
 * between initdb and here does no harm.
 */
export async function ensureOwner(port: number, passwords: Record<EmbeddedLogin, string>): Promise<void> {
  const sql = driver({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: passwords.postgres,
    database: 'postgres',
    max: 1,
    onnotice: () => undefined,
  });
  try {
    const [role] = await sql`select from pg_roles where rolname = 'app'`;
    if (!role) await sql.unsafe(`create role app login createrole nosuperuser password '${passwords.app}'`);
    const [database] = await sql`select from pg_database where datname = 'app'`;
    if (!database) await sql.unsafe('create database app owner app');
  } finally {
    await sql.end();
  }
}

import type { Sql, Tx } from './connect.ts';

/** One fact about this installation, e.g. that its demonstration is loaded; null while it is not noted. */
export async function getInstallationNote(sql: Sql | Tx, key: string): Promise<string | null> {
  const [row] = await (sql as Sql)<{ value: string }[]>`select value from installation where key = ${key}`;
  return row?.value ?? null;
}

export async function noteInstallation(sql: Sql | Tx, key: string, value: string): Promise<void> {
  await (sql as Sql)`insert into installation (key, value) values (${key}, ${value}) on conflict (key) do update set value = excluded.value`;
}

/** Noted by the first start when all demonstration feeds are loaded. */
export const demonstrationNote = 'demonstration_loaded_at';

import type { TestDatabase } from './database.ts';

/** Tries something while the audit log takes no row of an act, as if the process or the server ended before it was written. */
export async function whileUnwritten<T>({ owner }: TestDatabase, act: string, attempt: () => Promise<T>): Promise<T> {
  await owner.unsafe(`alter table access.audit_log add constraint unwritten check (act <> '${act}') not valid`);
  try {
    return await attempt();
  } finally {
    await owner`alter table access.audit_log drop constraint unwritten`;
  }
}

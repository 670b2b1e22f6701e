import type { Sql, Tx } from '../connect.ts';

/** Held by everything that changes published numbers, from its first statement to its commit. */
const PUBLICATION_LOCK = 7_025_700;

/** To be the transaction's first statement: what it reads after it is what the publication before left. */
export async function lockPublications(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(${PUBLICATION_LOCK}::bigint)`;
}

/** The same where nobody else publishes; answers whether the lock was had. */
export async function lockPublicationsNow(tx: Tx): Promise<boolean> {
  const [row] = await tx<
    { isHeld: boolean }[]
  >`select pg_try_advisory_xact_lock(${PUBLICATION_LOCK}::bigint) as "isHeld"`;
  return row!.isHeld;
}

/** Whether somebody waits for the lock that another holds. */
export async function isPublishingAwaited(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ isAwaited: boolean }[]>`
    select exists (
      select from pg_locks l where l.locktype = 'advisory' and not l.granted and l.objsubid = 1
         and l.classid = (${PUBLICATION_LOCK}::bigint >> 32)::oid and l.objid = (${PUBLICATION_LOCK}::bigint & 4294967295)::oid
         and l.database = (select oid from pg_database where datname = current_database())) as "isAwaited"`;
  return row!.isAwaited;
}

import type { Sql, Tx } from '../connect.ts';

export interface PublicationRow {
  id: number;
  publishedAt: string;
  /** The Bangkok date that lateness, plan and project status were judged by. */
  asOfOn: string;
}

/** The publication that a page is read as of: the newest one, or the newest that is not after `asOf`. */
export async function getPublication(tx: Tx | Sql, { asOf }: { asOf: number | null }): Promise<PublicationRow | null> {
  const [row] = await tx<PublicationRow[]>`
    select id, published_at as "publishedAt", as_of_on as "asOfOn" from publication
     where ${asOf === null ? tx`true` : tx`id <= ${asOf}`} order by id desc limit 1`;
  return row ?? null;
}

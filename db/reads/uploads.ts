import type { Tx } from '../connect.ts';

export interface UploadRow {
  id: string;
  name: string;
  sizeBytes: number;
  status: 'receiving' | 'waiting' | 'running' | 'done' | 'failed';
  runId: number | null;
  createdAt: string;
  feedCode: string;
}

/** What this viewer sent since an instant, newest first; the database shows each person's own. */
export function getOwnUploads(tx: Tx, { since, limit }: { since: Date; limit: number }): Promise<UploadRow[]> {
  return tx<UploadRow[]>`
    select u.id, u.name, u.size_bytes as "sizeBytes", u.status, u.run_id as "runId", u.created_at as "createdAt", f.code as "feedCode"
      from upload u join feed f on f.id = u.feed_id where u.created_at >= ${since} and u.status <> 'receiving' order by u.created_at desc limit ${limit}`;
}

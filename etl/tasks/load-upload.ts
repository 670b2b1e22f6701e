import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { loadFiles } from '../pipeline.ts';

type Upload = { name: string; status: string; feedCode: string; mapping: string; personId: number; positionId: number };

/** As many as access.request_load allows. */
const LAST_ATTEMPT = 3;

/** Loads a file that a person sent through the browser, as any other; its pieces go when the run has ended. Done again after a kill. */
export async function loadUpload(about: { sql: Sql; clock: Clock; uploadId: string; attempt: number }): Promise<void> {
  const { sql, clock, uploadId, attempt } = about;
  const upload = await getUpload(sql, uploadId);
  if (!upload || (upload.status !== 'waiting' && upload.status !== 'running')) return;
  const folder = await mkdtemp(join(tmpdir(), 'upload-'));
  try {
    await sql`update upload set status = 'running' where id = ${uploadId}`;
    // The file keeps its own ending: formats are told apart by content first, but a name may say the year.
    const path = join(folder, 'file');
    await pipeline(readPieces(sql, uploadId), createWriteStream(path, { mode: 0o600 }));
    let noted: number | null = null;
    const summary = await loadFiles({
      sql,
      clock,
      source: 'upload',
      mapping: upload.mapping,
      feedCode: upload.feedCode,
      files: [{ path, name: upload.name }],
      personId: upload.personId,
      positionId: upload.positionId,
      onProgress: ({ run }) => {
        if (run === null || run === noted) return;
        noted = run;
        void sql`update upload set run_id = ${run} where id = ${uploadId}`.catch(() => undefined);
      },
    });
    await finish(sql, uploadId, summary.run === null ? 'failed' : 'done', summary.run);
  } catch (error) {
    if (attempt >= LAST_ATTEMPT) await finish(sql, uploadId, 'failed', null);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function getUpload(sql: Sql, uploadId: string): Promise<Upload | undefined> {
  const [row] = await sql<Upload[]>`
    select u.name, u.status, f.code as "feedCode", f.mapping, u.person_id as "personId", u.position_id as "positionId"
      from upload u join feed f on f.id = u.feed_id where u.id = ${uploadId}`;
  return row;
}

async function* readPieces(sql: Sql, uploadId: string): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq++) {
    const [row] = await sql<
      { bytes: Buffer }[]
    >`select bytes from upload_chunk where upload_id = ${uploadId} and seq = ${seq}`;
    if (!row) return;
    yield row.bytes;
  }
}

async function finish(sql: Sql, uploadId: string, status: 'done' | 'failed', runId: number | null): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update upload set status = ${status}, run_id = coalesce(${runId}, run_id) where id = ${uploadId}`;
    await tx`delete from upload_chunk where upload_id = ${uploadId}`;
  });
}

/** Pieces of what was never sent to its end, a day later. */
export async function tidyUploads(sql: Sql, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 24 * 3_600_000);
  await sql.begin(async (tx) => {
    await tx`delete from upload_chunk c using upload u where u.id = c.upload_id and u.status = 'receiving' and u.created_at < ${before}`;
    await tx`update upload set status = 'failed' where status = 'receiving' and created_at < ${before}`;
  });
}

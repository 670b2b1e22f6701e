import type { Tx } from '../connect.ts';

/** A file that begins to arrive, as the viewer of the transaction; the database lets only a data officer, for feeds of the own subtree. */
export async function insertUpload(
  tx: Tx,
  upload: { feedId: number; personId: number; positionId: number; name: string; sizeBytes: number; createdAt: Date },
): Promise<string> {
  const { feedId, personId, positionId, name, sizeBytes, createdAt } = upload;
  const [row] = await tx<{ id: string }[]>`
    insert into upload (feed_id, person_id, position_id, name, size_bytes, status, created_at)
    values (${feedId}, ${personId}, ${positionId}, ${name}, ${sizeBytes}, 'receiving', ${createdAt}) returning id`;
  return row!.id;
}

export async function insertUploadChunk(
  tx: Tx,
  { uploadId, seq, bytes }: { uploadId: string; seq: number; bytes: Buffer },
): Promise<void> {
  await tx`insert into upload_chunk (upload_id, seq, bytes) values (${uploadId}, ${seq}, ${bytes})`;
}

/** Takes back a file that did not arrive whole, or may not be kept: its pieces go. */
export async function dropUpload(tx: Tx, uploadId: string): Promise<void> {
  await tx`select access.drop_upload(${uploadId}::uuid)`;
}

/** Says that a file is whole, and has it loaded; answers why not. */
export async function requestLoad(
  tx: Tx,
  { uploadId, chunks, bytes }: { uploadId: string; chunks: number; bytes: number },
): Promise<{ refusal?: string }> {
  const [row] = await tx<
    { answer: { refusal?: string } }[]
  >`select access.request_load(${uploadId}::uuid, ${chunks}::int, ${bytes}::bigint) as answer`;
  return row!.answer;
}

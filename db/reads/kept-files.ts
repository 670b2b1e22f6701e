import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { Tx } from '../connect.ts';

const decompress = promisify(brotliDecompress);

export interface KeptFile {
  fileNo: number;
  name: string;
  sizeBytes: number;
  /** When its bytes were erased; hash and address stay. */
  erasedAt: string | null;
}

/** The files of a run that the viewer may have as they were sent; none where there is no right to them. */
export async function getKeptFiles(tx: Tx, { runId }: { runId: number }): Promise<KeptFile[]> {
  return tx<KeptFile[]>`
    select file_no as "fileNo", name, size_bytes::float8 as "sizeBytes", erased_at as "erasedAt" from access.kept_files(${runId}) order by file_no`;
}

/** The next pieces of a kept file's bytes; none at its end, or where the viewer may not have it. */
export async function getKeptPieces(
  tx: Tx,
  { runId, fileNo, from, count }: { runId: number; fileNo: number; from: number; count: number },
): Promise<Buffer[]> {
  const rows = await tx<{ bytes: Buffer }[]>`
    select bytes from access.kept_file_pieces(${runId}, ${fileNo}, ${from}, ${count}) order by seq`;
  const pieces: Buffer[] = [];
  for (const { bytes } of rows) pieces.push(await decompress(bytes));
  return pieces;
}

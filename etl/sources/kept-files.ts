import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { Sql } from '#db/connect.ts';
import { readPieces } from '../decode/file-pieces.ts';
import { SourceProblem } from '../decode/source-problem.ts';

const PIECE = 1024 * 1024;
const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/**
 * Keeps a file's bytes by their hash, compressed piece by piece; the same bytes are kept once. Throws `file_changed` where they are
 * others by now: kept under this hash, they would be answered for the right ones ever after.
 */
export async function storeFile(
  sql: Sql,
  path: string,
  sha256: string,
  sizeBytes: number,
  storedAt: Date,
): Promise<void> {
  await sql.begin(async (tx) => {
    const [row] =
      await tx`insert into kept_file (sha256, size_bytes, stored_at) values (${sha256}, ${sizeBytes}, ${storedAt}) on conflict (sha256) do nothing returning sha256`;
    if (!row) return;
    let seq = 0;
    const hash = createHash('sha256');
    for await (const piece of readPieces(path, PIECE)) {
      hash.update(piece);
      // Fast rather than small: keeping must not be what a load waits for.
      const bytes = await compress(piece, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
      await tx`insert into kept_file_chunk (sha256, seq, bytes) values (${sha256}, ${seq++}, ${bytes})`;
    }
    if (hash.digest('hex') !== sha256) throw new SourceProblem('file_changed', { name: basename(path) });
  });
}

/** The kept bytes in order; none when they were erased. */
export async function* readKeptFile(sql: Sql, sha256: string): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq++) {
    const [row] = await sql<
      { bytes: Buffer }[]
    >`select bytes from kept_file_chunk where sha256 = ${sha256} and seq = ${seq}`;
    if (!row) return;
    yield await decompress(row.bytes);
  }
}

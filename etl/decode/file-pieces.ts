import { open } from 'node:fs/promises';

/**
 * A file's bytes piece by piece, all in the same memory: each is to be used up before the next is asked for. As a stream, a large
 * file would leave as much behind to be collected as it is long.
 */
export async function* readPieces(path: string, pieceBytes = PIECE_BYTES): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const memory = Buffer.allocUnsafeSlow(pieceBytes);
    for (;;) {
      const { bytesRead } = await file.read(memory, 0, memory.length);
      if (bytesRead === 0) return;
      yield memory.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

export const PIECE_BYTES = 256 * 1024;

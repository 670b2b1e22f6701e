import { open, type FileHandle } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { SourceProblem } from '../source-problem.ts';

export type ZipEntry = { name: string; method: number; packedBytes: number; bytes: number; offset: number };

/** A sheet of 1,048,576 rows unpacks to some hundred megabytes; more than this is no workbook but a bomb. */
export const MAX_UNPACKED_BYTES = 4 * 1024 ** 3;
/** XML packs well, but not a thousandfold. */
const MAX_RATIO = 1_000;
const SMALL_PART = 10 * 1024 * 1024;

/** The parts of a workbook by name, from the directory at the file's end, which a cut file has lost: `truncated`. */
export async function readZipDirectory(path: string): Promise<Map<string, ZipEntry>> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = await readAt(file, 0, Math.min(8, size));
    if (head.length >= 8 && head.readUInt32LE(0) === 0xe011cfd0) throw new SourceProblem('locked_file');
    if (head.length < 4 || head.readUInt32LE(0) !== 0x04034b50)
      throw new SourceProblem('wrong_format', { found: '?', wanted: 'XLSX' });
    const tailStart = Math.max(0, size - 66_000);
    const tail = await readAt(file, tailStart, size - tailStart);
    const end = tail.lastIndexOf(END_MARK);
    if (end < 0 || end + 22 > tail.length) throw new SourceProblem('truncated', { size });
    const directorySize = tail.readUInt32LE(end + 12);
    const directoryStart = tail.readUInt32LE(end + 16);
    if (directoryStart + directorySize > size) throw new SourceProblem('truncated', { size });
    return readEntries(await readAt(file, directoryStart, directorySize), size);
  } finally {
    await file.close();
  }
}

/** The unpacked bytes of one part. Throws `too_large` past the limit, `truncated` when the data end early. */
export async function* readPart(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.bytes > MAX_UNPACKED_BYTES || (entry.bytes > SMALL_PART && entry.bytes > entry.packedBytes * MAX_RATIO)) {
    throw new SourceProblem('too_large', { part: entry.name, size: entry.bytes, limit: MAX_UNPACKED_BYTES });
  }
  const from = await dataStart(path, entry);
  if (entry.packedBytes === 0) return;
  const packed = createReadStream(path, { start: from, end: from + entry.packedBytes - 1, highWaterMark: 256 * 1024 });
  const plain = entry.method === 0 ? packed : pipeline(packed, createInflateRaw({ chunkSize: 256 * 1024 }), () => {});
  let bytes = 0;
  try {
    for await (const piece of plain as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > Math.max(entry.bytes, SMALL_PART) || bytes > MAX_UNPACKED_BYTES) {
        throw new SourceProblem('too_large', { part: entry.name, size: bytes, limit: MAX_UNPACKED_BYTES });
      }
      yield piece;
    }
  } catch (error) {
    if (error instanceof SourceProblem) throw error;
    throw new SourceProblem('truncated', { part: entry.name }, { cause: error });
  }
  if (bytes < entry.bytes) throw new SourceProblem('truncated', { part: entry.name });
}

export async function readPartText(path: string, entry: ZipEntry): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of readPart(path, entry)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

const END_MARK = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

async function readAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
}

function readEntries(directory: Buffer, size: number): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50;) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      directory.readUInt16LE(at + offset),
    ) as [number, number, number];
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    if (directory.readUInt16LE(at + 8) & 1) throw new SourceProblem('locked_file');
    const entry = {
      name,
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    };
    if (entry.offset + entry.packedBytes > size) throw new SourceProblem('truncated', { size });
    entries.set(name, entry);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

async function dataStart(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path, 'r');
  try {
    const header = await readAt(file, entry.offset, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50)
      throw new SourceProblem('truncated', { part: entry.name });
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

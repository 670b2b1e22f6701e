import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { ByteStatistics } from './encoding.ts';
import { readPieces } from './file-pieces.ts';

export type Survey = { sha256: string; sizeBytes: number; bytes: ByteStatistics };

/**
 * First pass over a file: hash, size and what its bytes say about the encoding. The whole file, since Thai may
 * come late and a piece may be cut within a character. The slow count runs only when the file is not UTF-8.
 */
export async function surveyFile(path: string): Promise<Survey> {
  const hash = createHash('sha256');
  const utf8 = new Utf8Check();
  let sizeBytes = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of readPieces(path)) {
    hash.update(chunk);
    if (sizeBytes === 0) head = Buffer.from(chunk.subarray(0, 4));
    sizeBytes += chunk.length;
    utf8.add(chunk);
  }
  const { isUtf8, hasHighBytes } = utf8.end();
  const marks = {
    hasUtf8Mark: startsWith(head, [0xef, 0xbb, 0xbf]),
    hasUtf16Mark: startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]),
  };
  const counts = isUtf8
    ? { ...NO_COUNTS, highBytes: hasHighBytes ? 1 : 0, utf8Bytes: hasHighBytes ? 1 : 0 }
    : await countHighBytes(path);
  return { sha256: hash.digest('hex'), sizeBytes, bytes: { isUtf8, ...marks, ...counts } };
}

type Counts = Omit<ByteStatistics, 'isUtf8' | 'hasUtf8Mark' | 'hasUtf16Mark'>;
const NO_COUNTS: Counts = {
  highBytes: 0,
  highRuns: 0,
  utf8Bytes: 0,
  undefinedIn874: 0,
  undefinedIn1252: 0,
  firstBadOffset: -1,
};

/** Whether pieces of a file are UTF-8 when put together; a character that a piece is cut within is looked at with the next one. */
class Utf8Check {
  private isUtf8 = true;
  private hasHighBytes = false;
  private cut = Buffer.alloc(0);

  add(piece: Buffer): void {
    if (!this.isUtf8) return;
    const bytes = this.cut.length === 0 ? piece : Buffer.concat([this.cut, piece]);
    const whole = wholeCharacters(bytes);
    this.cut = Buffer.from(bytes.subarray(whole));
    const known = bytes.subarray(0, whole);
    if (isAscii(known)) return;
    this.hasHighBytes = true;
    this.isUtf8 = isUtf8(known);
  }

  end(): { isUtf8: boolean; hasHighBytes: boolean } {
    if (this.cut.length > 0) this.isUtf8 = false;
    return { isUtf8: this.isUtf8, hasHighBytes: this.hasHighBytes || this.cut.length > 0 };
  }
}

/** Length without a last character that is not there as a whole: at most three bytes of it, the first of which says how many belong to it. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function startsWith(head: Buffer, mark: number[]): boolean {
  return mark.every((byte, i) => head[i] === byte);
}

async function countHighBytes(path: string): Promise<Counts> {
  const counts = { ...NO_COUNTS };
  const utf8 = new Utf8Follower();
  let offset = 0;
  let isInRun = false;
  for await (const chunk of readPieces(path)) {
    for (const byte of chunk) {
      offset++;
      const isWhole = utf8.follow(byte);
      if (!isWhole && counts.firstBadOffset < 0) counts.firstBadOffset = offset;
      if (byte < 0x80) {
        isInRun = false;
        continue;
      }
      counts.highBytes++;
      if (!isInRun) counts.highRuns++;
      isInRun = true;
      if (IS_UNDEFINED_874[byte]) counts.undefinedIn874++;
      if (IS_UNDEFINED_1252[byte]) counts.undefinedIn1252++;
    }
  }
  counts.utf8Bytes = utf8.thaiBytes;
  return counts;
}

/** Follows bytes as UTF-8 and counts those of Thai letters, which are three bytes that Windows-874 hardly ever has in a row. */
class Utf8Follower {
  thaiBytes = 0;
  private owed = 0;
  private isThai = false;

  /** False where the bytes stop being UTF-8. */
  follow(byte: number): boolean {
    if (this.owed > 0 && byte >= 0x80 && byte < 0xc0) {
      this.owed--;
      if (this.owed === 1) this.isThai = this.isThai && (byte === 0xb8 || byte === 0xb9);
      else if (this.isThai) this.thaiBytes += 3;
      return true;
    }
    const wasWhole = this.owed === 0;
    this.owed = byte < 0xc2 || byte > 0xf4 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    this.isThai = byte === 0xe0;
    return wasWhole && (byte < 0x80 || this.owed > 0);
  }
}

const IS_UNDEFINED_874 = flags([0x81, 0x84], [0x86, 0x90], [0x98, 0x9f], [0xdb, 0xde], [0xfc, 0xff]);
const IS_UNDEFINED_1252 = flags([0x81, 0x81], [0x8d, 0x8d], [0x8f, 0x90], [0x9d, 0x9d]);

function flags(...ranges: [number, number][]): boolean[] {
  return Array.from({ length: 256 }, (_, byte) => ranges.some(([from, to]) => byte >= from && byte <= to));
}

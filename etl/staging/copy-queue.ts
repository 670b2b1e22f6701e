import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { CopyBuffer } from './copy-buffer.ts';

/** One statement under way. */
type Copy<Table> = { table: Table; stream: PassThrough; done: Promise<void>; bytes: number };

/**
 * Collects lines per table and copies them while the next are put together, in one statement at a time: as long as lines of
 * its table come, they flow into it; lines of others wait until there are enough for a statement of their own.
 * What goes wrong with a statement is thrown by the call after it.
 */
export class CopyQueue<Table> {
  private readonly buffers = new Map<Table, CopyBuffer>();
  private underWay: Copy<Table> | null = null;

  constructor(private readonly copy: (table: Table, lines: Readable) => Promise<void>) {}

  add(table: Table, line: string): void {
    let buffer = this.buffers.get(table);
    if (!buffer) this.buffers.set(table, (buffer = new CopyBuffer()));
    buffer.add(line);
  }

  /** Sends what is worth it; waits where more was added than the server has taken. */
  async send(): Promise<void> {
    for (const [table, buffer] of this.buffers) {
      const isFlowing = this.underWay === null || this.underWay.table === table;
      if (buffer.size >= (isFlowing ? PIECE : STATEMENT)) await this.write(table, buffer);
    }
  }

  async end(): Promise<void> {
    for (const [table, buffer] of this.buffers) await this.write(table, buffer);
    await this.finish();
  }

  /** Breaks off what is under way and waits for its end: before the connection is used otherwise. */
  async settle(): Promise<void> {
    const { underWay } = this;
    this.underWay = null;
    underWay?.stream.destroy();
    await underWay?.done.catch(() => undefined);
  }

  private async write(table: Table, buffer: CopyBuffer): Promise<void> {
    const lines = buffer.take();
    if (!lines) return;
    // A statement that never ended would never let its connection ask anything else.
    if (this.underWay && (this.underWay.table !== table || this.underWay.bytes >= LONGEST)) await this.finish();
    const copy = (this.underWay ??= this.begin(table));
    copy.bytes += lines.length;
    if (!copy.stream.write(lines)) await Promise.race([once(copy.stream, 'drain'), copy.done]);
  }

  private begin(table: Table): Copy<Table> {
    const stream = new PassThrough({ highWaterMark: PIECE * 4 });
    // A statement that fails destroys its source; what it failed with is told by the statement.
    stream.on('error', () => undefined);
    const done = this.copy(table, stream);
    done.catch(() => undefined);
    return { table, stream, done, bytes: 0 };
  }

  private async finish(): Promise<void> {
    const { underWay } = this;
    if (!underWay) return;
    underWay.stream.end();
    await underWay.done;
    this.underWay = null;
  }
}

const PIECE = 256 * 1024;
const STATEMENT = 2 * 1024 * 1024;
const LONGEST = 16 * 1024 * 1024;

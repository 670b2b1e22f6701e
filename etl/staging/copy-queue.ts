import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { CopyLines } from './copy-lines.ts';

/** One statement under way. */
type Copy<Table> = { table: Table; stream: PassThrough; done: Promise<void>; bytes: number };

/**
 * Collects lines per table and copies them while the next are put together, in one statement at a time: as long as lines of
 * its table come, they flow into it; lines of others wait until there are enough for a statement of their own.
 * What goes wrong with a statement is thrown by the call after it.
 */
export class CopyQueue<Table> {
  private readonly waiting = new Map<Table, CopyLines>();
  private underWay: Copy<Table> | null = null;

  constructor(private readonly copy: (table: Table, lines: Readable) => Promise<void>) {}

  /** Where lines of a table are to be written. */
  linesOf(table: Table): CopyLines {
    let lines = this.waiting.get(table);
    if (!lines) this.waiting.set(table, (lines = new CopyLines()));
    return lines;
  }

  /** Sends what is worth it; waits where more was added than the server has taken. */
  async send(): Promise<void> {
    for (const [table, lines] of this.waiting) {
      const isFlowing = this.underWay === null || this.underWay.table === table;
      if (lines.size >= (isFlowing ? PIECE : STATEMENT)) await this.write(table, lines);
    }
  }

  async end(): Promise<void> {
    for (const [table, lines] of this.waiting) await this.write(table, lines);
    await this.finish();
  }

  /** Breaks off what is under way and waits for its end: before the connection is used otherwise. */
  async settle(): Promise<void> {
    const { underWay } = this;
    this.underWay = null;
    underWay?.stream.destroy();
    await underWay?.done.catch(() => undefined);
  }

  private async write(table: Table, waiting: CopyLines): Promise<void> {
    const lines = waiting.take();
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

import { CopyBuffer } from './copy-buffer.ts';

/**
 * Collects lines per table and copies them piece by piece, one piece at a time, while the next lines are put together.
 * What goes wrong with a piece is thrown by the call after it.
 */
export class CopyQueue<Table> {
  private readonly buffers = new Map<Table, CopyBuffer>();
  private underWay: Promise<void> = Promise.resolve();

  constructor(private readonly copy: (table: Table, lines: Buffer) => Promise<void>) {}

  add(table: Table, line: string): void {
    let buffer = this.buffers.get(table);
    if (!buffer) this.buffers.set(table, (buffer = new CopyBuffer()));
    buffer.add(line);
  }

  /** Sends what is worth a statement of its own. */
  async send(): Promise<void> {
    for (const [table, buffer] of this.buffers) if (buffer.size >= PIECE) await this.sendPiece(table, buffer);
  }

  async end(): Promise<void> {
    for (const [table, buffer] of this.buffers) await this.sendPiece(table, buffer);
    await this.underWay;
  }

  /** Waits for what is under way, whatever becomes of it: before its connection is used otherwise. */
  async settle(): Promise<void> {
    await this.underWay.catch(() => undefined);
  }

  private async sendPiece(table: Table, buffer: CopyBuffer): Promise<void> {
    const lines = buffer.take();
    if (!lines) return;
    await this.underWay;
    this.underWay = this.copy(table, lines);
    // Told by the next call.
    this.underWay.catch(() => undefined);
  }
}

const PIECE = 6 * 1024 * 1024;

/** Lines for COPY as bytes: a long text put together from a million pieces would be copied twice before it could be sent. */
export class CopyBuffer {
  private bytes = Buffer.allocUnsafe(SIZE);
  private length = 0;

  get size(): number {
    return this.length;
  }

  add(line: string): void {
    const most = this.length + line.length * BYTES_A_CHARACTER;
    if (most > this.bytes.length) this.grow(most);
    this.length += this.bytes.write(line, this.length);
  }

  /** What was added since the last time; null when nothing was. */
  take(): Buffer | null {
    if (this.length === 0) return null;
    const taken = this.bytes.subarray(0, this.length);
    // As large as it had to be: the next lines will fill as much.
    this.bytes = Buffer.allocUnsafe(this.bytes.length);
    this.length = 0;
    return taken;
  }

  private grow(least: number): void {
    const larger = Buffer.allocUnsafe(Math.max(least, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

const SIZE = 256 * 1024;
/** A character outside the Basic Multilingual Plane is two in JavaScript and four bytes in UTF-8. */
const BYTES_A_CHARACTER = 3;

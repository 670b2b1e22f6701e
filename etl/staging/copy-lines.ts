/**
 * Lines of COPY's text format, written value by value as bytes: put together as texts, twenty pieces each, they would be most of
 * what a long load leaves to be collected.
 */
export class CopyLines {
  private bytes = Buffer.allocUnsafe(SIZE);
  private length = 0;

  get size(): number {
    return this.length;
  }

  /** A value as text, or that there is none. */
  text(value: string | null | undefined): this {
    if (value === null || value === undefined) return this.nothing();
    this.reserve(value.length + 1);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      if (code < SPACE || code >= DELETE || code === BACKSLASH) return this.marked(value);
      bytes[at++] = code;
    }
    bytes[at++] = TAB;
    this.length = at;
    return this;
  }

  /** A whole number, of up to 31 bits faster than any text. */
  count(value: number): this {
    // What is no such number is left to the server to refuse.
    if ((value | 0) !== value || value < 0) return this.text(String(value));
    this.reserve(MOST_DIGITS + 1);
    const { bytes } = this;
    let digits = 1;
    for (let above = 10; value >= above; above *= 10) digits++;
    let rest = value;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const next = (rest / 10) | 0;
      bytes[at] = ZERO + rest - next * 10;
      rest = next;
    }
    this.length += digits;
    bytes[this.length++] = TAB;
    return this;
  }

  /** Ends a line of at least one value. */
  end(): void {
    this.bytes[this.length - 1] = NEWLINE;
  }

  /** What was written since the last time; null when nothing was. */
  take(): Buffer | null {
    if (this.length === 0) return null;
    const taken = this.bytes.subarray(0, this.length);
    // As large as it had to be: the next lines will fill as much.
    this.bytes = Buffer.allocUnsafe(this.bytes.length);
    this.length = 0;
    return taken;
  }

  private nothing(): this {
    this.reserve(3);
    this.bytes[this.length++] = BACKSLASH;
    this.bytes[this.length++] = CAPITAL_N;
    this.bytes[this.length++] = TAB;
    return this;
  }

  /** Text in other letters than those of ASCII, or with marks that COPY takes for its own. */
  private marked(value: string): this {
    const text = value.replace(OWN_MARKS, (mark) => ESCAPES[mark]!);
    this.reserve(text.length * BYTES_A_CHARACTER + 1);
    this.length += this.bytes.write(text, this.length);
    this.bytes[this.length++] = TAB;
    return this;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.length + more, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

/** What is sent at once, and a batch that goes beyond it. */
const SIZE = 512 * 1024;
/** A character outside the Basic Multilingual Plane is two in JavaScript and four bytes in UTF-8. */
const BYTES_A_CHARACTER = 3;
const [TAB, NEWLINE, SPACE, ZERO, CAPITAL_N, BACKSLASH, DELETE] = [9, 10, 32, 48, 78, 92, 127];
const MOST_DIGITS = 10;
const OWN_MARKS = /[\\\t\n\r]/g;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

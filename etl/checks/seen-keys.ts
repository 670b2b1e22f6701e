/**
 * Tells which records may be repeats, in memory that does not grow with the file: a key that was never seen is always
 * known as new; one in a million new ones is taken for a repeat at a million records. The suspects are then compared exactly.
 */
export class SeenKeys {
  private readonly bits = new Uint32Array(WORDS);
  /** Record numbers of suspects; null when there are so many that comparing all is cheaper. */
  suspects: number[] | null = [];

  add(key: string, recordNo: number): void {
    let [first, second] = [FNV_OFFSET, SEED];
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i);
      first = Math.imul(first ^ code, FNV_PRIME);
      second = Math.imul(second ^ code, MURMUR);
      second ^= second >>> 15;
    }
    let isKnown = true;
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = (first + Math.imul(probe, second | 1)) >>> SHIFT;
      const [word, mask] = [bit >>> 5, 1 << (bit & 31)];
      if ((this.bits[word]! & mask) === 0) {
        isKnown = false;
        this.bits[word]! |= mask;
      }
    }
    if (!isKnown || this.suspects === null) return;
    this.suspects.push(recordNo);
    if (this.suspects.length > MAX_SUSPECTS) this.suspects = null;
  }
}

const BITS_LOG2 = 27; // 16 MB
const WORDS = 2 ** (BITS_LOG2 - 5);
const SHIFT = 32 - BITS_LOG2;
const PROBES = 4;
const MAX_SUSPECTS = 50_000;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SEED = 0x9747b28c;
const MURMUR = 0x5bd1e995;

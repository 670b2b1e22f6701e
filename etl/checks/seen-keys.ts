/**
 * Tells which records may be repeats, in memory that does not grow with the file: a key that was never seen is always
 * known as new; one in a million new ones is taken for a repeat at a million records. The suspects are then compared exactly.
 */
export class SeenKeys {
  private readonly bits = new Int32Array(WORDS);
  /** Record numbers of suspects; null when there are so many that comparing all is cheaper. */
  suspects: number[] | null = [];

  /** A key is four whole numbers: of unit, indicator, period and slice. Texts would be made and read for every record. */
  add(unitId: number, indicatorId: number, periodId: number, sliceId: number, recordNo: number): void {
    // The bits of a key lie in one block, which the processor fetches whole: nine bits of the second number for each but the last.
    const first = hash(unitId, indicatorId, periodId, sliceId, 0x811c9dc5);
    const second = hash(unitId, indicatorId, periodId, sliceId, 0x9747b28c);
    const block = (first >>> BLOCK_SHIFT) * BLOCK_WORDS;
    let isKnown = this.set(block, second & 511);
    isKnown = this.set(block, (second >>> 9) & 511) && isKnown;
    isKnown = this.set(block, (second >>> 18) & 511) && isKnown;
    isKnown = this.set(block, first & 511) && isKnown;
    if (!isKnown || this.suspects === null) return;
    this.suspects.push(recordNo);
    if (this.suspects.length > MAX_SUSPECTS) this.suspects = null;
  }

  /** Answers whether the bit was set before. */
  private set(block: number, bit: number): boolean {
    const word = block + (bit >>> 5);
    const before = this.bits[word]!;
    const after = before | (1 << (bit & 31));
    if (after === before) return true;
    this.bits[word] = after;
    return false;
  }
}

/** MurmurHash3 of four words. */
function hash(a: number, b: number, c: number, d: number, seed: number): number {
  let h = mix(mix(mix(mix(seed, a), b), c), d);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function mix(h: number, word: number): number {
  const k = Math.imul(word, 0xcc9e2d51);
  const mixed = h ^ Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

const BITS_LOG2 = 27; // 16 MB
const WORDS = 2 ** (BITS_LOG2 - 5);
const BLOCK_WORDS = 16;
const BLOCK_SHIFT = 32 - (BITS_LOG2 - 9);
const MAX_SUSPECTS = 50_000;

import { compareThai } from './collation.ts';
import { toSearchKeys } from './search-key.ts';

export type Candidate = { code: string; names: readonly (string | null | undefined)[] };
export type Near = { code: string; likeness: number };

/** The `count` candidates most like an unknown code or name, best first; none below a likeness of 0.2. */
export function nearest(text: string, candidates: readonly Candidate[], count = 3): Near[] {
  return toNearest(candidates)(text, count);
}

/** The same for many look-ups over one list: trigrams of the candidates are made once. */
export function toNearest(candidates: readonly Candidate[]): (text: string, count?: number) => Near[] {
  const known = candidates.map(({ code, names }) => ({
    code,
    grams: toSearchKeys([code, ...names]).map(trigramsOf),
  }));
  return (text, count = 3) => {
    const wanted = toSearchKeys([text]).map(trigramsOf);
    return known
      .map(({ code, grams }) => ({ code, likeness: bestOf(wanted, grams) }))
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .sort((left, right) => right.likeness - left.likeness || compareThai(left.code, right.code))
      .slice(0, count);
  };
}

const LEAST_LIKENESS = 0.2;

// Two signs before and one after weigh the beginning of a word, as pg_trgm does.
function trigramsOf(key: string): Set<string> {
  const padded = `  ${key} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

function bestOf(wanted: readonly Set<string>[], grams: readonly Set<string>[]): number {
  return Math.max(0, ...wanted.flatMap((left) => grams.map((right) => likenessOf(left, right))));
}

/** Dice: shared trigrams of both sides. */
function likenessOf(left: Set<string>, right: Set<string>): number {
  let both = 0;
  for (const gram of left) if (right.has(gram)) both += 1;
  return (2 * both) / (left.size + right.size);
}

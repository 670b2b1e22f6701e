import { compareThai } from './collation.ts';
import { editDistance } from './edit-distance.ts';
import { toSearchKey, withoutKindOfUnit } from './search-key.ts';

export type Candidate = { code: string; names: readonly (string | null | undefined)[] };
export type Near = { code: string; likeness: number };

/** The `count` candidates that an unknown code or name is likely a slip of, best first; none that is far-fetched. */
export function nearest(text: string, candidates: readonly Candidate[], count = 3): Near[] {
  return toNearest(candidates)(text, count);
}

/** The same for many look-ups over one list: trigrams of the candidates are made once. */
export function toNearest(candidates: readonly Candidate[]): (text: string, count?: number) => Near[] {
  const known = candidates.map(({ code, names }) => ({
    code,
    key: toSearchKey(code),
    names: names.flatMap((name) => (name ? [toNameKey(name)] : [])),
  }));
  return (text, count = 3) => {
    const key = toSearchKey(text);
    if (key === '') return [];
    const name = toNameKey(text);
    const near = known
      .map((one) => ({
        code: one.code,
        likeness: Math.max(likenessOfSlip(key, one.key), ...one.names.map((other) => likenessOfNames(name, other))),
        begun: sharedBeginning(key, one.key),
      }))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness || b.begun - a.begun || compareThai(a.code, b.code));
    const least = (near[0]?.likeness ?? 0) * BESIDE_THE_BEST;
    return near
      .filter(({ likeness }) => likeness >= least)
      .slice(0, count)
      .map(({ code, likeness }) => ({ code, likeness }));
  };
}

/** What is much less like the text than the best is no help beside it. */
const BESIDE_THE_BEST = 0.8;

/** A name whole, and what is left without the word for its kind: only that tells one department from another. */
type NameKey = { whole: Set<string>; own: Set<string>; ownKey: string };

function toNameKey(name: string): NameKey {
  const ownKey = toSearchKey(withoutKindOfUnit(name));
  return { whole: trigramsOf(toSearchKey(name)), own: trigramsOf(ownKey), ownKey };
}

function likenessOfNames(left: NameKey, right: NameKey): number {
  const own = dice(left.own, right.own);
  const whole = dice(left.whole, right.whole);
  return Math.max(
    own >= LEAST_OF_OWN ? own : 0,
    whole >= LEAST_OF_WHOLE ? whole : 0,
    likenessOfSlip(left.ownKey, right.ownKey),
  );
}

const LEAST_OF_OWN = 0.55;
/** Names share the word for their kind, so whole ones must share more; a slip in that very word is found here alone. */
const LEAST_OF_WHOLE = 0.75;

/** One letter wrong in four to seven, two in eight and more; in less, one letter is too much of the whole to mean anything. */
function likenessOfSlip(left: string, right: string): number {
  const length = Math.max(left.length, right.length);
  const most = length < 4 ? 0 : length < 8 ? 1 : 2;
  const distance = editDistance(left, right, most);
  return distance === Infinity ? 0 : 1 - distance / length;
}

/** Of codes that are equally like it, the one that begins alike comes first: TH-9 is TH-90 before TH-19. */
function sharedBeginning(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at;
}

// Two signs before and one after weigh the beginning of a word, as pg_trgm does.
function trigramsOf(key: string): Set<string> {
  const padded = `  ${key} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** Shared trigrams of both sides. */
function dice(left: Set<string>, right: Set<string>): number {
  let both = 0;
  for (const gram of left) if (right.has(gram)) both += 1;
  return (2 * both) / (left.size + right.size);
}

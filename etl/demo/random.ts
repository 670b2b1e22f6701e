/** Everything invented here hangs on its key alone, so that a longer history never changes an earlier part of it. */
type Key = readonly (string | number)[];

/** A number in [0, 1). */
export function chance(...key: Key): number {
  return hash(key.join('|')) / 4_294_967_296;
}

/** A number in [min, max). */
export function between(min: number, max: number, ...key: Key): number {
  return min + (max - min) * chance(...key);
}

/** A whole number from min to max, both included. */
export function wholeBetween(min: number, max: number, ...key: Key): number {
  return min + Math.floor((max - min + 1) * chance(...key));
}

export function pick<T>(list: readonly T[], ...key: Key): T {
  return list[Math.floor(chance(...key) * list.length)]!;
}

/** Bell-shaped around 0, nearly always within ±1. */
export function bell(...key: Key): number {
  return (chance('a', ...key) + chance('b', ...key) + chance('c', ...key) - 1.5) / 1.5;
}

/** A slow wandering within ±1 over months: smooth between knots that stand `every` months apart. */
export function drift(at: number, every: number, ...key: Key): number {
  const knot = Math.floor(at / every);
  const part = at / every - knot;
  const ease = part * part * (3 - 2 * part);
  return bell(knot, ...key) * (1 - ease) + bell(knot + 1, ...key) * ease;
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** FNV-1a with the finishing mix of MurmurHash3; 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

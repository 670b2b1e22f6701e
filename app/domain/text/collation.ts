// Built once: making a collator per comparison costs half of the throughput.
const THAI = new Intl.Collator('th', { numeric: true });

/** Dictionary order: consonant before leading vowel (กา before เกาะ), "ที่ ๒" before "ที่ ๑๐". */
export const compareThai: (left: string, right: string) => number = THAI.compare;

/** A sorted copy by a text of each item. */
export function sortThaiBy<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return [...items].sort((left, right) => THAI.compare(textOf(left), textOf(right)));
}

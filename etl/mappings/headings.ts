import { toHeaderKey } from '../decode/header-key.ts';
import type { HeaderRow } from '../decode/record.ts';
import type { ColumnSource } from './mapping.ts';

/** Every heading that a column may be read from. */
export function headingsOf(source: ColumnSource): string[] {
  return [source.from ?? [], source.firstOf ?? [], source.join?.from ?? []].flat();
}

/** The same for people: spellings that are read alike once, the mapping's first one first. */
export function tellHeadings(source: ColumnSource): string {
  const byKey = new Map<string, string>();
  for (const heading of headingsOf(source)) {
    const key = toHeaderKey(heading);
    if (!byKey.has(key)) byKey.set(key, heading);
  }
  return [...byKey.values()].join(' / ');
}

/** Heading → column from 0, blind to case, spaces and underscores. */
export function toIndex(header: HeaderRow): (heading: string) => number {
  const indexes = new Map<string, number>();
  header.names.forEach((name, i) => {
    const key = toHeaderKey(name);
    if (!indexes.has(key)) indexes.set(key, i);
  });
  return (heading) => indexes.get(toHeaderKey(heading)) ?? -1;
}

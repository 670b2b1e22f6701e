import { toSearchKey } from '#domain/text/search-key.ts';
import { reject } from './finding.ts';
import type { ParsedCell } from './cell-parsers.ts';

/** One of a fixed list, by its code or by a word for it, in either language. */
export function toChoiceParser(
  values: readonly string[],
  words: Readonly<Record<string, string>>,
): (raw: string) => ParsedCell {
  const known = new Map(values.map((value) => [toSearchKey(value), value]));
  for (const [word, value] of Object.entries(words)) known.set(toSearchKey(word), value);
  return (raw) => {
    const value = known.get(toSearchKey(raw));
    return value === undefined
      ? { value: null, told: reject('choice_unknown', { allowed: tellChoices(values, words).join(', ') }) }
      : { value };
  };
}

/** Each choice as people say it, with its code: รายงานแล้ว (reported); the code alone where there is no word. */
export function tellChoices(values: readonly string[], words: Readonly<Record<string, string>> = {}): string[] {
  return values.map((value) => {
    const word = Object.keys(words).find((one) => words[one] === value);
    return word === undefined ? value : `${word} (${value})`;
  });
}

const YES = ['yes', 'y', 'true', '1', 'ใช่', 'มี'];
const NO = ['no', 'n', 'false', '0', 'ไม่ใช่', 'ไม่มี', 'ไม่'];

export function parseFlag(raw: string): ParsedCell {
  const key = toSearchKey(raw);
  if (YES.includes(key)) return { value: 'true' };
  if (NO.includes(key)) return { value: 'false' };
  return { value: null, told: reject('choice_unknown', { allowed: 'ใช่ (yes), ไม่ (no)' }) };
}

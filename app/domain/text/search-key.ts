import { toNormalForm } from './normal-form.ts';
import { toArabicDigits } from './thai-digits.ts';

/** Lower case, Arabic digits, without spaces and punctuation: "ดศ." and "ดศ" have one key. */
export function toSearchKey(text: string): string {
  return toArabicDigits(toNormalForm(text)).toLowerCase().replace(NOT_LETTERS, '');
}

/** Keys under which a name is found: whole, and without กระทรวง, กรม, สำนักงาน or their English words. */
export function toSearchKeys(names: readonly (string | null | undefined)[]): string[] {
  const keys = new Set<string>();
  for (const name of names) {
    if (!name) continue;
    for (const key of [toSearchKey(name), toSearchKey(withoutKindOfUnit(name))]) if (key) keys.add(key);
  }
  return [...keys];
}

/** True when a query stands anywhere in one of the keys, since Thai words have no spaces between them. */
export function matchesSearch(query: string, keys: readonly string[]): boolean {
  const wanted = toSearchKeys([query]);
  return wanted.length === 0 || wanted.some((key) => keys.some((candidate) => candidate.includes(key)));
}

/** A name without the word for its kind: กระทรวงการคลัง → การคลัง. A name that is nothing else stays. */
export function withoutKindOfUnit(name: string): string {
  const normal = toNormalForm(name);
  return normal.replace(KIND_OF_UNIT, '').trim() || normal;
}

const NOT_LETTERS = /[^\p{L}\p{M}\p{N}]/gu;
const KIND_OF_UNIT =
  /^(?:กระทรวง|กรม|สำนักงานคณะกรรมการ|สำนักงาน|สำนัก|จังหวัด)\s*|^(?:the\s+)?(?:ministry|department|office|bureau)\s+of\s+(?:the\s+)?/i;

/**
 * The one spelling of a Thai or English text: NFC (NFKC would split ำ), ํ+า as ำ, two เ as แ, invisible signs
 * dropped, every run of spaces one space, none at the ends. Idempotent.
 */
export function toNormalForm(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(DETACHED_AM, '$1\u0e33')
    .replace(DOUBLE_E, '\u0e41')
    .replace(SPACES, ' ')
    .trim()
    .normalize('NFC'); // last, since what went before brings marks together that NFC puts in order
}

/** True when a text would be changed, which a load tells as a warning with the original. */
export function isNormalForm(text: string): boolean {
  return toNormalForm(text) === text;
}

// Printable ASCII without a leading, trailing or double space: nothing to do, and most cells are such.
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
// A tone mark may stand after the detached nikhahit; it belongs before ำ.
const DETACHED_AM = /\u0e4d([\u0e48-\u0e4b]?)\u0e32/g;
const DOUBLE_E = /\u0e40\u0e40/g;
const SPACES = /[\s\u00a0]+/g;

import { PROTECTED_TERMS, splitAtTerms } from './protected-terms.ts';

const GRAPHEMES = new Intl.Segmenter('th', { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter('th', { granularity: 'word' });

/** What a reader counts as one sign: น้ำ is two, ที่ is one. */
export function toGraphemes(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

/** Whether a text has no more than `most` graphemes, each of which is a code unit or several. */
export function fitsGraphemes(text: string, most: number): boolean {
  return text.length <= most || toGraphemes(text).length <= most;
}

/** At most `most` graphemes, the last an ellipsis when something was cut. */
export function cutAtGrapheme(text: string, most: number): string {
  if (fitsGraphemes(text, most)) return text;
  const kept = toGraphemes(text).slice(0, Math.max(0, most - 1));
  return `${kept.join('').trimEnd()}…`;
}

/** Words of a text; terms that the dictionary would break stay whole. Joined, they give the text again. */
export function toWords(text: string, protectedTerms: readonly string[] = PROTECTED_TERMS): string[] {
  return splitAtTerms(text, protectedTerms).flatMap(({ part, isTerm }) =>
    isTerm ? [part] : Array.from(WORDS.segment(part), ({ segment }) => segment),
  );
}

/** Lines of at most `width` graphemes, at most `lines` of them, broken between words; the rest is cut with an ellipsis. */
export function wrapWords(
  text: string,
  width: number,
  lines = 2,
  protectedTerms: readonly string[] = PROTECTED_TERMS,
): string[] {
  const wrapped: string[] = [];
  let line = '';
  for (const word of toWords(text, protectedTerms)) {
    if (line !== '' && !fitsGraphemes(line + word.trimEnd(), width)) {
      wrapped.push(line.trimEnd());
      line = word.trimStart();
    } else line += word;
  }
  if (line.trim() !== '') wrapped.push(line.trimEnd());
  const rest = wrapped.slice(lines - 1).join('');
  return [...wrapped.slice(0, lines - 1), ...(rest ? [rest] : [])].map((one) => cutAtGrapheme(one, width));
}

import { createTranslator } from './create-translator.ts';
import * as en from './en/index.ts';
import * as enLoads from './en/load-sentences.ts';
import * as th from './th/index.ts';
import * as thLoads from './th/load-sentences.ts';
import type { Digits, Language, Translate, Words } from './words.ts';

/** Both languages, for the server and the loader of data. Browser code takes its translator from `useT`. */
export function translator(language: Language, digits: Digits = 'arabic'): Translate {
  const key = `${language}-${digits}` as const;
  return (made[key] ??= createTranslator(language, wordsOf[language], digits));
}

const wordsOf: Record<Language, Words> = { th: { ...th, ...thLoads }, en: { ...en, ...enLoads } };
const made: Partial<Record<`${Language}-${Digits}`, Translate>> = {};

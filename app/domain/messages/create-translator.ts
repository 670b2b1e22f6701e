import { createInstance } from 'i18next';
import type { Digits, Language, Translate, Words } from './words.ts';

/**
 * A translator over the words of one language, so that a browser carries only the one it shows.
 * With Thai digits every digit of a Thai sentence is set in them; columns of numbers never go through here.
 */
export function createTranslator(language: Language, words: Words, digits: Digits = 'arabic'): Translate {
  const instance = createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: { translation: words } },
    nsSeparator: false,
    initImmediate: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const t = instance.t as unknown as (key: string, params?: Record<string, string | number>) => string;
  const inThaiDigits = digits === 'thai' && language === 'th';
  return ((key: string, params?: Record<string, string | number>) => {
    const sentence = t(key, params);
    return inThaiDigits
      ? sentence.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x0e20))
      : sentence;
  }) as Translate;
}

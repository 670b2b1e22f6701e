import type { Digits, Language, Translate, Words } from './words.ts';

/**
 * A translator over the words of one language, so that a browser carries only the one it shows. It fills in parameters
 * as they are; in English, `key_one` serves a count of 1. With Thai digits every digit of a Thai sentence is set in
 * them: columns of numbers never go through here. A key that does not exist is given back, so that it can be seen.
 */
export function createTranslator(language: Language, words: Words, digits: Digits = 'arabic'): Translate {
  const inThaiDigits = digits === 'thai' && language === 'th';
  const topics = words as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  return ((key: string, params: Params = {}) => {
    const [topic = '', name = ''] = key.split('.', 2);
    const singular = String(params.count) === '1' ? topics[topic]?.[`${name}_one`] : undefined;
    const sentence = fill(singular ?? topics[topic]?.[name] ?? key, params);
    return inThaiDigits ? sentence.replace(/[0-9]/g, toThaiDigit) : sentence;
  }) as Translate;
}

type Params = Record<string, string | number>;

/** A parameter that was not given stays visible, in its braces. */
function fill(sentence: string, params: Params): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (braces, name: string) => String(params[name] ?? braces));
}

const toThaiDigit = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0x0e20);

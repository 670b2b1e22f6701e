import type { Language } from '../format/number.ts';
import type * as thai from './th/index.ts';

export type { Language };

type ThaiWords = typeof thai;

/** All words of one language. Thai is the model: English has the same topics and keys. */
export type Words = { readonly [T in keyof ThaiWords]: { readonly [K in keyof ThaiWords[T]]: string } };

/** `topic.key` of every sentence. */
export type MessageKey = {
  [T in keyof ThaiWords]: `${T & string}.${keyof ThaiWords[T] & string}`;
}[keyof ThaiWords];

type Sentence<K extends MessageKey> = K extends `${infer T}.${infer R}`
  ? T extends keyof ThaiWords
    ? R extends keyof ThaiWords[T]
      ? ThaiWords[T][R]
      : never
    : never
  : never;

type ParamNames<S> = S extends `${string}{{${infer P}}}${infer Rest}` ? P | ParamNames<Rest> : never;

/** What a sentence needs: values already formatted, or plain counts. */
export type MessageParams<K extends MessageKey> = Record<ParamNames<Sentence<K>>, string | number>;

export type Digits = 'arabic' | 'thai';

/** Parameters are asked for only where the sentence has any. */
export type Translate = <K extends MessageKey>(
  key: K,
  ...params: [ParamNames<Sentence<K>>] extends [never] ? [] : [MessageParams<K>]
) => string;

import * as en from '#domain/messages/en/load-sentences.ts';
import * as th from '#domain/messages/th/load-sentences.ts';
import type { Language } from '#domain/messages/words.ts';
import { isOwnForm } from './empty-form.ts';

const words = { th, en };

/** What people call the way in which a file's columns are read; its name, where a later version wrote one that this one does not know. */
export function mappingTitle(language: Language, { dataset, mapping }: { dataset: string; mapping: string }): string {
  const titles = words[language].mapping;
  if (isOwnForm({ dataset, mapping })) return titles.ownForm;
  return isKey(titles, mapping) ? titles[mapping] : mapping;
}

/** The same for how its letters are stored. */
export function encodingName(language: Language, encoding: string): string {
  const names = words[language].encoding;
  return isKey(names, encoding) ? names[encoding] : encoding;
}

const isKey = <T extends object>(named: T, name: string): name is keyof T & string => Object.hasOwn(named, name);

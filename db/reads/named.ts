import type { Language } from '#domain/format/number.ts';
import type { Sql, Tx } from '../connect.ts';

/** What every read about published rows is told: the publication to read as of (null: the newest), and the reader's language. */
export type ReadArgs = { asOf: number | null; language: Language };

/** The name in the reader's language, of a table that has `name_th` and `name_en`; Thai where English was never given. */
export function named(tx: Tx | Sql, alias: string, language: Language) {
  const table = tx(alias);
  return language === 'en' ? tx`coalesce(${table}.name_en, ${table}.name_th)` : tx`${table}.name_th`;
}

/** The same for positions, whose names are titles. */
export function titled(tx: Tx | Sql, alias: string, language: Language) {
  const table = tx(alias);
  return language === 'en' ? tx`${table}.title_en` : tx`${table}.title_th`;
}

/** A unit's abbreviation, and its name where it has none. A Thai one ends with a full stop, in the list of ministries too. */
export function abbreviated(tx: Tx | Sql, alias: string, language: Language) {
  const table = tx(alias);
  return language === 'en'
    ? tx`coalesce(${table}.abbr_en, ${table}.name_en)`
    : tx`coalesce(regexp_replace(${table}.abbr_th, '([ก-ฮ])$', '\\1.'), ${table}.name_th)`;
}

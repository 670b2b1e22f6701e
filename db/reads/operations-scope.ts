import type { Language } from '#domain/format/number.ts';
import type { Sql, Tx } from '../connect.ts';
import { abbreviated, titled } from './named.ts';

/** What the operational reads are about: a unit with everything below it, on a day. */
export type OperationsScope = {
  unitId: number;
  asOf: number | null;
  /** The Bangkok date by which lateness is judged. */
  day: string;
  /** Last day that counts as due soon. */
  soonOn: string;
  /** Runs begun after this instant are not of this page; null for the newest. */
  until: string | null;
  language: Language;
};

/** The unit itself and everything below it, by the alias of org_unit. */
export function below(tx: Tx | Sql, alias: string, unitId: number) {
  return tx`${tx(alias)}.path @> array[${unitId}::int]`;
}

/** A unit's abbreviation; with its ministry's beside it where the reader looks at several, since offices of two may share one. */
export function shortNamed(
  tx: Tx | Sql,
  alias: string,
  { unitId, language }: Pick<OperationsScope, 'unitId' | 'language'>,
) {
  const unit = tx(alias);
  return tx`concat_ws(' ', ${abbreviated(tx, alias, language)}, (
    select ${abbreviated(tx, 'm', language)} from org_unit m where m.id = ${unit}.ministry_id and m.id <> ${unit}.id and m.parent_id = ${unitId}))`;
}

/** Title of the office that answers for a unit's data, and its holder's name, as columns ownerTitle and ownerName. */
export function officerOf(
  tx: Tx | Sql,
  unitColumn: string,
  { day, language }: Pick<OperationsScope, 'day' | 'language'>,
) {
  return tx`left join lateral (
    select ${titled(tx, 'q', language)} as title, ${language === 'en' ? tx`h.name_en` : tx`concat(h.title_th, h.name_th)`} as name
      from position q left join position_holder h on h.position_id = q.id and h.from_on <= ${day}::date and (h.to_on is null or h.to_on >= ${day}::date)
     where q.unit_id = ${tx.unsafe(unitColumn)} and q.role = 'officer' order by h.acting nulls last limit 1) officer on true`;
}

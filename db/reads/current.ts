import type { Sql, Tx } from '../connect.ts';

/**
 * The rows as they stand, or stood: with `asOf` null the current ones (partial index), with a publication id those it showed.
 * `alias` is the table's alias in the statement.
 */
export function current(tx: Tx | Sql, alias: string, asOf: number | null) {
  const table = tx(alias);
  return asOf === null
    ? tx`${table}.superseded_in is null`
    : tx`${table}.published_in <= ${asOf} and (${table}.superseded_in is null or ${table}.superseded_in > ${asOf})`;
}

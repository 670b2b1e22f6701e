import type { Tx } from '../connect.ts';

/**
 * Parts of a computed row, per mask of audiences that sees them, to rows per set of audiences that sees the same whole.
 * `parts` is a CTE with the key columns, `mask` and the aggregates; each aggregate is combined over the parts an audience
 * sees with the function named. A key with one mask keeps its row; only mixed keys are taken apart by audience.
 */
export function perAudience(
  tx: Tx,
  parts: string,
  key: readonly string[],
  aggregates: Readonly<Record<string, 'sum' | 'min' | 'max' | 'bool_or'>>,
) {
  const names = Object.keys(aggregates);
  const list = (columns: readonly string[], alias?: string) =>
    tx.unsafe(columns.map((column) => (alias ? `${alias}.${column}` : column)).join(', '));
  const combined = tx.unsafe(names.map((name) => `${aggregates[name]}(p.${name}) as ${name}`).join(', '));
  return tx`
    counted as (select *, count(*) over (partition by ${list(key)}) as masks from ${tx(parts)} where mask <> 0),
    one_by_one as (
      select ${list(key, 'p')}, b.bit, ${combined}
        from counted p cross join generate_series(0, 8) as b(bit)
       where p.masks > 1 and p.mask & (1 << b.bit) <> 0 group by ${list(key, 'p')}, b.bit),
    per_audience as (
      select ${list(key)}, ${list(names)}, mask as audiences from counted where masks = 1
      union all
      select ${list(key)}, ${list(names)}, bit_or(1 << bit)::int from one_by_one group by ${list(key)}, ${list(names)})`;
}

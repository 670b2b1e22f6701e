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
  const sameKey = tx.unsafe(key.map((column) => `m.${column} = p.${column}`).join(' and '));
  const first = tx.unsafe(key[0]!);
  // Hashed, not counted over a window: that would sort whatever the parts were added up from. Most are alike under one first column of the key.
  return tx`
    mixed_firsts as (select ${first} from ${tx(parts)} where mask <> 0 group by 1 having min(mask) <> max(mask)),
    mixed as (
      select ${list(key)} from ${tx(parts)} where mask <> 0 and ${first} in (table mixed_firsts) group by ${list(key)} having count(*) > 1),
    one_by_one as (
      select ${list(key, 'p')}, b.bit, ${combined}
        from mixed m join ${tx(parts)} p on ${sameKey} cross join generate_series(0, 8) as b(bit)
       where p.mask & (1 << b.bit) <> 0 group by ${list(key, 'p')}, b.bit),
    per_audience as (
      select ${list(key, 'p')}, ${list(names, 'p')}, p.mask as audiences from ${tx(parts)} p where p.mask <> 0 and not exists (select from mixed m where ${sameKey})
      union all
      select ${list(key)}, ${list(names)}, bit_or(1 << bit)::int from one_by_one group by ${list(key)}, ${list(names)})`;
}

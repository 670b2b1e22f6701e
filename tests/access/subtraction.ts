import type { TestDatabase } from '#tests/setup/database.ts';
import { testNow } from '#tests/setup/visitor.ts';

/** A figure as a reader finds it in the tables. */
export interface Seen {
  indicator: string;
  unit: string;
  parent: string | null;
  periodId: number;
  slice: number;
  value: string;
  from: number;
  to: number | null;
}

/** Every figure that a reader can get at, current and as of any earlier publication. */
export function getSeen({ web }: TestDatabase, token: string): Promise<Seen[]> {
  return web.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select access.enter(${token}, ${testNow})`;
    const select = (table: string) =>
      tx`select i.code as indicator, u.code as unit, p.code as parent, f.period_id as "periodId", f.slice_id as slice, f.value::text as value, f.published_in as "from", f.superseded_in as "to"
        from ${tx(table)} f join indicator i on i.id = f.indicator_id join org_unit u on u.id = f.unit_id left join org_unit p on p.id = u.parent_id where f.value is not null`;
    return [...(await select('reading')), ...(await select('unit_rollup'))] as unknown as Seen[];
  }) as Promise<Seen[]>;
}

/** All that can be worked out: values, a whole less any of its parts, one version less another, at one moment and across moments. */
export function workOut(seen: Seen[]): Set<string> {
  const known = new Set(seen.map(({ value }) => plain(BigInt(Math.round(Number(value))))));
  for (const whole of seen) {
    const parts = seen.filter(
      (part) =>
        part !== whole &&
        part.indicator === whole.indicator &&
        (part.parent === whole.unit ||
          (part.unit === whole.unit && (part.slice !== whole.slice || part.from !== whole.from))),
    );
    const values = [...new Set(parts.map(({ value }) => value))].slice(0, 12);
    for (let subset = 1; subset < 1 << values.length; subset += 1) {
      const sum = values.reduce(
        (total, value, index) => (subset & (1 << index) ? total + BigInt(Math.round(Number(value))) : total),
        0n,
      );
      known.add(plain(BigInt(Math.round(Number(whole.value))) - sum));
    }
  }
  for (const one of seen)
    for (const other of seen)
      known.add(plain(BigInt(Math.round(Number(one.value))) - BigInt(Math.round(Number(other.value)))));
  return known;
}

const plain = (value: bigint): string => String(value < 0n ? -value : value);

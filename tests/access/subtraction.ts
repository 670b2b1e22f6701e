import { determined } from '#tests/setup/equations.ts';
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

/** What the control totals of runs tell that a reader may open: the one value of a run that the reader does not know otherwise. */
export async function readTotals(
  { web, owner }: TestDatabase,
  token: string,
  { known, decidesAt }: { known: ReadonlySet<string>; decidesAt: number },
): Promise<Set<string>> {
  const runs = (await web.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select access.enter(${token}, ${testNow})`;
    // Who decides on a run that waits sees what it adds up to; it is those levels' to take or to return.
    return tx`select distinct t.run_id as "runId" from run_total t join etl_run r on r.id = t.run_id where r.levels <> ${decidesAt}`;
  })) as unknown as { runId: number }[];
  const sent = await owner<{ values: string[] }[]>`
    select array_agg(distinct trim_scale(value)::text) as values from reading where value is not null and run_id = any(${runs.map(({ runId }) => runId)}::int[]) group by run_id`;
  const unknown = sent.map(({ values }) => values.filter((value) => !known.has(value)));
  return new Set(unknown.flatMap((values) => (values.length === 1 ? values : [])));
}

/** A figure as it truly is or was, whether a table holds it or not. */
export interface Truth {
  indicator: string;
  unit: string;
  /** Codes from the root down to the unit. */
  path: string[];
  slice: number;
  value: string;
}

/** Every value that any unit ever reported; what is stored nowhere is added by hand. */
export function getTruth(
  { owner }: TestDatabase,
  storedNowhere: readonly { indicator: string; unit: string; value: string }[],
): Promise<Truth[]> {
  return owner<Truth[]>`
    select distinct f.indicator, u.code as unit, array(select a.code from unnest(u.path) with ordinality p(id, place) join org_unit a on a.id = p.id order by place) as path,
           f.slice, f.value
      from (select i.code as indicator, r.unit_id, r.slice_id as slice, trim_scale(r.value)::text as value from reading r join indicator i on i.id = r.indicator_id where r.value is not null
            union all
            select n.indicator, u.id, 0, n.value from jsonb_to_recordset(${JSON.stringify(storedNowhere)}::jsonb) as n(indicator text, unit text, value text) join org_unit u on u.code = n.unit) f
      join org_unit u on u.id = f.unit_id`;
}

/**
 * What follows from everything seen by all equations at once: totals of units and of slices, at whatever moment they held, and every
 * computed figure as the sum that it is. A value is found out when the equations leave it no freedom.
 */
export function solve(seen: readonly Seen[], truth: readonly Truth[], own: readonly string[]): Set<string> {
  const known = new Set<string>();
  for (const indicator of new Set(truth.map((one) => one.indicator))) {
    const figures = truth.filter((one) => one.indicator === indicator);
    const shown = seen.filter((one) => one.indicator === indicator);
    const isKnown = figures.map(
      (one) =>
        own.includes(one.value) ||
        shown.some((row) => isSamePlace(row, one) && Number(row.value) === Number(one.value)),
    );
    const equations = [
      ...figures.flatMap((whole, place) => equationsOf(whole, place, figures)),
      ...shown.flatMap((row) => sumsOf(row, figures)),
    ];
    const unknown = figures.flatMap((_, place) => (isKnown[place] ? [] : [place]));
    const found = determined(equations.map((equation) => unknown.map((place) => equation.get(place) ?? 0)));
    figures.forEach((one, place) => {
      if (isKnown[place] || found.has(unknown.indexOf(place))) known.add(plain(BigInt(one.value)));
    });
  }
  return known;
}

type Equation = Map<number, number>;

const isSamePlace = (one: { unit: string; slice: number }, other: Truth) =>
  one.unit === other.unit && one.slice === other.slice;

/** A reported whole is the sum of those of its parts that truly add up to it: units below it, or its own slices. */
function equationsOf(whole: Truth, place: number, figures: readonly Truth[]): Equation[] {
  const among = (isPart: (one: Truth) => boolean) =>
    figures.flatMap((one, index) => (index !== place && isPart(one) ? [index] : []));
  const families = [
    among((one) => one.slice === whole.slice && one.unit !== whole.unit && one.path.includes(whole.unit)),
    among((one) => whole.slice === 0 && one.slice !== 0 && one.unit === whole.unit),
  ];
  return families
    .flatMap((family) => subsetsOf(family, figures, Number(whole.value)))
    .map((subset) => new Map([[place, 1], ...subset.map((part): [number, number] => [part, -1])]));
}

/** A figure that was seen is some sum of true ones, of the unit itself or of those below it. */
function sumsOf(row: Seen, figures: readonly Truth[]): Equation[] {
  const family = figures.flatMap((one, index) =>
    one.slice === row.slice && one.path.includes(row.unit) ? [index] : [],
  );
  return subsetsOf(family, figures, Number(row.value)).map((subset) => new Map(subset.map((part) => [part, 1])));
}

function subsetsOf(family: readonly number[], figures: readonly Truth[], total: number): number[][] {
  if (family.length > 16) throw new Error('So many figures are not tried in all their sums.');
  const values = family.map((place) => Number(figures[place]!.value));
  const subsets: number[][] = [];
  for (let subset = 1; subset < 1 << family.length; subset += 1) {
    let sum = 0;
    for (let bit = 0; bit < values.length; bit += 1) if (subset & (1 << bit)) sum += values[bit]!;
    if (sum === total) subsets.push(family.filter((_, bit) => subset & (1 << bit)));
  }
  return subsets;
}

const plain = (value: bigint): string => String(value < 0n ? -value : value);

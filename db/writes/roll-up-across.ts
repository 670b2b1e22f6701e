import type { Tx } from '../connect.ts';
import { perAudience } from './audience-rows.ts';
import { lookUpFigures } from './look-up-figures.ts';
import type { Reach } from './plan-for-bulk.ts';
import type { Publication } from './republish.ts';
import { computeRollUps } from './replace-roll-ups.ts';
import { targetsOf, touchedYears } from './roll-up-targets.ts';

/**
 * Computes the figures of every touched parent from its children's numbers of record, deepest level first: what a level
 * computed is what the next one adds up. Sums are SQL; which sum a rule wants is the domain's table (#domain/roll-up).
 */
export async function rollUpAcross(tx: Tx, publication: Publication, reach: Reach): Promise<void> {
  const [deepest] = await tx<{ depth: number | null }[]>`
    select max(depth) as depth from staging.touched where publication_id = ${publication.id}`;
  for (let depth = deepest?.depth ?? -1; depth >= 0; depth -= 1) {
    const years = await touchedYears(tx, publication, depth);
    const children = reach === 'one by one' ? [] : await unitsAt(tx, depth + 1);
    await computeRollUps(tx, publication, { basis: 'across', depth, years, reach }, (fiscalYear) =>
      levelOf(tx, publication, { depth, fiscalYear, reach, children }),
    );
    await touchNext(tx, publication, depth);
  }
}

async function unitsAt(tx: Tx, depth: number): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`select id from org_unit where depth = ${depth}`;
  return rows.map(({ id }) => id);
}

const KEY = ['unit_id', 'indicator_id', 'period_id', 'slice_id'] as const;
const AGGREGATES = {
  total: 'sum',
  numerator: 'sum',
  denominator: 'sum',
  lowest: 'min',
  highest: 'max',
  children: 'sum',
  units_reported: 'sum',
  is_estimated: 'bool_or',
} as const;

type Level = {
  depth: number;
  fiscalYear: number;
  reach: Reach;
  /** All units one step deeper: told one by one, so that of the few above the departments not every reading is looked at. */
  children: readonly number[];
};

function levelOf(tx: Tx, publication: Publication, level: Level) {
  const { depth, fiscalYear, reach } = level;
  // Few targets are joined in a loop, which would count again for each; many by hash, which workers fill.
  const once = tx.unsafe(reach === 'one by one' ? 'materialized' : 'not materialized');
  return tx`
    with targets as ${once} (${targetsOf(tx, publication, depth, fiscalYear)}),
    children as (${childrenOf(tx, level)}),
    -- Only what the rule asks for is added up: exact sums are most of the work.
    parts as (
      select unit_id, indicator_id, period_id, slice_id, mask, sum(value) filter (where adds) as total, sum(num) filter (where is_ratio) as numerator,
             sum(den) filter (where is_ratio) as denominator, min(value) filter (where is_lowest) as lowest, max(value) filter (where is_highest) as highest,
             count(*) as children, sum(reported) as units_reported, bool_or(estimated) as is_estimated
        from children group by 1, 2, 3, 4, mask),
    ${perAudience(tx, 'parts', KEY, AGGREGATES)},
    expected as ${once} (
      select t.unit_id, t.indicator_id, t.period_id, count(*) as units
        from (select distinct unit_id, ministry_id, indicator_id, period_id, is_top from targets where slice_id = 0) t
        join expected_report e on e.indicator_id = t.indicator_id and e.period_id = t.period_id and (t.is_top or e.ministry_id = t.ministry_id)
         and e.unit_id <> t.unit_id and e.superseded_in is null and e.state in ('reported', 'missing', 'rejected')
       group by 1, 2, 3),
    -- From the few rows that somebody may not see up to the units above them: the other way round would look at every reading.
    hidden as materialized (
      select a.id as unit_id, r.indicator_id, r.period_id, r.slice_id, r.levels, r.audiences, r.state = 'withheld' as is_withheld
        from reading r join org_unit c on c.id = r.unit_id cross join lateral unnest(c.path) as a(id)
       where r.fiscal_year = ${fiscalYear} and r.superseded_in is null and (r.classification > 0 or r.state = 'withheld') and a.id <> r.unit_id
         and (r.indicator_id, r.period_id) in (select indicator_id, period_id from targets)),
    withheld as ${once} (
      select t.unit_id, t.indicator_id, t.period_id, t.slice_id, b.bit, count(*) as units
        from targets t join hidden h on h.unit_id = t.unit_id and h.indicator_id = t.indicator_id and h.period_id = t.period_id and h.slice_id = t.slice_id
        join generate_series(0, 8) as b(bit) on h.levels & (1 << (b.bit / 3)) <> 0 and (h.audiences & (1 << b.bit) = 0 or h.is_withheld)
       group by 1, 2, 3, 4, 5),
    reported_above as ${once} (
      select t.unit_id, t.indicator_id, t.period_id, t.slice_id, bit_or(r.audiences)::int as mask
        from targets t join reading r on r.unit_id = t.unit_id and r.indicator_id = t.indicator_id and r.fiscal_year = ${fiscalYear}
         and r.period_id = t.period_id and r.slice_id = t.slice_id and r.superseded_in is null
       where t.of_record = 'reported' group by 1, 2, 3, 4),
    split as (
      select p.*, t.fiscal_year, t.ministry_id, t.indicator_version, t.rule, t.ratio_scale, s.audiences_part, s.counts
        from per_audience p join targets t using (unit_id, indicator_id, period_id, slice_id)
        left join reported_above a using (unit_id, indicator_id, period_id, slice_id)
        cross join lateral (values (p.audiences & ~coalesce(a.mask, 0), true), (p.audiences & coalesce(a.mask, 0), false)) as s(audiences_part, counts)
       where s.audiences_part <> 0)
    select p.fiscal_year, p.ministry_id, p.unit_id, p.indicator_id, p.period_id, p.slice_id, lowest_audience(p.audiences_part) as audience, p.audiences_part as audiences,
           p.indicator_version, 'across' as basis,
           case p.rule when 'sum' then p.total when 'avg' then p.total / p.children when 'min' then p.lowest when 'max' then p.highest
                             else case when p.denominator <> 0 then p.numerator * p.ratio_scale / p.denominator end end as value,
           p.numerator, p.denominator, p.units_reported, greatest(p.units_reported, coalesce(e.units, 0)) as units_expected, coalesce(w.units, 0) as units_withheld,
           null::int as through_period_id, p.is_estimated, p.counts as of_record
      from split p
      left join expected e on e.unit_id = p.unit_id and e.indicator_id = p.indicator_id and e.period_id = p.period_id and p.slice_id = 0
      left join withheld w on w.unit_id = p.unit_id and w.indicator_id = p.indicator_id and w.period_id = p.period_id and w.slice_id = p.slice_id
                          and w.bit = lowest_audience(p.audiences_part)`;
}

/** The children's numbers of record with the rule of their parents' target: from the targets down, or from all figures of the year up. */
function childrenOf(tx: Tx, { fiscalYear, reach, children }: Level) {
  const sameFigure = tx`f.indicator_id = t.indicator_id and f.period_id = t.period_id and f.slice_id = t.slice_id`;
  const counts = tx`f.fiscal_year = ${fiscalYear} and f.superseded_in is null and f.basis <> 'time' and f.value is not null`;
  const joined =
    reach === 'one by one'
      ? tx`targets t join org_unit c on c.parent_id = t.unit_id ${lookUpFigures(tx, tx`f.unit_id = c.id and ${sameFigure} and ${counts}`)}`
      : tx`figure f join org_unit c on c.id = f.unit_id and f.unit_id = any(${[...children]}::int[]) join targets t on t.unit_id = c.parent_id and ${sameFigure} and ${counts}`;
  // A bare percentage shows at its own level but cannot be added to others.
  return tx`
      select t.unit_id, t.indicator_id, t.period_id, t.slice_id, t.adds, t.is_ratio, t.is_lowest, t.is_highest, f.audiences & t.reach as mask,
             f.value, f.numerator as num, f.denominator as den, f.units_reported as reported, f.is_estimated as estimated
        from ${joined} where not t.is_ratio or f.denominator is not null`;
}

async function touchNext(tx: Tx, publication: Publication, depth: number): Promise<void> {
  await tx`
    insert into staging.touched (publication_id, fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, depth)
    select distinct t.publication_id, t.fiscal_year, p.ministry_id, p.id, t.indicator_id, t.period_id, t.slice_id, p.depth
      from staging.touched t join org_unit u on u.id = t.unit_id join org_unit p on p.id = u.parent_id
     where t.publication_id = ${publication.id} and t.depth = ${depth}
    union
    select distinct t.publication_id, t.fiscal_year, t.ministry_id, t.unit_id, t.indicator_id, t.fiscal_year::int * 100000, t.slice_id, -1
      from staging.touched t where t.publication_id = ${publication.id} and t.depth = ${depth}`;
}

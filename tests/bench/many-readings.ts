import type { Sql } from '#db/connect.ts';
import { makeIndicators } from './bench-database.ts';

const YEARS = [2565, 2566, 2567, 2568, 2569];

/** Readings of 250 departments written straight into the tables, with the roll-ups that hang on them, until so many stand. */
export async function fillReadings(sql: Sql, rows: number): Promise<number> {
  const [have] = await sql<{ n: number; indicators: number }[]>`
    select count(*)::int as n, (select count(*)::int from indicator where code ~ '^B[0-9]{5}$') as indicators from reading`;
  const perIndicator = 250 * 12 * YEARS.length;
  const more = Math.max(0, Math.ceil((rows - have!.n) / perIndicator));
  const [from, to] = [have!.indicators + 1, have!.indicators + more];
  if (more > 0) {
    await makeIndicators(sql, to, from);
    for (const year of YEARS) await fillYear(sql, year, from, to);
  }
  await sql.unsafe('vacuum (analyze) reading');
  await sql.unsafe('vacuum (analyze) unit_rollup');
  const [now] = await sql<{ n: number }[]>`select count(*)::int as n from reading where superseded_in is null`;
  return now!.n;
}

async function fillYear(sql: Sql, year: number, from: number, to: number): Promise<void> {
  const indicators = sql`(select id, substr(code, 2)::int as n from indicator where code ~ '^B[0-9]{5}$' and substr(code, 2)::int between ${from} and ${to})`;
  const newest = sql`(select max(id) from publication)`;
  await sql`
    insert into reading (fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, revision, indicator_version, classification, levels, state, value, numerator,
                         denominator, of_record, run_id, file_no, row_no, audiences, published_in)
    select ${year}, u.ministry_id, u.id, i.id, p.id, 0, 1, 1, 0, 7, 'reported', case when i.n % 2 = 0 then 50 + u.id % 40 else 1000 + u.id % 997 end,
           case when i.n % 2 = 0 then (50 + u.id % 40) * 10 end, case when i.n % 2 = 0 then 1000 end, true, (select max(id) from etl_run), 1, 2, fact_audiences(7, 0), ${newest}
      from (select id, ministry_id from org_unit where level = 'DOC' and in_chain order by code limit 250) u
      cross join ${indicators} i cross join period p where p.kind = 'month' and p.fiscal_year = ${year}`;
  const ours = sql`r.fiscal_year = ${year} and r.indicator_id in (select id from ${indicators} i)`;
  const rollUp = (unit: string, period: string, basis: string, group: string) => sql`
    insert into unit_rollup (fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, audience, audiences, indicator_version, basis, value, numerator, denominator,
                             units_reported, units_expected, units_withheld, through_period_id, is_estimated, of_record, published_in)
    select ${year}, p.ministry_id, p.id, r.indicator_id, ${sql.unsafe(period)}, 0, lowest_audience(audiences_from(p.level)), audiences_from(p.level), 1, ${basis}, sum(r.value),
           sum(r.numerator), sum(r.denominator), least(count(*), 32767), least(count(*), 32767), 0, max(r.period_id), false, true, ${newest}
      from reading r join org_unit u on u.id = r.unit_id join org_unit p on p.id = ${sql.unsafe(unit)}
     where ${ours} group by p.id, r.indicator_id ${sql.unsafe(group)}`;
  await rollUp('u.parent_id', 'r.period_id', 'across', ', r.period_id');
  await rollUp("(select id from org_unit where code = 'PMOC')", 'r.period_id', 'across', ', r.period_id');
  await rollUp('r.unit_id', `${year}00000`, 'time', '');
  await rollUp('u.parent_id', `${year}00000`, 'time', '');
}

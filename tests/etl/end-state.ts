import type { Sql } from '#db/connect.ts';
import { READING_HEAD } from './suite.ts';

const UNITS = ['03002', '03003', '03004', '03005', '03006', '03007', '03008', '03009', '03011'];

/** A file of the Ministry of Finance's departments, half values and half ratios; another version has other values in the same cells. */
export function manyReadings(rows: number, version = 0): string {
  return `${READING_HEAD}${Array.from({ length: rows }, (_, i) => toLine(i, version)).join('\n')}\n`;
}

function toLine(i: number, version: number): string {
  const [unit, month] = [UNITS[i % 9]!, Math.floor(i / 9)];
  const [indicator, n] = month % 2 === 0 ? ['FN-01', Math.floor(month / 2)] : ['SV-01', Math.floor(month / 2)];
  const period = `${2545 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  return indicator === 'FN-01'
    ? `${indicator},${unit},${period},${100 + (i % 17) + version},,,,`
    : `${indicator},${unit},${period},,${50 + ((i + version) % 13)},100,,`;
}

/** What stands in the tables that people see, without the numbers of runs and publications. */
export async function checksums(sql: Sql): Promise<Record<string, unknown>> {
  const [row] = await sql`
    with readings as (select ((to_jsonb(r) - array['run_id', 'published_in', 'superseded_in']) || jsonb_build_object('current', superseded_in is null))::text as line from reading r),
         rollups as (select ((to_jsonb(r) - array['published_in', 'superseded_in']) || jsonb_build_object('current', superseded_in is null))::text as line from unit_rollup r)
    select (select md5(string_agg(line, ',' order by line)) from readings) as readings, (select md5(string_agg(line, ',' order by line)) from rollups) as rollups,
           (select count(*)::int from staging.reading) as staged`;
  return row!;
}

/** The feed that these files belong to; it is accepted everywhere at once. */
export async function makeFeed(sql: Sql): Promise<string> {
  await sql`
    insert into feed (code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, accepts_itself)
    select 'reading-03000', id, ministry_id, 'MOC', 'reading', 'contract-reading', 'ก', 'a', 'month', 6 from org_unit where code = '03000'`;
  return 'reading-03000';
}

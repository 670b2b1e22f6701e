import type { Sql } from '#db/connect.ts';
import { warn, type Finding } from '../checks/finding.ts';

/** Lines of money that say the same under different codes: perhaps one line read twice. Told, for two equal lines may be meant. */
export async function findRepeatedLines(sql: Sql, runId: number): Promise<Finding[]> {
  const rows = await sql<{ fileNo: number; sheet: string | null; row: number; firstRow: number }[]>`
    with lines as (
      select file_no, sheet, row_no, record_no, (payload::jsonb - 'line_code') as content from staging.record
       where run_id = ${runId} and payload::jsonb ? 'line_code' and payload::jsonb ->> 'allocated_baht' is not null),
    numbered as (
      select *, row_number() over same as n, first_value(row_no) over same as first_row from lines window same as (partition by content order by record_no))
    select file_no as "fileNo", sheet, row_no as "row", first_row as "firstRow" from numbered where n > 1 order by record_no limit 1000`;
  return rows.map(({ fileNo, sheet, row, firstRow }) => ({
    ...warn('line_repeated', { firstRow }),
    fileNo,
    sheet: sheet ?? '',
    row,
    sourceColumn: null,
    contractColumn: null,
    raw: null,
    record: null,
  }));
}

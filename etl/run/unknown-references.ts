import type { Sql } from '#db/connect.ts';
import type { Fragment } from '#db/fragment.ts';
import { reject } from '../checks/finding.ts';
import type { DatasetName } from '../datasets/contract.ts';
import type { Repeat } from './duplicates.ts';

type Dropped = { fileNo: number; sheet: string | null; row: number; values: Record<string, string> };

/** Takes records out of a run's staging that refer to what nobody has sent: milestones of no project, promises of no position. */
export async function dropUnknownReferences(
  sql: Sql,
  runId: number,
  dataset: DatasetName,
  unitId: number,
): Promise<Repeat[]> {
  if (dataset === 'milestone') {
    const rows = await drop(
      sql,
      runId,
      sql`not exists (
      select 1 from project_key k join org_unit u on u.root_id = k.root_id where u.id = ${unitId} and k.code = s.payload::jsonb ->> 'project_code')`,
    );
    return rows.map((row) => toRepeat(row, 'project_unknown', 'project_code'));
  }
  if (dataset !== 'agreement') return [];
  const unknown = (column: string) =>
    sql`not exists (select 1 from position p where p.code = s.payload::jsonb ->> ${column})`;
  const makers = await drop(sql, runId, unknown('maker_position'));
  const recipients = await drop(sql, runId, unknown('recipient_position'));
  return [
    ...makers.map((row) => toRepeat(row, 'position_unknown', 'maker_position')),
    ...recipients.map((row) => toRepeat(row, 'position_unknown', 'recipient_position')),
  ];
}

async function drop(sql: Sql, runId: number, condition: Fragment): Promise<Dropped[]> {
  return sql<Dropped[]>`
    delete from staging.record s where s.run_id = ${runId} and ${condition}
    returning s.file_no as "fileNo", s.sheet, s.row_no as "row", s.payload::jsonb as values`;
}

function toRepeat(
  { fileNo, sheet, row, values }: Dropped,
  rule: 'project_unknown' | 'position_unknown',
  column: string,
): Repeat {
  const code = values[column] ?? '';
  const place = {
    fileNo,
    sheet: sheet ?? '',
    row,
    sourceColumn: null,
    contractColumn: column,
    raw: code,
    record: null,
  };
  return { values, finding: { ...reject(rule, { code }), ...place } };
}

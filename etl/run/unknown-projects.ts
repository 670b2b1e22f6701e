import type { Sql } from '#db/connect.ts';
import { reject } from '../checks/finding.ts';
import type { Repeat } from './duplicates.ts';

/** Takes milestones of projects that nobody has sent out of a run's staging. */
export async function dropUnknownProjects(sql: Sql, runId: number, unitId: number): Promise<Repeat[]> {
  const rows = await sql<{ fileNo: number; sheet: string | null; row: number; values: Record<string, string> }[]>`
    delete from staging.record s
     where s.run_id = ${runId}
       and not exists (
         select 1 from project_key k join org_unit u on u.root_id = k.root_id
          where u.id = ${unitId} and k.code = s.payload::jsonb ->> 'project_code')
    returning s.file_no as "fileNo", s.sheet, s.row_no as "row", s.payload::jsonb as values`;
  return rows.map(({ fileNo, sheet, row, values }) => ({
    values,
    finding: {
      ...reject('project_unknown', { code: values.project_code ?? '' }),
      fileNo,
      sheet: sheet ?? '',
      row,
      sourceColumn: null,
      contractColumn: 'project_code',
      raw: values.project_code ?? null,
      record: null,
    },
  }));
}

import type { Sql, Tx } from '../connect.ts';
import { current } from './current.ts';
import { named, titled, type ReadArgs } from './named.ts';

/** A stored record and where it came from; `stored` has the table's columns and the codes behind its ids. */
export interface RecordRow {
  runId: number;
  fileNo: number;
  sheet: string | null;
  rowNo: number;
  /** Contract column → the sender's own text, only where it differs from what is stored. */
  asSent: Record<string, string> | null;
  stored: Record<string, unknown>;
  name: string;
  unitName: string;
}

export type RecordKey =
  | { table: 'reading'; fiscalYear: number; unitId: number; indicatorId: number; periodId: number; sliceId: number }
  | { table: 'kpi'; kpiId: number }
  | { table: 'project'; projectId: number }
  | { table: 'milestone'; projectId: number; code: string }
  | { table: 'budget'; fiscalYear: number; unitId: number; periodId: number; lineKey: string };

/** The record behind a number as it is stored now, with its address in the sender's file. */
export async function getRecord(tx: Tx | Sql, args: ReadArgs & RecordKey): Promise<RecordRow | null> {
  const [row] = await tx<RecordRow[]>`
    select r.run_id as "runId", r.file_no as "fileNo", r.sheet, r.row_no as "rowNo", r.as_sent as "asSent", ${named(tx, 'u', args.language)} as "unitName",
           ${ofTable(tx, args)} and ${current(tx, 'r', args.asOf)} limit 1`;
  return row ?? null;
}

function ofTable(tx: Tx | Sql, args: ReadArgs & RecordKey) {
  const unit = tx`join org_unit u on u.id = r.unit_id`;
  const indicator = tx`join indicator_current i on i.indicator_id = r.indicator_id`;
  switch (args.table) {
    case 'reading':
      return tx`${named(tx, 'i', args.language)} as name,
        to_jsonb(r) || jsonb_build_object('unit_code', u.code, 'indicator_code', i.code, 'period', p.code, 'slice_kind', s.kind, 'slice_code', s.code) as stored
        from reading r ${unit} ${indicator} join period p on p.id = r.period_id join slice s on s.id = r.slice_id
       where r.fiscal_year = ${args.fiscalYear} and r.unit_id = ${args.unitId} and r.indicator_id = ${args.indicatorId}
         and r.period_id = ${args.periodId} and r.slice_id = ${args.sliceId}`;
    case 'kpi':
      return tx`${named(tx, 'i', args.language)} as name,
        to_jsonb(r) || jsonb_build_object('unit_code', u.code, 'indicator_code', i.code, 't1', r.thresholds_12[1], 't2', r.thresholds_12[2],
          't3', r.thresholds_12[3], 't4', r.thresholds_12[4], 't5', r.thresholds_12[5]) as stored
        from agreement_kpi r ${unit} ${indicator} where r.kpi_id = ${args.kpiId}`;
    case 'project':
      return tx`${named(tx, 'r', args.language)} as name, to_jsonb(r) || jsonb_build_object('unit_code', u.code, 'project_code', r.code) as stored
        from project r ${unit} where r.project_id = ${args.projectId}`;
    case 'milestone':
      return tx`${titled(tx, 'r', args.language)} as name, to_jsonb(r) || jsonb_build_object('milestone_code', r.code) as stored
        from milestone r ${unit} where r.project_id = ${args.projectId} and r.code = ${args.code}`;
    case 'budget':
      return tx`coalesce(r.item, r.project_code, r.plan, r.line_key) as name, to_jsonb(r) || jsonb_build_object('unit_code', u.code, 'line_code', r.line_key) as stored
        from budget_line r ${unit} where r.fiscal_year = ${args.fiscalYear} and r.unit_id = ${args.unitId} and r.period_id = ${args.periodId} and r.line_key = ${args.lineKey}`;
  }
}

export interface RunSourceRow {
  runId: number;
  startedAt: string;
  dataset: string;
  mapping: string;
  mappingVersion: string;
  contractVersion: string;
  source: 'command' | 'upload' | 'pull' | 'folder' | 'demonstration';
  senderUnit: string;
  officerTitle: string | null;
  /** Whose duty the delivery is where nobody sent it by hand. */
  dutyTitle: string | null;
  fileName: string | null;
  sha256: string | null;
}

/** Who sent a run and the file a record stands in; null where the viewer may not see that run. */
export async function getRunSource(
  tx: Tx | Sql,
  { runId, fileNo, language }: { runId: number; fileNo: number } & Pick<ReadArgs, 'language'>,
): Promise<RunSourceRow | null> {
  const [row] = await tx<RunSourceRow[]>`
    select r.id as "runId", r.started_at as "startedAt", r.dataset, r.mapping, r.mapping_version as "mappingVersion", r.contract_version as "contractVersion",
           r.source, ${named(tx, 'u', language)} as "senderUnit", ${titled(tx, 'q', language)} as "officerTitle",
           (select ${titled(tx, 'o', language)} from position o where o.unit_id = r.unit_id and o.role = 'officer' order by o.id limit 1) as "dutyTitle", f.name as "fileName", f.sha256
      from etl_run r join org_unit u on u.id = r.unit_id
      left join position q on q.id = r.position_id
      left join run_file f on f.run_id = r.id and f.file_no = ${fileNo}
     where r.id = ${runId}`;
  return row ?? null;
}

export interface RunColumnRow {
  contractColumn: string;
  sourceHeader: string;
  sourceColumn: string;
}

/** The sender's columns of one sheet, in the order of the sheet. */
export async function getRunColumns(
  tx: Tx | Sql,
  { runId, fileNo, sheet }: { runId: number; fileNo: number; sheet: string | null },
) {
  return tx<RunColumnRow[]>`
    select contract_column as "contractColumn", source_header as "sourceHeader", source_column as "sourceColumn" from run_column
     where run_id = ${runId} and file_no = ${fileNo} and sheet = ${sheet ?? ''} order by length(source_column), source_column, contract_column`;
}

import { columnRules } from '#domain/messages/rule-code.ts';
import type { Tx } from '../connect.ts';
import type { RunStage, RunStatus } from './last-loads.ts';
import { named, titled, type ReadArgs } from './named.ts';

type Lang = Pick<ReadArgs, 'language'>;

export interface Run {
  id: number;
  feedCode: string | null;
  feedName: string | null;
  dataset: string;
  mapping: string;
  mappingVersion: string;
  contractVersion: string;
  unitId: number;
  unitCode: string;
  unitName: string;
  level: 'DOC' | 'MOC' | 'PMOC';
  classification: 'public' | 'internal' | 'restricted';
  status: RunStatus;
  stage: RunStage;
  failureReason: string | null;
  failureParams: Record<string, string | number> | null;
  source: 'command' | 'upload' | 'pull' | 'folder' | 'demonstration';
  read: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  startedAt: string;
  heartbeatAt: string | null;
  finishedAt: string | null;
  senderTitle: string | null;
  senderName: string | null;
  publishedIn: number | null;
  levels: number;
  audiences: number;
  /** Runs of the same feed that go before this one, while it waits. */
  ahead: number;
}

/** One run; null where there is none that the viewer may see. */
export async function getRun(tx: Tx, { id, language }: { id: number } & Lang): Promise<Run | null> {
  const [row] = await tx<Run[]>`
    select r.id, f.code as "feedCode", ${named(tx, 'f', language)} as "feedName", r.dataset, r.mapping, r.mapping_version as "mappingVersion",
           r.contract_version as "contractVersion", r.unit_id as "unitId", u.code as "unitCode", ${named(tx, 'u', language)} as "unitName", r.level, r.classification,
           r.status, r.stage, r.failure_reason as "failureReason", r.failure_params as "failureParams", r.source, r.read, r.accepted, r.unchanged, r.rejected,
           r.warnings, r.started_at as "startedAt", r.heartbeat_at as "heartbeatAt", r.finished_at as "finishedAt", ${titled(tx, 'q', language)} as "senderTitle",
           ${language === 'en' ? tx`p.name_en` : tx`concat(p.title_th, p.name_th)`} as "senderName", r.published_in as "publishedIn", r.levels, r.audiences,
           (select count(*)::int from etl_run o where o.feed_id = r.feed_id and o.id < r.id and o.status in ('waiting', 'running')) as ahead
      from etl_run r join org_unit u on u.id = r.unit_id left join feed f on f.id = r.feed_id
      left join position q on q.id = r.position_id left join access.person p on p.id = r.person_id
     where r.id = ${id}`;
  return row ? { ...row, senderName: row.senderName === '' ? null : row.senderName } : null;
}

/** The newest period that a run reported; null where it has reported nothing that was expected. */
export async function getReportedPeriod(tx: Tx, { id }: { id: number }): Promise<string | null> {
  const [row] = await tx<{ code: string }[]>`
    select p.code from expected_report e join period p on p.id = e.period_id
     where e.run_id = ${id} and e.superseded_in is null and e.feed_id = (select feed_id from etl_run where id = ${id})
     order by p.ends_on desc limit 1`;
  return row?.code ?? null;
}

export interface RunFile {
  fileNo: number;
  name: string;
  format: string;
  encoding: string | null;
  delimiter: string | null;
  records: number;
  sha256: string;
}

export function getRunFiles(tx: Tx, { id }: { id: number }): Promise<RunFile[]> {
  return tx<
    RunFile[]
  >`select file_no as "fileNo", name, format, encoding, delimiter, records, sha256 from run_file where run_id = ${id} order by file_no`;
}

export interface RunColumn {
  fileNo: number;
  sheet: string;
  contractColumn: string;
  sourceHeader: string;
  sourceColumn: string;
}

/** Which of the sender's columns was read as which of ours. */
export function getRunColumns(tx: Tx, { id }: { id: number }): Promise<RunColumn[]> {
  return tx<RunColumn[]>`
    select file_no as "fileNo", sheet, contract_column as "contractColumn", source_header as "sourceHeader", source_column as "sourceColumn"
      from run_column where run_id = ${id} order by file_no, sheet, length(source_column), source_column limit 400`;
}

export interface RunTotal {
  column: string;
  groupKey: string;
  readRecords: number;
  readTotal: string;
  acceptedRecords: number;
  acceptedTotal: string;
}

/** Control totals, the widest first: those without a group before the groups. */
export function getRunTotals(tx: Tx, { id, limit }: { id: number; limit: number }): Promise<RunTotal[]> {
  return tx<RunTotal[]>`
    select column_name as "column", group_key as "groupKey", read_records as "readRecords", read_total::text as "readTotal", accepted_records as "acceptedRecords",
           accepted_total::text as "acceptedTotal" from run_total where run_id = ${id} and read_records > 0 and column_name <> '' order by group_key <> '', group_key, column_name limit ${limit}`;
}

/** Whether what a run adds up to is for the viewer: sums go up with the data, and keep what the data keep. */
export async function maySeeTotals(tx: Tx, { id }: { id: number }): Promise<boolean> {
  const [row] = await tx<{ may: boolean }[]>`select access.may_see_totals(${id}) as may`;
  return row!.may;
}

/** Whether what was refused of a run is for the viewer: the sender's own values go up with the data. */
export async function maySeeFindings(tx: Tx, { id }: { id: number }): Promise<boolean> {
  const [row] = await tx<{ may: boolean }[]>`select exists (select from access.run_with_findings(${id})) as may`;
  return row!.may;
}

export interface RuleCount {
  severity: 'rejection' | 'warning';
  ruleCode: string;
  count: number;
}

export function getRuleCounts(tx: Tx, { id }: { id: number }): Promise<RuleCount[]> {
  return tx<
    RuleCount[]
  >`select severity, rule_code as "ruleCode", count from run_rule_count where run_id = ${id} order by rule_code = any(${columnRules as string[]}) desc, severity, count desc, rule_code`;
}

export interface RunFinding {
  seq: number;
  severity: 'rejection' | 'warning';
  ruleCode: string;
  params: Record<string, string | number>;
  fileNo: number;
  sheet: string | null;
  rowNo: number;
  sourceColumn: string | null;
  rawValue: string | null;
  record: (string | null)[] | null;
}

/** A page of what the rules found, in the sender's own order; of one rule, or of all: what is said of columns, then rejections, then warnings. */
export function getRunFindings(
  tx: Tx,
  {
    id,
    rule,
    limit,
    offset,
  }: { id: number; rule: { severity: string; code: string } | null; limit: number; offset: number },
): Promise<RunFinding[]> {
  return tx<RunFinding[]>`
    select seq, severity, rule_code as "ruleCode", params, file_no as "fileNo", sheet, row_no as "rowNo", source_column as "sourceColumn", raw_value as "rawValue", record
      from run_finding where run_id = ${id} ${rule ? tx`and severity = ${rule.severity} and rule_code = ${rule.code}` : tx``}
     order by rule_code = any(${columnRules as string[]}) desc, severity, file_no, sheet nulls first, row_no, seq limit ${limit} offset ${offset}`;
}

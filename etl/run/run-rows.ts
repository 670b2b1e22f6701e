import { audienceMask, factAudiences } from '#domain/hierarchy/audience.ts';
import { LEVELS } from '#domain/hierarchy/levels.ts';
import type { Sql, Tx } from '#db/connect.ts';
import type { FileFacts } from '../decode/open-file.ts';
import type { RecordChecker } from '../checks/record-checker.ts';
import type { ControlTotal } from '../checks/totals.ts';
import type { Contract } from '../datasets/contract.ts';
import type { Mapping } from '../mappings/mapping.ts';
import type { LoadFeed } from './feed-of-load.ts';
import type { RuleCount } from './findings-sink.ts';

export type RunSource = 'command' | 'upload' | 'pull' | 'folder' | 'demonstration';
export type RunStage = 'waiting' | 'keeping' | 'staging' | 'checking' | 'publishing' | 'done';
export type RunCounts = { read: number; accepted: number; unchanged: number; rejected: number; warnings: number };

/** Who may see that a run exists while it runs: its own subtree; the outside once it is shown there. */
export function audiencesWhileRunning(feed: LoadFeed): number {
  const all = factAudiences(feed.classification, LEVELS);
  return feed.inChain ? all & ~audienceMask('PMOC', 'public') : all;
}

export type NewRun = {
  feed: LoadFeed;
  mapping: Mapping;
  contract: Contract;
  source: RunSource;
  startedAt: Date;
  periodId: number | null;
  positionId: number | null;
  personId: number | null;
};

export async function insertRun(
  sql: Sql,
  { feed, mapping, contract, source, startedAt, periodId, positionId, personId }: NewRun,
): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into etl_run (feed_id, dataset, mapping, mapping_version, contract_version, unit_id, ministry_id, level, classification, status, stage, source, period_id, started_at, heartbeat_at, position_id, person_id, audiences)
    values (${feed.id}, ${mapping.dataset}, ${mapping.name}, ${mapping.version}, ${contract.version}, ${feed.unitId}, ${feed.ministryId}, ${feed.level}, ${feed.classification},
            'waiting', 'waiting', ${source}, ${periodId}, ${startedAt}, ${startedAt}, ${positionId}, ${personId}, ${audiencesWhileRunning(feed)})
    returning id`;
  return row!.id;
}

export async function updateStage(
  sql: Sql,
  runId: number,
  stage: RunStage,
  counts: RunCounts,
  now: Date,
): Promise<void> {
  const { read, rejected, warnings } = counts;
  await sql`
    update etl_run set status = ${stage === 'waiting' ? 'waiting' : 'running'}, stage = ${stage}, read = ${read}, rejected = ${rejected}, warnings = ${warnings}, heartbeat_at = ${now}
     where id = ${runId}`;
}

/**
 * Ends a run without a change to what people see; its staged records go. Nothing was taken in, so every record that was read
 * counts as rejected: read = accepted + unchanged + rejected holds for refused runs too. Which of them broke a rule themselves
 * stands in the findings. Answers false, and leaves the run as it is, where it had come to an end before.
 */
export async function endRun(
  sql: Sql,
  runId: number,
  status: 'refused' | 'failed',
  reason: { code: string; params: object },
  counts: RunCounts,
  now: Date,
): Promise<boolean> {
  const { read, warnings } = counts;
  return sql.begin(async (tx) => {
    const [ended] = await tx`
      update etl_run set status = ${status}, stage = 'done', failure_reason = ${reason.code}, failure_params = ${reason.params as never}, read = ${read}, accepted = 0, unchanged = 0,
             rejected = ${read}, warnings = ${warnings}, finished_at = ${now}, heartbeat_at = ${now}
       where id = ${runId} and status in ('waiting', 'running') returning id`;
    if (ended) await tx`update run_total set accepted_records = 0, accepted_total = 0 where run_id = ${runId}`;
    await dropStaged(tx, runId);
    return ended !== undefined;
  });
}

export async function dropStaged(sql: Sql | Tx, runId: number): Promise<void> {
  for (const table of ['reading', 'record', 'unit', 'indicator'])
    await (sql as Sql)`delete from ${sql('staging')}.${sql(table)} where run_id = ${runId}`;
}

/** Forgets what was found in a run's files: they are read again. */
export async function forgetRead(sql: Sql, runId: number, counts: RunCounts): Promise<void> {
  await sql.begin(async (tx) => {
    for (const table of ['run_finding', 'run_total', 'run_rule_count'])
      await tx`delete from ${tx(table)} where run_id = ${runId}`;
  });
  Object.assign(counts, { read: 0, accepted: 0, unchanged: 0, rejected: 0, warnings: 0 });
}

export async function insertRunFile(
  sql: Sql,
  runId: number,
  fileNo: number,
  file: { name: string; sha256: string },
  facts: FileFacts,
): Promise<void> {
  await sql`
    insert into run_file (run_id, file_no, name, sha256, format, encoding, delimiter)
    values (${runId}, ${fileNo}, ${file.name}, ${file.sha256}, ${facts.format}, ${facts.encoding ?? null}, ${facts.delimiter ?? null}) on conflict do nothing`;
}

/** Which of the sender's columns each contract column was read from; with a record's row it makes a cell's address. */
export async function insertRunColumns(
  sql: Sql,
  runId: number,
  fileNo: number,
  sheet: string,
  checker: RecordChecker,
): Promise<void> {
  const rows = checker.columns.map(({ column, plan }) => ({
    run_id: runId,
    file_no: fileNo,
    sheet,
    contract_column: column.name,
    source_header: plan.sourceHeader,
    source_column: plan.sourceColumn,
  }));
  await sql`insert into run_column ${sql(rows)} on conflict do nothing`;
}

export async function insertRunResults(
  sql: Sql,
  runId: number,
  totals: readonly ControlTotal[],
  counts: readonly RuleCount[],
  { recordsByFile, clearance }: { recordsByFile: ReadonlyMap<number, number>; clearance: number },
): Promise<void> {
  // A milestone is as confidential as its project. Few projects are confidential: the records are read once, for those alone.
  await sql`
    update etl_run r set file_clearance = greatest(${clearance}::int, coalesce((
      select max(p.classification) from project p join project_key k on k.id = p.project_id
       where p.superseded_in is null and p.classification > 0
         and (k.code in (select s.payload::jsonb ->> 'project_code' from staging.record s where s.run_id = ${runId} and s.dataset = 'milestone')) is true), 0))
     where r.id = ${runId}`;
  const totalRows = totals.map(({ column, groupKey, read, accepted }) => ({
    run_id: runId,
    column_name: column,
    group_key: groupKey,
    read_records: read.records,
    read_total: read.toText(),
    accepted_records: accepted.records,
    accepted_total: accepted.toText(),
  }));
  const countRows = counts.map(({ severity, ruleCode, count }) => ({
    run_id: runId,
    severity,
    rule_code: ruleCode,
    count,
  }));
  for (let from = 0; from < totalRows.length; from += 1_000)
    await sql`insert into run_total ${sql(totalRows.slice(from, from + 1_000))}`;
  if (countRows.length > 0) await sql`insert into run_rule_count ${sql(countRows)}`;
  for (const [fileNo, records] of recordsByFile)
    await sql`update run_file set records = ${records} where run_id = ${runId} and file_no = ${fileNo}`;
}

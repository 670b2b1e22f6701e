import type { Sql, Tx } from '../connect.ts';

export type RunAccount = {
  run: number;
  feed: string | null;
  status: string;
  read: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  seconds: number | null;
};

export type RunAccountInFull = RunAccount & {
  stage: string;
  dataset: string;
  mapping: string;
  mappingVersion: string;
  contractVersion: string;
  startedAt: string;
  reason: { code: string; params: Record<string, string | number> } | null;
  files: {
    fileNo: number;
    name: string;
    sha256: string;
    sizeBytes: number;
    format: string;
    encoding: string | null;
    records: number;
  }[];
  totals: {
    column: string;
    group: string;
    readRecords: number;
    read: string;
    acceptedRecords: number;
    accepted: string;
  }[];
  rules: { severity: string; rule: string; count: number }[];
};

/** The newest runs, newest first. */
export async function getRunAccounts(sql: Sql | Tx, limit: number): Promise<RunAccount[]> {
  return sql<
    RunAccount[]
  >`select ${columns(sql)} from etl_run r left join feed f on f.id = r.feed_id order by r.id desc limit ${limit}`;
}

/** One run with files, control totals and counts per rule; null when there is none. */
export async function getRunAccount(sql: Sql | Tx, run: number): Promise<RunAccountInFull | null> {
  const [row] = await sql<RunAccountInFull[]>`
    select ${columns(sql)}, r.stage, r.dataset, r.mapping, r.mapping_version as "mappingVersion", r.contract_version as "contractVersion", r.started_at as "startedAt",
           case when r.failure_reason is not null then jsonb_build_object('code', r.failure_reason, 'params', coalesce(r.failure_params, '{}')) end as reason,
           coalesce((select jsonb_agg(jsonb_build_object('fileNo', x.file_no, 'name', x.name, 'sha256', x.sha256, 'sizeBytes', k.size_bytes, 'format', x.format,
                                                         'encoding', x.encoding, 'records', x.records) order by x.file_no)
                       from run_file x left join kept_file k using (sha256) where x.run_id = r.id), '[]') as files,
           coalesce((select jsonb_agg(jsonb_build_object('column', t.column_name, 'group', t.group_key, 'readRecords', t.read_records, 'read', trim_scale(t.read_total)::text,
                                                         'acceptedRecords', t.accepted_records, 'accepted', trim_scale(t.accepted_total)::text) order by t.column_name, t.group_key)
                       from run_total t where t.run_id = r.id), '[]') as totals,
           coalesce((select jsonb_agg(jsonb_build_object('severity', c.severity, 'rule', c.rule_code, 'count', c.count) order by c.severity, c.count desc, c.rule_code)
                       from run_rule_count c where c.run_id = r.id), '[]') as rules
      from etl_run r left join feed f on f.id = r.feed_id where r.id = ${run}`;
  return row ?? null;
}

function columns(sql: Sql | Tx) {
  return sql`r.id as run, f.code as feed, r.status, r.read, r.accepted, r.unchanged, r.rejected, r.warnings,
    round(extract(epoch from r.finished_at - r.started_at)::numeric, 2)::float8 as seconds`;
}

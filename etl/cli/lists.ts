import type { Sql } from '#db/connect.ts';
import { getRunAccount, getRunAccounts } from '#db/reads/run-accounts.ts';
import { mappings } from '../mappings/mappings.ts';
import { sourceOf } from './feed.ts';
import type { Options } from './options.ts';
import { EXIT, failureSentence, print, table } from './output.ts';
import { UsageError } from './usage.ts';

export function listMappings({ json }: Options): number {
  const rows = mappings.map(({ name, dataset, version, th, en }) => ({ name, dataset, version, th, en }));
  print(json, { mappings: rows }, table(rows.map(({ name, dataset, en }) => [name, dataset, en])));
  return EXIT.done;
}

export async function listFeeds(sql: Sql, { json }: Options): Promise<number> {
  const rows = await sql<
    {
      code: string;
      unit: string;
      level: string;
      dataset: string;
      mapping: string;
      source: string | null;
      schedule: string | null;
      lastRun: number | null;
      lastStatus: string | null;
      lastAt: string | null;
    }[]
  >`
    select f.code, u.code as unit, f.level, f.dataset, f.mapping, f.source_url as source, f.schedule, r.id as "lastRun", r.status as "lastStatus", r.started_at as "lastAt"
      from feed f join org_unit u on u.id = f.unit_id
      left join lateral (select id, status, started_at from etl_run where feed_id = f.id order by id desc limit 1) r on true
     where f.active order by f.code`;
  print(
    json,
    { feeds: rows },
    rows.length === 0
      ? [
          'there is no feed yet; make one: npm run etl -- feed reading-03003 --unit 03003 --dataset reading --name-th … --name-en …',
        ]
      : table([
          ['feed', 'unit', 'level', 'dataset', 'source', 'schedule', 'last', 'at'],
          ...rows.map((row) => [
            ...[row.code, row.unit, row.level, row.dataset, sourceOf(row.source), row.schedule],
            ...[row.lastStatus, row.lastAt],
          ]),
        ]),
  );
  return EXIT.done;
}

export async function listRuns(sql: Sql, { json }: Options): Promise<number> {
  const runs = await getRunAccounts(sql, 50);
  const lines = runs.map(({ run, feed, status, read, accepted, unchanged, rejected, warnings }) => [
    run,
    feed,
    status,
    read,
    accepted,
    unchanged,
    rejected,
    warnings,
  ]);
  print(
    json,
    { runs },
    table([['run', 'feed', 'status', 'read', 'accepted', 'unchanged', 'rejected', 'warnings'], ...lines]),
  );
  return EXIT.done;
}

export async function showRun(sql: Sql, { json, names }: Options): Promise<number> {
  if (!/^\d{1,9}$/.test(names[0] ?? '')) throw new UsageError('show wants the number of a run');
  const run = await getRunAccount(sql, Number(names[0]));
  if (!run) {
    process.stderr.write(`there is no run ${names[0]}\n`);
    return EXIT.nothingLoaded;
  }
  const reason = run.reason ? [failureSentence('th', run.reason), failureSentence('en', run.reason)] : [];
  print(json, run, [
    `run ${run.run} · ${run.feed ?? ''} · ${run.status} · ${run.startedAt}`,
    ...reason,
    `read ${run.read} = accepted ${run.accepted} + unchanged ${run.unchanged} + rejected ${run.rejected} · warnings ${run.warnings}`,
    ...table(
      run.files.map(({ fileNo, name, records, format, encoding, sha256 }) => [
        fileNo,
        name,
        records,
        format,
        encoding,
        sha256.slice(0, 12),
      ]),
    ),
    ...table(
      run.totals
        .filter(({ column, group }) => column !== '' && group === '')
        .map(({ column, read, accepted }) => [column, read, accepted]),
    ),
    ...table(run.rules.map(({ severity, rule, count }) => [severity, rule, count])),
  ]);
  return EXIT.done;
}

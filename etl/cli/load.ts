import { basename } from 'node:path';
import { parsePeriod } from '#domain/time/period.ts';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { isDatasetName } from '../datasets/contracts.ts';
import { findMapping } from '../mappings/mappings.ts';
import { loadFiles, type LoadProgress, type LoadRequest, type RunSummary } from '../pipeline.ts';
import { InterruptedLoad } from '../run/interrupted-load.ts';
import { findingLines } from './findings.ts';
import type { Options } from './options.ts';
import { exitCodeOf, print, summaryLines, toAccount } from './output.ts';
import { UsageError } from './usage.ts';

/** Throws UsageError before anything is opened. */
export function checkLoad({ names, mapping, dataset, period }: Options): void {
  if (names.length === 0) throw new UsageError('load wants at least one file');
  if ((mapping === undefined) === (dataset === undefined))
    throw new UsageError('load wants either --mapping or --dataset');
  if (dataset !== undefined && !isDatasetName(dataset)) throw new UsageError(`there is no dataset "${dataset}"`);
  if (mapping !== undefined && !findMapping(mapping))
    throw new UsageError(`there is no mapping "${mapping}"; the command mappings lists them`);
  if (period !== undefined && !parsePeriod(period).ok)
    throw new UsageError(`"${period}" is no period; write 2569, 2569-Q1, 2569-10 or a date`);
}

export async function runLoad(sql: Sql, clock: Clock, options: Options): Promise<number> {
  const { names, mapping, dataset, feed, period, encoding, dryRun, json } = options;
  const summary = await toEnd({
    sql,
    clock,
    source: 'command',
    dryRun,
    mapping: (mapping ?? dataset)!,
    files: names.map((path) => ({ path, name: basename(path) })),
    ...(feed === undefined ? {} : { feedCode: feed }),
    ...(period === undefined ? {} : { period }),
    ...(encoding === undefined ? {} : { encoding }),
    onProgress: sayProgress,
  });
  const found = (summary.findings ?? []).slice(0, SHOWN).flatMap(findingLines);
  print(json, toAccount(summary), [...found, ...summaryLines(summary)]);
  return exitCodeOf(summary);
}

/** A load that the database left ends as a failed run with its sentence, like any other. */
function toEnd(request: LoadRequest): Promise<RunSummary> {
  return loadFiles(request).catch((error: unknown) => {
    if (error instanceof InterruptedLoad) return error.summary;
    throw error;
  });
}

const SHOWN = 50;

/** Progress goes to standard error: standard output belongs to the result. */
export function sayProgress({ stage, read }: LoadProgress): void {
  if (stage === 'waiting')
    process.stderr.write('another load of this feed is running; waiting for it (กำลังรอการนำเข้าอีกครั้งหนึ่งของชุดข้อมูลนี้)\n');
  else if (process.stderr.isTTY) process.stderr.write(`\r${stage} ${read}      ${stage === 'done' ? '\n' : ''}`);
}

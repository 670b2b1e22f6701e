import type { Sql } from '#db/connect.ts';
import { SourceProblem } from '../decode/source-problem.ts';
import { removeDuplicates } from './duplicates.ts';
import type { FindingsSink } from './findings-sink.ts';
import type { LoadPlan } from './prepare-load.ts';
import { findRepeatedLines } from './repeated-lines.ts';
import type { RunCounts } from './run-rows.ts';
import type { Staged } from './stage-records.ts';
import { dropUnknownReferences } from './unknown-references.ts';

/** Finds what shows only when all records are side by side, or beside what is published. */
export async function compareRecords(
  sql: Sql,
  runId: number,
  plan: LoadPlan,
  staged: Staged,
  sink: FindingsSink,
  counts: RunCounts,
): Promise<void> {
  const { dataset } = plan.contract;
  const gone = await removeDuplicates(sql, runId, dataset, staged.seen.suspects);
  gone.push(...(await dropUnknownReferences(sql, runId, dataset, plan.feed.unitId)));
  for (const { finding, values } of gone) {
    sink.add(finding);
    staged.totals.takeBack(values);
    counts.rejected++;
    if (sink.isFull) await sink.flush();
  }
  if (dataset === 'reading')
    for (const finding of await staged.magnitudes.compareWithPublished(sql, staged.firstYears)) sink.add(finding);
  if (dataset === 'budget') for (const finding of await findRepeatedLines(sql, runId)) sink.add(finding);
  await sink.flush();
  counts.warnings = sink.warnings;
}

/** A feed's share of rejects above its limit refuses the run whole. */
export function refuseTooMany(plan: LoadPlan, { read, rejected }: RunCounts): void {
  const limit = Number(plan.feed.maxRejectedShare);
  if (rejected <= read * limit) return;
  throw new SourceProblem('too_many_rejections', { rejected, read, limit: Math.round(limit * 100) });
}

import type { Sql } from '#db/connect.ts';
import { contracts } from '../datasets/contracts.ts';
import { SourceProblem } from '../decode/source-problem.ts';
import { findMapping } from '../mappings/mappings.ts';
import type { RunSummary } from '../pipeline.ts';
import { findFeed } from './feed-of-load.ts';
import { endRun, insertRun } from './run-rows.ts';

/** Writes a run that never got a file, with the reason, so that the feed's page can tell it. */
export async function refuseRun(
  sql: Sql,
  { code, mapping: name }: { code: string; mapping: string },
  problem: SourceProblem,
  now: Date,
  source: 'pull' | 'folder' = 'pull',
): Promise<RunSummary> {
  const mapping = findMapping(name);
  if (!mapping) throw new SourceProblem('unknown_mapping', { mapping: name });
  const feed = await findFeed(sql, mapping, code, async () => []);
  const runId = await insertRun(sql, {
    feed,
    mapping,
    contract: contracts[mapping.dataset],
    source,
    startedAt: now,
    periodId: null,
    positionId: null,
    personId: null,
  });
  const counts = { read: 0, accepted: 0, unchanged: 0, rejected: 0, warnings: 0 };
  const reason = { code: problem.failure, params: problem.params };
  await endRun(sql, runId, 'refused', reason, counts, now);
  return { run: runId, feed: code, status: 'refused', ...counts, seconds: 0, failure: reason };
}

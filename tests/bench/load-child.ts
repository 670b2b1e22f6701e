/** One load in a process of its own, as the worker does it: tells its seconds, its peak memory and its stages. */
import { connect } from '#db/connect.ts';
import { fixedClock } from '#db/clock.ts';
import { loadFiles } from '#etl/pipeline.ts';

const [url, path] = process.argv.slice(2) as [string, string];
const sql = connect(url, { max: 4 });
const stages: Record<string, number> = {};
let at = performance.now();
let stage = 'waiting';
const startedAt = at;
const run = await loadFiles({
  sql,
  clock: fixedClock('2026-11-20T02:00:00Z'),
  files: [{ path, name: 'readings.csv' }],
  mapping: 'contract-reading',
  feedCode: 'reading-PMOC',
  source: 'command',
  onProgress: (progress) => {
    if (progress.stage === stage) return;
    stages[stage] = (stages[stage] ?? 0) + performance.now() - at;
    [stage, at] = [progress.stage, performance.now()];
  },
});
const ms = performance.now() - startedAt;
await sql.end({ timeout: 2 });
const { status, accepted, rejected, warnings } = run;
process.send!({ ms, peakMb: process.resourceUsage().maxRSS / 1024, stages, status, accepted, rejected, warnings });

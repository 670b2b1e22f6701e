import { randomInt } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { isServerLost } from '#db/server-fault.ts';
import { publishRun, publishStraight, type PublishedRun } from '#db/writes/publish-run.ts';
import { parsePeriod } from '#domain/time/period.ts';
import type { Finding } from './checks/finding.ts';
import type { ControlTotal } from './checks/totals.ts';
import type { Encoding } from './decode/encoding.ts';
import { SourceProblem, type Failure, type FailureParams } from './decode/source-problem.ts';
import { compareRecords, refuseTooMany } from './run/compare-records.ts';
import { FileKeeper } from './run/file-keeper.ts';
import { withFeedLock, withSession, type Session } from './run/feed-lock.ts';
import { endFailedRun, InterruptedLoad } from './run/interrupted-load.ts';
import { FindingsSink, type RuleCount } from './run/findings-sink.ts';
import { openFiles, type LoadFile, type OpenedLoad } from './run/open-files.ts';
import { prepareLoad, type LoadPlan } from './run/prepare-load.ts';
import {
  audiencesWhileRunning,
  dropStaged,
  endRun,
  forgetRead,
  insertRun,
  insertRunColumns,
  insertRunFile,
  insertRunResults,
  updateStage,
  type RunCounts,
  type RunSource,
  type RunStage,
} from './run/run-rows.ts';
import { stageRecords, type Staged } from './run/stage-records.ts';
import { toPartitions, toStaging, type Destination } from './staging/destination.ts';
import { stageDeclared } from './staging/stage-declared.ts';

export type LoadRequest = {
  sql: Sql;
  clock: Clock;
  files: readonly LoadFile[];
  /** A mapping's name, or a dataset's for files with the contract's own columns. */
  mapping: string;
  feedCode?: string;
  /** Period of every record, for files without a period column. */
  period?: string;
  encoding?: Encoding;
  dryRun?: boolean;
  source: RunSource;
  positionId?: number;
  personId?: number;
  onProgress?: (progress: LoadProgress) => void;
  /** Awaited once all records are staged, before they are compared with what is published: who loads much in order lets one load read its files while the one before it publishes. */
  afterStaging?: () => Promise<void>;
  /** Bytes from which on a file's readings go straight into their partitions; some megabytes unless told. */
  straightBytes?: number;
};

export type LoadProgress = { run: number | null; stage: RunStage; read: number };
export type RunStatus = 'loaded' | 'loaded_with_rejections' | 'unchanged' | 'refused' | 'failed' | 'checked';

export type RunSummary = RunCounts & {
  run: number | null;
  feed: string | null;
  status: RunStatus;
  seconds: number;
  failure?: { code: Failure; params: FailureParams };
  /** The run's findings, for a dry run, which stores none. */
  findings?: Finding[];
  rules?: RuleCount[];
  totals?: ControlTotal[];
};

/**
 * The one sequence that every load goes through: keep the bytes, decode, map, check, stage, compare, publish.
 * What goes wrong with the files ends as a refused run with its reason, never as an exception; a fault of ours, and a database
 * that goes away (InterruptedLoad), is thrown after the run is marked as failed. People see the change whole, or none of it.
 */
export async function loadFiles(request: LoadRequest): Promise<RunSummary> {
  const startedAt = performance.now();
  const counts: RunCounts = { read: 0, accepted: 0, unchanged: 0, rejected: 0, warnings: 0 };
  const summary = (status: RunStatus, more: Partial<RunSummary> = {}): RunSummary => ({
    run: null,
    feed: null,
    status,
    ...counts,
    seconds: Math.round((performance.now() - startedAt) / 10) / 100,
    ...more,
  });
  let plan: LoadPlan;
  try {
    plan = await prepareLoad(request);
  } catch (error) {
    if (error instanceof SourceProblem)
      return summary('refused', { failure: { code: error.failure, params: error.params } });
    throw error;
  }
  const feed = plan.feed.code;
  if (request.dryRun) return checkOnly(request, plan, counts, (status, more) => summary(status, { feed, ...more }));
  const runId = await insertRun(request.sql, {
    ...plan,
    source: request.source,
    startedAt: request.clock.now(),
    periodId: toPeriodId(request.period),
    positionId: request.positionId ?? null,
    personId: request.personId ?? null,
  });
  const status = (name: RunStatus, more: Partial<RunSummary> = {}): RunSummary =>
    summary(name, { run: runId, feed, ...more });
  try {
    return await withFeedLock(
      request.sql,
      plan.feed.id,
      {
        runId,
        onWait: () => request.onProgress?.({ run: runId, stage: 'waiting', read: 0 }),
        clock: request.clock,
      },
      (session) => runLoad(request, session, plan, runId, counts, status),
    );
  } catch (error) {
    const problem = error instanceof SourceProblem ? error : null;
    const isLost = !problem && isServerLost(error);
    const reason = problem
      ? { code: problem.failure, params: problem.params }
      : { code: isLost ? ('interrupted' as const) : ('internal' as const), params: {} };
    // Nothing was taken in: whatever was read is refused with the whole.
    const refused = { ...counts, rejected: counts.read };
    const ended = await endFailedRun(request.sql, runId, () =>
      endRun(request.sql, runId, problem ? 'refused' : 'failed', reason, refused, request.clock.now()),
    );
    if (ended) return status(ended.status, ended);
    Object.assign(counts, refused);
    if (isLost) throw new InterruptedLoad(status('failed', { failure: reason }), error);
    if (!problem) throw error;
    return status('refused', { failure: reason });
  }
}

async function runLoad(
  request: LoadRequest,
  session: Session,
  plan: LoadPlan,
  runId: number,
  counts: RunCounts,
  status: (name: RunStatus) => RunSummary,
): Promise<RunSummary> {
  const { sql, clock } = request;
  const enter = async (stage: RunStage): Promise<void> => {
    request.onProgress?.({ run: runId, stage, read: counts.read });
    await updateStage(sql, runId, stage, counts, clock.now());
  };
  const keeper = new FileKeeper(sql, clock);
  /** Everything up to the moment in which a run may be published. */
  const read = async (destination: Destination): Promise<void> => {
    await enter('keeping');
    const isPaged = request.source === 'pull';
    const owner = { runId, unitId: plan.feed.unitId, audiences: audiencesWhileRunning(plan.feed), isPaged };
    const sink = new FindingsSink(sql, owner);
    const load = await openFiles(request, plan, keeper);
    for (const { fileNo, name, survey, opened } of load.files)
      await insertRunFile(sql, runId, fileNo, { name, sha256: survey.sha256 }, opened.facts);
    await stageDeclared(sql, runId, load.declared);
    await enter('staging');
    const staged = await stage(request, destination, plan, load, { runId, counts, sink });
    await keeper.done();
    await request.afterStaging?.();
    await enter('checking');
    await compareRecords(sql, runId, plan, staged, sink, counts);
    await insertRunResults(sql, runId, staged.totals.all(), sink.ruleCounts(), staged);
    refuseTooMany(plan, counts);
    await enter('publishing');
  };
  let published: PublishedRun | null = null;
  try {
    if (await isStraight(request, plan)) {
      published = await publishStraight(sql, { runId, clock }, async (straight) => {
        await read(toPartitions(sql, straight));
        return counts.read - counts.rejected;
      });
      if (!published) await forgetRead(sql, runId, counts);
    }
    if (!published) {
      await read(toStaging(session, plan.contract));
      published = await publishRun(sql, { runId, now: clock.now() });
    }
  } finally {
    // What went wrong first is told, whatever the keeper says on its way out.
    await keeper.done().catch(() => undefined);
  }
  counts.accepted = published.accepted;
  counts.unchanged = published.unchanged;
  request.onProgress?.({ run: runId, stage: 'done', read: counts.read });
  return status(counts.rejected > 0 ? 'loaded_with_rejections' : counts.accepted === 0 ? 'unchanged' : 'loaded');
}

/** Long files of readings are first tried straight, unless somebody else says when to publish. */
async function isStraight(request: LoadRequest, { contract, mapping }: LoadPlan): Promise<boolean> {
  const { sql, files, afterStaging, straightBytes = STRAIGHT_BYTES } = request;
  // What a mapping brings along has no id yet. The load's session and transaction leave a connection for what is written beside them;
  // nobody else on it may wait to publish then.
  if (contract.dataset !== 'reading' || mapping.root || afterStaging || sql.options.max < 3) return false;
  const sizes = await Promise.all(files.map(async ({ path }) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0) >= straightBytes;
}

/** Some hundred thousand readings: shorter files are staged and merged in a few seconds. */
const STRAIGHT_BYTES = 4 * 1024 * 1024;

/** Everything but storing: what a load would say. */
async function checkOnly(
  request: LoadRequest,
  plan: LoadPlan,
  counts: RunCounts,
  status: (name: RunStatus, more?: Partial<RunSummary>) => RunSummary,
): Promise<RunSummary> {
  const sink = new FindingsSink(request.sql, null);
  // No run has this number: the records are compared in staging, then dropped.
  const runId = -randomInt(1, 2 ** 31);
  try {
    const load = await openFiles(request, plan, null);
    const staged = await withSession(
      request.sql,
      () => undefined,
      (session) => stage(request, toStaging(session, plan.contract), plan, load, { runId, counts, sink, isDry: true }),
    );
    await compareRecords(request.sql, runId, plan, staged, sink, counts);
    refuseTooMany(plan, counts);
    counts.accepted = counts.read - counts.rejected;
    return status('checked', { findings: sink.kept, rules: sink.ruleCounts(), totals: staged.totals.all() });
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
    counts.rejected = counts.read;
    return status('refused', {
      failure: { code: error.failure, params: error.params },
      findings: sink.kept,
      rules: sink.ruleCounts(),
    });
  } finally {
    await dropStaged(request.sql, runId);
  }
}

async function stage(
  request: LoadRequest,
  destination: Destination,
  plan: LoadPlan,
  load: OpenedLoad,
  run: { runId: number; counts: RunCounts; sink: FindingsSink; isDry?: boolean },
): Promise<Staged> {
  const { sql, clock } = request;
  const { runId, counts, sink, isDry = false } = run;
  let lastBeat = performance.now();
  const staged = await stageRecords(destination, {
    runId,
    counts,
    sink,
    mapping: plan.mapping,
    contract: plan.contract,
    scope: load.scope,
    files: load.files,
    onSheet: (fileNo, sheet, checker) =>
      isDry ? Promise.resolve() : insertRunColumns(sql, runId, fileNo, sheet, checker),
    onBatch: () => {
      if (performance.now() - lastBeat < HEARTBEAT_MS) return;
      lastBeat = performance.now();
      request.onProgress?.({ run: runId, stage: 'staging', read: counts.read });
      if (!isDry) void updateStage(sql, runId, 'staging', counts, clock.now()).catch(() => undefined);
    },
  });
  if (counts.read === 0) throw new SourceProblem('empty');
  return staged;
}

const HEARTBEAT_MS = 1_000;

function toPeriodId(period: string | undefined): number | null {
  const parsed = period === undefined ? null : parsePeriod(period);
  return parsed?.ok ? parsed.value.id : null;
}

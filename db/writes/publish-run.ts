import type { Clock } from '../clock.ts';
import type { Sql, Tx } from '../connect.ts';
import { mergeAgreements } from './merge-agreements.ts';
import { mergeBudget } from './merge-budget.ts';
import { mergeCountryIndex } from './merge-country-index.ts';
import { mergeDeclared } from './merge-declared.ts';
import { mergeIndicators } from './merge-indicators.ts';
import { mergeMilestones } from './merge-milestones.ts';
import { mergeProjects } from './merge-projects.ts';
import { mergeReadings, mergeStraight } from './merge-readings.ts';
import { republish, type Publication, type Scope } from './republish.ts';
import type { Merged } from './revise-facts.ts';
import { getRunHead, type RunHead } from './run-head.ts';
import { GivenUp, type StraightReadings } from './straight-readings.ts';

export type PublishedRun = { publicationId: number | null; accepted: number; unchanged: number };

type Merge = (tx: Tx, publication: Publication, run: RunHead) => Promise<Merged & Scope>;

const MERGES: Readonly<Record<string, Merge>> = {
  reading: mergeReadings,
  indicator: mergeIndicators,
  agreement: mergeAgreements,
  project: mergeProjects,
  milestone: mergeMilestones,
  budget: mergeBudget,
  index: mergeCountryIndex,
};

/**
 * Publishes a checked run: merges what it staged, computes again what hangs on it, and writes the run's end, all in one
 * transaction. Where nothing differs from what stands, nothing is published and the run says "unchanged".
 * Counts are of records; `rejected` and warnings stand in the run already.
 */
export async function publishRun(sql: Sql, about: { runId: number; now: Date }): Promise<PublishedRun> {
  const { publication, merged } = await publish(sql, about, (run) => MERGES[run.dataset]!);
  if (!publication) await endRun(sql, about, merged, null);
  await emptyStaging(sql, about.runId, merged.accepted + merged.unchanged);
  return { publicationId: publication?.id ?? null, ...merged };
}

/**
 * The same for readings that are copied straight into their partitions while their file is read: `bring` copies and checks them, and
 * answers how many. Null, with everything as it was, where they have to be staged and merged: somebody else publishes or
 * waits to, or they meet readings that stand, or one another.
 */
export async function publishStraight(
  sql: Sql,
  about: { runId: number; clock: Clock },
  bring: (straight: StraightReadings) => Promise<number>,
): Promise<PublishedRun | null> {
  try {
    const { publication, merged } = await publish(
      sql,
      { ...about, now: about.clock.now(), isImpatient: true },
      () => (tx, opened, run) => mergeStraight(tx, opened, run, bring, about.clock),
    );
    return publication && { publicationId: publication.id, ...merged };
  } catch (fault) {
    if (fault instanceof GivenUp) return null;
    throw fault;
  }
}

async function publish(
  sql: Sql,
  { clock, ...about }: { runId: number; now: Date; clock?: Clock; isImpatient?: boolean },
  mergeOf: (run: RunHead) => Merge,
): Promise<{ publication: Publication | null; merged: Merged }> {
  let merged: Merged = { accepted: 0, unchanged: 0 };
  const publication = await republish(sql, { cause: 'load', ...about }, async (tx, opened) => {
    const run = await getRunHead(tx, about.runId);
    await mergeDeclared(tx, opened, run.id);
    const { accepted, unchanged, ...scope } = await mergeOf(run)(tx, opened, run);
    merged = { accepted, unchanged };
    if (accepted === 0) return null;
    // What goes straight is published by a transaction that began before its file was read.
    const ended = { runId: run.id, now: clock?.now() ?? about.now };
    await endRun(tx, ended, merged, { publication: opened, levels: run.levels, run });
    return scope;
  });
  return { publication, merged };
}

/** A staging table with so many rows of one run is rather made anew: deleted rows would wait for a vacuum. */
const MANY = 100_000;
const LOCK_NOT_AVAILABLE = '55P03';

async function emptyStaging(sql: Sql, runId: number, rows: number): Promise<void> {
  if (rows < MANY || !(await truncateStaged(sql, runId)))
    await sql`delete from staging.reading where run_id = ${runId}`;
  await sql`delete from staging.record where run_id = ${runId}`;
}

/** Only where no other load stages or waits to be published: its rows would be lost. Answers whether it was done. */
async function truncateStaged(sql: Sql, runId: number): Promise<boolean> {
  try {
    return await sql.begin(async (tx) => {
      // Whoever is about to write rows that cannot be seen yet holds a lock of its own.
      await tx`lock table staging.reading in access exclusive mode nowait`;
      const [others] = await tx<{ found: boolean }[]>`
        select exists (select from staging.reading where run_id < ${runId}) or exists (select from staging.reading where run_id > ${runId}) as found`;
      if (!others!.found) await tx`truncate staging.reading`;
      return !others!.found;
    });
  } catch (fault) {
    if ((fault as { code?: string }).code === LOCK_NOT_AVAILABLE) return false;
    throw fault;
  }
}

/** The run's own end belongs to the publication: nobody sees a loaded run whose numbers are not there. */
async function endRun(
  tx: Tx | Sql,
  about: { runId: number; now: Date },
  merged: Merged,
  shown: { publication: Publication; levels: number; run: RunHead } | null,
): Promise<void> {
  await tx`
    update etl_run r set
      accepted = ${merged.accepted}, unchanged = ${merged.unchanged}, stage = 'done', finished_at = ${about.now},
      status = case when r.rejected > 0 then 'loaded_with_rejections' when ${merged.accepted} = 0 then 'unchanged' else 'loaded' end,
      published_in = coalesce(${shown?.publication.id ?? null}::int, r.published_in),
      levels = coalesce(${shown?.levels ?? null}::smallint, r.levels),
      audiences = case when coalesce(${shown?.levels ?? null}::int, r.levels) & 4 <> 0 then r.audiences | fact_audiences(4, ${shown?.run.classificationNo ?? 0}) else r.audiences end
     where r.id = ${about.runId}`;
  if (shown)
    await tx`update run_finding f set audiences = r.audiences from etl_run r where r.id = f.run_id and f.run_id = ${about.runId} and f.audiences <> r.audiences`;
  await tx`select pg_notify('run', ${String(about.runId)})`;
}

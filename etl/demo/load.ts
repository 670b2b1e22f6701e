import fs from 'node:fs/promises';
import path from 'node:path';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import { fixedClock, type Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { getInstallationNote, noteInstallation } from '#db/installation.ts';
import { certifyRound } from '#db/writes/certify-round.ts';
import { turnDay } from '#db/writes/day-turn.ts';
import { upsertDuties, upsertFeeds } from '#db/writes/feeds.ts';
import { loadFiles } from '../pipeline.ts';
import type { LoadFile } from '../run/open-files.ts';
import { decideFor } from './deliveries/decide.ts';
import { demoDuties, demoFeeds } from './deliveries/feeds.ts';
import { planSteps } from './deliveries/plan.ts';
import { toScenario } from './deliveries/scenario.ts';
import type { Step } from './deliveries/steps.ts';
import { enterHosts } from './deliveries/hosts.ts';
import { loadPeople } from './people/load-people.ts';
import { noteUpstream, upstreamNote } from './upstream-address.ts';
import { readOrganisation, type Organisation } from './units.ts';

export type DemoProgress = { done: number; total: number; label: string };
export type DemoLoad = {
  /** With the loader's login. */
  sql: Sql;
  /** With the owner's login: people are not the loader's to write. */
  owner: Sql;
  dataDir: string;
  clock: Clock;
  onProgress?: (progress: DemoProgress) => void;
  /** Takes only some of the steps; for tests. */
  only?: (step: Step) => boolean;
};

/** While the tables of a fresh database fill, the planner is told beside some of the first steps what is in them. */
const ANALYZED_AFTER = [4, 9, 20];
const ANALYZE =
  'analyze reading, unit_rollup, expected_report, delivery_count, agreement, agreement_kpi, kpi_score, agreement_score, score_history, project, budget_line, reporting_duty, indicator_version, milestone, portfolio_rollup, budget_rollup';

/** Remembers when the demonstration was first loaded: who is late or waiting hangs on that day, also after a restart. */
const startNote = 'demonstration_starts_at';

/**
 * Plays the demonstration's past up to the clock: people, feeds, and every delivery through the same pipeline as any other,
 * each at its own instant. What is in already is left out, so that a killed load goes on where it stopped.
 */
export async function loadDemonstration({ sql, owner, dataDir, clock, onProgress, only }: DemoLoad): Promise<void> {
  const now = clock.now();
  const start = (await getInstallationNote(sql, startNote)) ?? now.toISOString();
  await noteInstallation(sql, startNote, start);
  const org = readOrganisation();
  await loadPeople(owner, org, new Date(start));
  await upsertFeeds(sql, demoFeeds(org));
  const upstream = await getInstallationNote(sql, upstreamNote);
  if (upstream) await noteUpstream(sql, upstream);
  await enterHosts(sql);
  const loaded = await getLoaded(sql);
  const isDone = (step: Step): boolean => step.kind === 'load' && loaded.has(`${step.feedCode}/${step.firstFile}`);
  const all = planSteps(org, toScenario(start), now).filter((step) => only?.(step) ?? true);
  const steps = all.filter((step) => !isDone(step));
  let next = steps[0] && prepare(dataDir, steps[0]);
  let before = Promise.resolve();
  let analyzed: Promise<unknown> = Promise.resolve();
  for (const [i, step] of steps.entries()) {
    onProgress?.({ done: all.length - steps.length + i, total: all.length, label: step.label });
    const files = await next;
    const published = before;
    let isStaged = () => {};
    const staged = new Promise<void>((resolve) => (isStaged = resolve));
    const taken = take(sql, org, step, files ?? [], async () => {
      await published;
      isStaged();
    });
    // While the database works, the next delivery is written, and read where it does not hang on this one.
    next = steps[i + 1] && prepare(dataDir, steps[i + 1]!);
    before = published.then(() => taken);
    before.catch(() => undefined);
    await (mayReadMeanwhile(step, steps[i + 1]) ? Promise.race([staged, before]) : before);
    if (!ANALYZED_AFTER.includes(i)) continue;
    await analyzed;
    analyzed = owner.unsafe(ANALYZE);
    analyzed.catch(() => undefined);
  }
  await Promise.all([before, analyzed]);
  await turnDay(sql, { now });
  onProgress?.({ done: all.length, total: all.length, label: '' });
}

/** Readings, money and projects of different feeds know nothing of one another; a milestone's project must be there before it. */
function mayReadMeanwhile(step: Step, after: Step | undefined): boolean {
  if (step.kind !== 'load' || after?.kind !== 'load' || step.feedCode === after.feedCode) return false;
  const { dataset } = step;
  if (dataset === 'project') return after.dataset !== 'milestone';
  return dataset === 'reading' || dataset === 'budget' || dataset === 'milestone';
}

async function take(
  sql: Sql,
  org: Organisation,
  step: Step,
  files: readonly LoadFile[],
  afterStaging: () => Promise<void>,
): Promise<void> {
  const now = new Date(step.at);
  switch (step.kind) {
    case 'load':
      await loadFiles({
        sql,
        clock: fixedClock(step.at),
        files,
        mapping: step.mapping,
        feedCode: step.feedCode,
        source: 'demonstration',
        afterStaging,
      });
      return;
    case 'duties':
      return upsertDuties(sql, demoDuties(org));
    case 'decide':
      return decideFor(sql, step);
    case 'certify':
      await certifyRound(sql, { fiscalYear: step.fiscalYear, round: step.round, certainty: step.certainty, now });
      return;
    case 'turn-day': {
      const turned = await getInstallationNote(sql, 'day_turned');
      if (turned === null || turned < bangkokDateOf(now)) await turnDay(sql, { now });
    }
  }
}

/** Writes the files of a delivery into the data folder. */
async function prepare(dataDir: string, step: Step): Promise<LoadFile[]> {
  if (step.kind !== 'load') return [];
  const folder = path.join(dataDir, 'demonstration', step.feedCode);
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const files = await step.files();
  const named = files.map(({ name }) => ({ name, path: path.join(folder, name) }));
  await Promise.all(files.map(({ bytes }, i) => fs.writeFile(named[i]!.path, bytes, { mode: 0o600 })));
  return named;
}

/** Deliveries that came to an end, whichever; one that was killed is taken again. */
async function getLoaded(sql: Sql): Promise<Set<string>> {
  const rows = await sql<{ key: string }[]>`
    select distinct f.code || '/' || x.name as key from etl_run r join feed f on f.id = r.feed_id join run_file x on x.run_id = r.id and x.file_no = 1
     where r.source = 'demonstration' and r.status in ('loaded', 'loaded_with_rejections', 'unchanged', 'refused', 'withdrawn')`;
  return new Set(rows.map(({ key }) => key));
}

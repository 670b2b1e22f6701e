import { access, constants, mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { SourceProblem } from '../decode/source-problem.ts';
import { loadFiles, type LoadProgress, type RunSummary } from '../pipeline.ts';
import { refuseRun } from '../run/refuse-run.ts';

/** A file that grows within this time is still being written. */
const SETTLE_MS = 500;
/** Hidden files, and names that programs give to what they have not finished. */
const UNFINISHED = /^\.|~$|\.(part|tmp|crdownload|filepart)$/i;

type Request = { sql: Sql; clock: Clock; onProgress?: (progress: LoadProgress) => void };
type Feed = { code: string; mapping: string; sourceUrl: string };

/**
 * Loads every finished file of a feed's folder, the oldest first, each as a run of its own, and moves it to `received` or
 * `refused` beside it under the number of its run. A file that a fault of ours stopped stays and is taken up again. A folder
 * that cannot be used ends as a refused run with the reason, once.
 */
export async function pullFolder(request: Request, feed: Feed): Promise<RunSummary[]> {
  const folder = fileURLToPath(feed.sourceUrl);
  try {
    const names = await findFinished(folder);
    const summaries: RunSummary[] = [];
    for (const name of names) {
      const path = join(folder, name);
      const files = [{ path, name }];
      const summary = await loadFiles({
        ...request,
        files,
        mapping: feed.mapping,
        feedCode: feed.code,
        source: 'folder',
      });
      await putAside(folder, name, summary);
      summaries.push(summary);
    }
    return summaries;
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
    const told = await findTold(request.sql, feed.code, error);
    return [told ?? (await refuseRun(request.sql, feed, error, request.clock.now(), 'folder'))];
  }
}

/** Throws `folder_unreadable`. */
async function findFinished(folder: string): Promise<string[]> {
  try {
    await access(folder, constants.R_OK | constants.W_OK);
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name)).map(({ name }) => name);
    const before = await measure(folder, names);
    if (names.length > 0) await wait(SETTLE_MS);
    const after = await measure(folder, names);
    return names
      .filter((name) => before.get(name)?.mark === after.get(name)?.mark && after.has(name))
      .sort((one, other) => after.get(one)!.at - after.get(other)!.at || (one < other ? -1 : 1));
  } catch (error) {
    throw new SourceProblem('folder_unreadable', { folder }, { cause: error });
  }
}

async function measure(folder: string, names: readonly string[]): Promise<Map<string, { mark: string; at: number }>> {
  const measured = new Map<string, { mark: string; at: number }>();
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found) measured.set(name, { mark: `${found.size}:${found.mtimeMs}`, at: found.mtimeMs });
  }
  return measured;
}

async function putAside(folder: string, name: string, { run, status }: RunSummary): Promise<void> {
  const aside = join(folder, status === 'refused' ? 'refused' : 'received');
  await mkdir(aside, { recursive: true });
  await rename(join(folder, name), join(aside, `${run ?? 0}-${name}`));
}

/** The feed's newest run, where it ended by the same problem: the folder is looked at every few minutes. */
async function findTold(sql: Sql, code: string, { failure, params }: SourceProblem): Promise<RunSummary | null> {
  const [last] = await sql<{ id: number; reason: string | null }[]>`
    select r.id, r.failure_reason as reason from etl_run r join feed f on f.id = r.feed_id where f.code = ${code} order by r.id desc limit 1`;
  if (last?.reason !== failure) return null;
  const counts = { read: 0, accepted: 0, unchanged: 0, rejected: 0, warnings: 0 };
  return { run: last.id, feed: code, status: 'refused', ...counts, seconds: 0, failure: { code: failure, params } };
}

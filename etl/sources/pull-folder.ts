import { access, constants, mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { SourceProblem } from '../decode/source-problem.ts';
import { loadFiles, type LoadProgress, type RunSummary } from '../pipeline.ts';
import { refuseRun } from '../run/refuse-run.ts';

const ASIDE = { received: 'received', refused: 'refused' };
/** A file that grows within this time is still being written. */
const SETTLE_MS = 500;
/** Hidden files, and names that programs give to what they have not finished; Excel begins that of an open workbook's lock with ~$. */
const UNFINISHED = /^\.|^~\$|~$|\.(part|tmp|crdownload|filepart)$/i;

type Request = { sql: Sql; clock: Clock; onProgress?: (progress: LoadProgress) => void };
type Feed = { code: string; mapping: string; sourceUrl: string };

/** A file that is whole, with what tells it from another of the same name. */
type Finished = { name: string; mark: string; at: number };

/**
 * Loads every finished file of a feed's folder, the oldest first, each as a run of its own, and moves it to `received` or
 * `refused` in the folder under the number of its run. A file that a fault of ours stopped, or that was replaced meanwhile, stays and
 * is taken up again. A folder that cannot be used ends as a refused run with the reason, once.
 */
export async function pullFolder(request: Request, feed: Feed): Promise<RunSummary[]> {
  const folder = fileURLToPath(feed.sourceUrl);
  try {
    const finished = await findFinished(folder);
    const summaries: RunSummary[] = [];
    for (const file of finished) {
      const files = [{ path: join(folder, file.name), name: file.name }];
      const summary = await loadFiles({
        ...request,
        files,
        mapping: feed.mapping,
        feedCode: feed.code,
        source: 'folder',
      });
      await putAside(folder, file, summary);
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
async function findFinished(folder: string): Promise<Finished[]> {
  try {
    await access(folder, constants.R_OK | constants.W_OK);
    // Before the first load: what cannot be put aside would be loaded every few minutes for ever.
    for (const aside of Object.values(ASIDE)) {
      await mkdir(join(folder, aside), { recursive: true });
      await access(join(folder, aside), constants.W_OK);
    }
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name)).map(({ name }) => name);
    const before = await measure(folder, names);
    if (names.length > 0) await wait(SETTLE_MS);
    const after = await measure(folder, names);
    return [...after.values()]
      .filter(({ name, mark }) => before.get(name)?.mark === mark)
      .sort((one, other) => one.at - other.at || (one.name < other.name ? -1 : 1));
  } catch (error) {
    throw new SourceProblem('folder_unreadable', { folder }, { cause: error });
  }
}

async function measure(folder: string, names: readonly string[]): Promise<Map<string, Finished>> {
  const measured = new Map<string, Finished>();
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found) measured.set(name, { name, mark: `${found.ino}:${found.size}:${found.mtimeMs}`, at: found.mtimeMs });
  }
  return measured;
}

/** What now has the name may be a correction that nobody has read; what was refused before it became a run has no number to be found by. */
async function putAside(folder: string, { name, mark }: Finished, { run, status }: RunSummary): Promise<void> {
  if (run === null || (await measure(folder, [name])).get(name)?.mark !== mark) return;
  const aside = join(folder, status === 'refused' ? ASIDE.refused : ASIDE.received);
  await rename(join(folder, name), join(aside, `${run}-${name}`));
}

/** The feed's newest run, where it ended by the same problem: the folder is looked at every few minutes. */
async function findTold(sql: Sql, code: string, { failure, params }: SourceProblem): Promise<RunSummary | null> {
  const [last] = await sql<{ id: number; reason: string | null }[]>`
    select r.id, r.failure_reason as reason from etl_run r join feed f on f.id = r.feed_id where f.code = ${code} order by r.id desc limit 1`;
  if (last?.reason !== failure) return null;
  const counts = { read: 0, accepted: 0, unchanged: 0, rejected: 0, warnings: 0 };
  return { run: last.id, feed: code, status: 'refused', ...counts, seconds: 0, failure: { code: failure, params } };
}

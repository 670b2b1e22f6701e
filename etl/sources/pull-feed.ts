import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { contracts } from '../datasets/contracts.ts';
import { SourceProblem } from '../decode/source-problem.ts';
import { findMapping } from '../mappings/mappings.ts';
import { loadFiles, type LoadProgress, type RunSummary } from '../pipeline.ts';
import { refuseRun } from '../run/refuse-run.ts';
import { pullFolder } from './pull-folder.ts';
import { pullPages, PULL_LIMITS, type PullLimits } from './pull-pages.ts';

export type PullRequest = {
  sql: Sql;
  clock: Clock;
  feedCode?: string;
  tokenOf?: (feedCode: string) => string | undefined;
  limits?: PullLimits;
  onProgress?: (progress: LoadProgress) => void;
};
type PullFeed = { code: string; mapping: string; sourceUrl: string; etag: string | null };

/**
 * Fetches and loads one feed, or every active one that has a source: an address, or a folder on this machine (file:). A source that fails ends as a refused run with its
 * reason, so that the screens can tell; the others go on. Throws `unknown_feed` when the one named has no source.
 */
export async function pullFeeds(request: PullRequest): Promise<RunSummary[]> {
  const { sql, feedCode } = request;
  const feeds = await sql<PullFeed[]>`
    select code, mapping, source_url as "sourceUrl", etag from feed
     where active and source_url is not null and ${feedCode === undefined ? sql`true` : sql`code = ${feedCode}`} order by code`;
  if (feedCode !== undefined && feeds.length === 0) throw new SourceProblem('unknown_feed', { feed: feedCode });
  const summaries: RunSummary[] = [];
  for (const feed of feeds)
    if (feed.sourceUrl.startsWith('file:')) summaries.push(...(await pullFolder(request, feed)));
    else summaries.push(await pullFeed(request, feed));
  return summaries;
}

async function pullFeed(request: PullRequest, feed: PullFeed): Promise<RunSummary> {
  const { sql, clock } = request;
  const folder = await mkdtemp(join(tmpdir(), 'pull-'));
  try {
    const token = request.tokenOf?.(feed.code);
    const etag = (await mayAnswerUnchanged(sql, feed)) ? feed.etag : null;
    const pulled = await pullPages(
      { url: new URL(feed.sourceUrl), folder, ...(token ? { token } : {}), ...(etag ? { etag } : {}) },
      request.limits ?? PULL_LIMITS,
    );
    if (pulled.isUnchanged)
      return {
        run: null,
        feed: feed.code,
        status: 'unchanged',
        read: 0,
        accepted: 0,
        unchanged: 0,
        rejected: 0,
        warnings: 0,
        seconds: 0,
      };
    const summary = await loadFiles({
      ...request,
      files: pulled.files,
      mapping: feed.mapping,
      feedCode: feed.code,
      source: 'pull',
    });
    if (summary.status !== 'refused') await sql`update feed set etag = ${pulled.etag} where code = ${feed.code}`;
    return summary;
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
    return await refuseRun(sql, feed, error, clock.now());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** "Not modified" counts only where the last load of the feed read it under today's mapping and contract, and stands. */
async function mayAnswerUnchanged(sql: Sql, { code, mapping: name }: PullFeed): Promise<boolean> {
  const mapping = findMapping(name);
  const [last] = await sql<{ status: string; mapping: string; contract: string }[]>`
    select r.status, r.mapping_version as mapping, r.contract_version as contract
      from etl_run r join feed f on f.id = r.feed_id where f.code = ${code} order by r.id desc limit 1`;
  if (!last || !mapping) return false;
  const stands = last.status === 'loaded' || last.status === 'unchanged';
  return stands && last.mapping === mapping.version && last.contract === contracts[mapping.dataset].version;
}

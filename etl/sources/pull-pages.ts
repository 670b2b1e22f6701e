import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SourceProblem } from '../decode/source-problem.ts';
import type { LoadFile } from '../run/open-files.ts';
import { fetchPage, type FetchedPage, type PageRequest } from './fetch-page.ts';
import { mayPass } from './http-failures.ts';
import { nextPage } from './next-page.ts';

export type PullLimits = {
  timeoutMs: number;
  /** Waits before each further try; as many tries more as there are waits. */
  waitsMs: readonly number[];
  /** Time for all pages, tries and waits together. */
  budgetMs: number;
  maxBytes: number;
  maxPages: number;
};

export const PULL_LIMITS: PullLimits = {
  timeoutMs: 30_000,
  waitsMs: [1_000, 4_000, 15_000],
  budgetMs: 10 * 60_000,
  maxBytes: 1024 ** 3,
  maxPages: 10_000,
};

export type Pulled = { isUnchanged: true } | { isUnchanged: false; etag: string | null; files: LoadFile[] };

/** Fetches every page of a source into a folder. Throws SourceProblem with one word of the closed list. */
export async function pullPages(
  source: { url: URL; token?: string; etag?: string; folder: string },
  limits: PullLimits = PULL_LIMITS,
): Promise<Pulled> {
  const files: LoadFile[] = [];
  const deadline = performance.now() + limits.budgetMs;
  const seen = new Set<string>();
  let etag: string | null = null;
  let left = limits.maxBytes;
  for (let url: URL | null = source.url; url;) {
    if (seen.has(url.href) || files.length >= limits.maxPages)
      throw new SourceProblem('schema_mismatch', { host: url.host, detail: url.search });
    seen.add(url.href);
    const path = join(source.folder, `page-${files.length + 1}`);
    const request = {
      url,
      timeoutMs: limits.timeoutMs,
      maxBytes: left,
      saveAs: path,
      ...(source.token ? { token: source.token } : {}),
      ...(source.etag && files.length === 0 ? { etag: source.etag } : {}),
    };
    const page = await fetchPatiently(request, limits, deadline);
    if (page.isUnchanged) return { isUnchanged: true };
    etag ??= page.etag;
    left -= page.bytes;
    const name = basename(url.pathname);
    const next = await nextPage(page, path, url);
    files.push({ path, name: files.length === 0 && !next ? name : `${name} (${files.length + 1})` });
    url = next;
  }
  return { isUnchanged: false, etag, files };
}

async function fetchPatiently(request: PageRequest, limits: PullLimits, deadline: number): Promise<FetchedPage> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetchPage(request);
    } catch (error) {
      const pause = limits.waitsMs[attempt];
      if (!(error instanceof SourceProblem) || !mayPass(error) || pause === undefined) throw error;
      const asked = (error as { retryAfterMs?: number | null }).retryAfterMs ?? 0;
      const length = Math.max(pause, asked);
      if (performance.now() + length > deadline) throw error;
      await wait(length);
    }
  }
}

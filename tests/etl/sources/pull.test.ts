import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#db/clock.ts';
import { pullFeeds } from '#etl/sources/pull-feed.ts';
import { pullPages, PULL_LIMITS, type PullLimits } from '#etl/sources/pull-pages.ts';
import { useEtl } from '#tests/etl/suite.ts';
import { flakyHandler, SOURCE, sourceHandlers } from '#tests/upstream/source.ts';

const server = setupServer(...sourceHandlers);
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const limits: PullLimits = { ...PULL_LIMITS, waitsMs: [1, 1], maxBytes: 4_000 };
const folder = mkdtempSync(join(tmpdir(), 'pull-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pull = (path: string, more: { token?: string; etag?: string } = {}, with_: Partial<PullLimits> = {}) =>
  pullPages({ url: new URL(`${SOURCE}/${path}`), folder, ...more }, { ...limits, ...with_ });

describe('pulling pages', () => {
  it.each([
    ['by-next', 3],
    ['by-page', 2],
    ['by-offset', 3],
    ['by-cursor', 2],
    ['by-link', 2],
  ])('follows a source that pages %s', async (path, pages) => {
    expect(await pull(path)).toMatchObject({
      isUnchanged: false,
      files: Array.from({ length: pages }, () => ({ name: expect.stringContaining(path) })),
    });
  });

  it.each([
    ['gone', 'unreachable'],
    ['slow', 'timed_out'],
    ['missing', 'http_error'],
    ['with-key', 'refused_by_sender'],
    ['large', 'too_large'],
    ['other-shape', 'schema_mismatch'],
    ['no-json', 'malformed'],
    ['elsewhere', 'schema_mismatch'],
    ['in-circles', 'schema_mismatch'],
  ])('calls a source that is %s %s', async (path, failure) => {
    const more = path === 'slow' ? { timeoutMs: 200 } : {};
    await expect(pull(path, {}, more)).rejects.toMatchObject({ failure });
  });

  it('tries again after a fault on the other side, as often as there are waits', async () => {
    const twice = flakyHandler(2);
    server.use(twice.handler);
    expect(await pull('flaky')).toMatchObject({ isUnchanged: false });
    expect(twice.tries()).toBe(3);
    const always = flakyHandler(9);
    server.use(always.handler);
    await expect(pull('flaky')).rejects.toMatchObject({ failure: 'http_error', params: { status: 503 } });
    expect(always.tries()).toBe(3);
  });

  it('gives up before the budget of time is spent', async () => {
    const always = flakyHandler(9);
    server.use(always.handler);
    await expect(pull('flaky', {}, { waitsMs: [60_000], budgetMs: 30_000 })).rejects.toMatchObject({
      failure: 'http_error',
    });
    expect(always.tries()).toBe(1);
  });

  it('sends the key and the tag of what it has', async () => {
    expect(await pull('with-key', { token: 'secret' })).toMatchObject({ isUnchanged: false });
    expect(await pull('etag', { etag: '"v1"' })).toEqual({ isUnchanged: true });
  });
});

describe('pulling feeds', () => {
  const { database } = useEtl();
  const pullOne = (feedCode: string) =>
    pullFeeds({ sql: database.etl, clock: fixedClock('2026-11-20T02:00:00Z'), feedCode, limits });
  beforeAll(async () => {
    for (const path of ['by-page', 'with-more', 'etag', 'gone']) {
      await database.etl`
        insert into feed (code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, accepts_itself, source_url)
        select ${`pull-${path}`}, id, ministry_id, 'MOC', 'reading', 'contract-reading', 'ก', 'a', 'month', 6, ${`${SOURCE}/${path}`} from org_unit where code = '03000'`;
    }
  });

  it('loads the pages of a source as one run', async () => {
    expect(await pullOne('pull-by-page')).toMatchObject([{ status: 'loaded', read: 5, accepted: 5, rejected: 0 }]);
    const [run] =
      await database.etl`select count(*)::int as files, max(source) as source from run_file join etl_run r on r.id = run_id where r.feed_id = (select id from feed where code = 'pull-by-page')`;
    expect(run).toEqual({ files: 2, source: 'pull' });
  });

  it('tells of a column that is not read once, however many pages have it', async () => {
    const [summary] = await pullOne('pull-with-more');
    expect(summary).toMatchObject({ read: 5, rejected: 0, warnings: 3 });
    const told = await database.etl`
      select rule_code as rule, file_no as file, row_no as row, source_column as column from run_finding where run_id = ${summary!.run} order by seq`;
    expect(told).toEqual([
      { rule: 'column_unread_near', file: 1, row: 1, column: 'E' },
      { rule: 'column_unread', file: 1, row: 1, column: 'G' },
      { rule: 'column_unnamed', file: 2, row: 2, column: 'F' },
    ]);
  });

  it('keeps the tag of a source and asks no more than needed', async () => {
    expect(await pullOne('pull-etag')).toMatchObject([{ read: 5 }]);
    expect(await pullOne('pull-etag')).toMatchObject([{ run: null, status: 'unchanged', read: 0 }]);
  });

  it('writes a run with the reason when a source cannot be reached', async () => {
    const [summary] = await pullOne('pull-gone');
    expect(summary).toMatchObject({ status: 'refused', failure: { code: 'unreachable' } });
    const [run] = await database.etl`select status, failure_reason as reason from etl_run where id = ${summary!.run}`;
    expect(run).toEqual({ status: 'refused', reason: 'unreachable' });
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PULL_TOKEN, UPSTREAM_FEEDS } from '#etl/demo/upstream-address.ts';
import { UpstreamContent } from '#etl/demo/upstream-content.ts';
import { createUpstream } from '#etl/demo/upstream-server.ts';
import { pullPages } from '#etl/sources/pull-pages.ts';

describe("the demonstration's sources", () => {
  let server: http.Server;
  let folder: string;
  let base: string;
  let minutes = 0;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'upstream-'));
    server = createUpstream(new UpstreamContent('2026-11-20T09:00+07:00'), () => minutes);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });
  const pull = (feed: string, etag?: string) =>
    pullPages({
      url: new URL(UPSTREAM_FEEDS[feed]!.path, base),
      token: DEMO_PULL_TOKEN,
      folder,
      ...(etag ? { etag } : {}),
    });

  test('there is one per level, and each gives all its pages to the puller', async () => {
    expect(Object.values(UPSTREAM_FEEDS).map((feed) => feed.path.split('/')[1])).toEqual(['doc', 'moc', 'pmoc']);
    const pages: number[] = [];
    for (const feed of ['reading-11009', 'reading-08000', 'milestone-PMOC']) {
      const pulled = await pull(feed);
      pages.push(pulled.isUnchanged ? 0 : pulled.files.length);
    }
    expect(pages[0]).toBe(1);
    expect(pages[1]).toBe(1);
    expect(pages[2]).toBeGreaterThan(5);
  });

  test('what did not change is answered as such, and a later release is new', async () => {
    minutes = 0;
    const first = await pull('reading-11009');
    if (first.isUnchanged) throw new Error('The first pull brings something.');
    expect(await pull('reading-11009', first.etag!)).toEqual({ isUnchanged: true });
    minutes = 10;
    expect((await pull('reading-11009', first.etag!)).isUnchanged).toBe(false);
    minutes = 0;
  });

  test('without the key nothing is told', async () => {
    const answer = await fetch(new URL(UPSTREAM_FEEDS['reading-08000']!.path, base));
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('08002');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppLoadContext } from '@remix-run/node';
import { openStream } from '#app/live/stream.server.ts';
import { buildFeed, buildIndicator, publishReadings } from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession, testNow, thrownBy } from '#tests/setup/visitor.ts';

const database = useDatabase();
const now = new Date(testNow);
const tokens: Record<string, string> = {};
const stops: (() => void)[] = [];

beforeAll(async () => {
  await buildIndicator(database.owner, 'COUNT', { org_rollup: 'sum', unit_of_measure: 'count', ratio_scale: '1' });
  await buildFeed(database.owner, 'reading', '03003', { acceptsItself: 0 });
  for (const position of ['officer-03003', 'minister-03000', 'minister-05000'])
    tokens[position] = await startTestSession(database, await addHolder(database, position, position));
});
afterAll(() => stops.forEach((stop) => stop()));

/** Opens a stream and collects its events, without the beats. */
async function listen(
  position: string,
  headers: Record<string, string> = {},
): Promise<{ events: string[]; beats: () => number }> {
  const stop = new AbortController();
  stops.push(() => stop.abort());
  const request = new Request(get('/live?after=0', tokens[position], headers), { signal: stop.signal });
  const response = await openStream(request, makeContext(database) as AppLoadContext);
  const events: string[] = [];
  let beats = 0;
  const text = new TextDecoder();
  void (async () => {
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>)
      for (const line of text.decode(part).split('\n\n')) {
        const [, name, data] = /event: (\w+)\n(?:id: \d+\n)?data: (.*)/.exec(line) ?? [];
        if (name === 'beat') beats++;
        else if (name) events.push(`${name} ${data}`);
      }
  })().catch(() => undefined);
  return { events, beats: () => beats };
}

const load = (value: string) =>
  publishReadings(
    database.etl,
    'reading-03003',
    [{ unit: '03003', indicator: 'COUNT', period: '2569-10', value }],
    now,
  );

describe('the stream', () => {
  it('is for those who signed in', async () => {
    expect((await thrownBy(openStream(get('/live'), makeContext(database) as AppLoadContext))).status).toBe(401);
  });

  it('tells within five seconds who may see something of what was published, with its id alone', async () => {
    const [own, other] = [await listen('officer-03003'), await listen('minister-05000')];
    const { publicationId, runId } = await load('5');
    await expect
      .poll(() => own.events)
      .toEqual(expect.arrayContaining([`publication ${publicationId}`, `run ${runId}`]));
    // Only its department sees it yet: nothing of it is public at the top.
    expect(other.events).toEqual([]);
    expect(own.beats()).toBeGreaterThan(0);
  });

  it('tells on return what came meanwhile, and nothing that was heard already', async () => {
    const { publicationId } = await load('6');
    const back = await listen('officer-03003', { 'Last-Event-ID': String(publicationId! - 1) });
    await expect.poll(() => back.events[0]).toBe(`publication ${publicationId}`);
    const same = await listen('officer-03003', { 'Last-Event-ID': String(publicationId) });
    const next = `publication ${(await load('7')).publicationId}`;
    await expect.poll(() => same.events).toContain(next);
    // Word of a run may still be on its way; what was published is not told twice.
    expect(same.events).not.toContain(`publication ${publicationId}`);
  });
});

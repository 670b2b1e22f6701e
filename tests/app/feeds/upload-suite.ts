import { beforeAll, expect } from 'vitest';
import { csrfTokenOf } from '#app/access/csrf.server.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { receiveUpload } from '#app/feeds/receive-upload.server.ts';
import { actOnRun } from '#app/runs/act-on-run.server.ts';
import { turnDay } from '#db/writes/day-turn.ts';
import { decide } from '#etl/tasks/decide.ts';
import { buildFeed, buildIndicator } from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, post, startTestSession, testNow } from '#tests/setup/visitor.ts';

/** The feed of a department that its ministry has to accept, people who are signed in, and what they do with a file. */
export function useUploads() {
  const database = useDatabase();
  const now = new Date(testNow);
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    await buildIndicator(database.owner, 'RATIO');
    await buildFeed(database.owner, 'reading', '03003', { acceptsItself: 0 });
    await buildFeed(database.owner, 'reading', '05003', { acceptsItself: 0 });
    await database.owner`
      insert into reporting_duty (unit_id, indicator_id, feed_id, from_fiscal_year, lag_days)
      select u.id, i.id, f.id, 2570, 15 from org_unit u, indicator i, feed f where u.code = '03003' and i.code = 'RATIO' and f.code = 'reading-03003'`;
    await turnDay(database.etl, { now });
    for (const position of ['officer-03003', 'officer-03000', 'dg-03003', 'admin', 'minister-03000'])
      tokens[position] = await startTestSession(database, await addHolder(database, position, position));
  });

  function send(position: string, files: [string, string | Uint8Array][], feed = 'reading-03003', csrf?: string) {
    const token = tokens[position]!;
    const context = makeContext(database);
    const form = new FormData();
    form.set('csrf', csrf ?? csrfTokenOf(token, context.sessionSecret));
    form.set('feed', feed);
    for (const [name, text] of files) form.append('file', new File([text as BlobPart], name));
    const request = new Request('http://127.0.0.1:3000/feeds/upload', {
      method: 'POST',
      body: form,
      headers: { Cookie: `session=${token}` },
    });
    return receiveUpload(request, context);
  }

  function see<T>(position: string, read: Parameters<typeof withViewer<T>>[2]): Promise<T> {
    return withViewer(get('/', tokens[position]!), makeContext(database), read);
  }

  async function act(position: string, runId: number, fields: Record<string, string>) {
    const context = makeContext(database);
    const form = { csrf: csrfTokenOf(tokens[position]!, context.sessionSecret), ...fields };
    let isAnswered = false;
    const asked = actOnRun(post(`/runs/${runId}`, form, tokens[position]), context, runId).finally(
      () => (isAnswered = true),
    );
    asked.catch(() => undefined);
    // The worker's part, as soon as the request stands; what is refused at once leaves none.
    const waiting = async () =>
      (await database.owner<{ id: number }[]>`select id from run_request where status = 'waiting'`).map(({ id }) => id);
    await expect.poll(async () => isAnswered || (await waiting()).length > 0).toBe(true);
    for (const requestId of await waiting()) await decide(database.etl, { requestId, now, attempt: 1 });
    return asked;
  }

  return { database, tokens, send, see, act };
}

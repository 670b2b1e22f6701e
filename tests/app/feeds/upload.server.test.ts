import { beforeAll, describe, expect, it } from 'vitest';
import { csrfTokenOf } from '#app/access/csrf.server.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { receiveUpload } from '#app/feeds/receive-upload.server.ts';
import { mostUploadBytes } from '#app/feeds/upload-limit.ts';
import { getFeedView } from '#app/feeds/feed.server.ts';
import { getFeedsView } from '#app/feeds/feeds.server.ts';
import { getOperationalView } from '#app/dashboards/operational/operational.server.ts';
import { actOnRun } from '#app/runs/act-on-run.server.ts';
import { getRunView } from '#app/runs/run.server.ts';
import { fixedClock } from '#db/clock.ts';
import { uploadRefusal as english } from '#domain/messages/en/upload-refusal.ts';
import { uploadRefusal as thai } from '#domain/messages/th/upload-refusal.ts';
import { turnDay } from '#db/writes/day-turn.ts';
import { decide } from '#etl/tasks/decide.ts';
import { loadUpload } from '#etl/tasks/load-upload.ts';
import { buildFeed, buildIndicator } from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, post, startTestSession, testNow, thrownBy } from '#tests/setup/visitor.ts';

const database = useDatabase();
const now = new Date(testNow);
const clock = fixedClock(now);
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

const header = 'indicator_code,unit_code,period,numerator,denominator';
const messy = `${header},หมายเหด\nRATIO,03003,2569-10,9,10,\nRATIO,03003,2569-11,"12,5",10,\nRATIOO,03003,2569-10,1,2,\n`;

describe('sending a file', () => {
  it('keeps it piece by piece, whole, and asks for it to be loaded', async () => {
    const big = new Uint8Array(9 * 1024 * 1024).fill(65);
    const answer = await send('officer-03003', [['ใหญ่.csv', big]]);
    expect(answer).toMatchObject({ feed: 'reading-03003', refusal: null, uploads: [{ name: 'ใหญ่.csv' }] });
    const pieces = await database.owner<
      { size: number }[]
    >`select length(bytes) as size from upload_chunk where upload_id = ${answer.uploads[0]!.id} order by seq`;
    expect(pieces.map(({ size }) => size)).toEqual([4_194_304, 4_194_304, 1_048_576]);
    const [job] = await database.owner`select 1 from graphile_worker.jobs where task_identifier = 'load-upload'`;
    expect(job).toBeDefined();
  });

  it('takes several files, each of its own', async () => {
    const { uploads } = await send('officer-03003', [
      ['a.csv', 'x'],
      ['b.csv', 'y'],
    ]);
    expect(uploads.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
  });

  it.each([
    ['who is no data officer', 'dg-03003', 'reading-03003', 'not_officer'],
    ['a feed of another ministry', 'officer-03003', 'reading-05003', 'unknown_feed'],
    ['a feed that does not exist', 'officer-03003', 'nothing', 'unknown_feed'],
  ])('refuses %s with a sentence', async (_who, position, feed, refusal) => {
    expect(await send(position, [['a.csv', 'x']], feed)).toMatchObject({ refusal, uploads: [] });
  });

  it('refuses a form without a file, and one that is not from our own page', async () => {
    expect(await send('officer-03003', [])).toMatchObject({ refusal: 'no_file' });
    expect((await thrownBy(send('officer-03003', [['a.csv', 'x']], 'reading-03003', 'forged'))).status).toBe(403);
  });

  /** A form as a browser sends it, up to where the file's bytes begin. */
  const headOf = (name: string): string => {
    const csrf = csrfTokenOf(tokens['officer-03003']!, makeContext(database).sessionSecret);
    const field = (disposition: string, value: string) =>
      `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${value}`;
    return `${field('name="csrf"', csrf)}\r\n${field('name="feed"', 'reading-03003')}\r\n${field(`name="file"; filename="${name}"`, '')}`;
  };
  const streamTo = (body: ReadableStream<Uint8Array>, headers: Record<string, string> = {}, limit?: number) => {
    const type = { 'Content-Type': 'multipart/form-data; boundary=b' };
    const request = new Request('http://127.0.0.1:3000/feeds/upload', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { Cookie: `session=${tokens['officer-03003']}`, ...type, ...headers },
    } as RequestInit);
    return receiveUpload(request, makeContext(database), limit);
  };
  const keptOf = (name: string) => database.owner`
    select u.status, count(c.seq)::int as pieces from upload u left join upload_chunk c on c.upload_id = u.id where u.name = ${name} group by u.id`;

  describe('larger than the limit', () => {
    const limit = 5_000_000;
    const sendLarge = (headers: Record<string, string>) =>
      streamTo(
        new Blob([headOf('large.csv'), new Uint8Array(4 * limit).fill(65), '\r\n--b--\r\n']).stream(),
        headers,
        limit,
      );

    it('is refused before a piece is written, where its size is said', async () => {
      const answer = await sendLarge({ 'Content-Length': String(4 * limit) });
      expect(answer).toMatchObject({ refusal: 'too_large', uploads: [] });
      expect(await keptOf('large.csv')).toEqual([]);
    });

    it('is refused and forgotten, where it shows only on the way', async () => {
      expect(await sendLarge({})).toMatchObject({ refusal: 'too_large', uploads: [] });
      expect(await keptOf('large.csv')).toEqual([{ status: 'failed', pieces: 0 }]);
    });

    it('is told in both languages with the limit that holds', () => {
      for (const { too_large } of [thai, english]) expect(too_large).toContain(` ${mostUploadBytes / 1_000_000} `);
    });
  });

  it('leaves nothing of a file whose sender goes away in the middle', async () => {
    let isHalfKept = false;
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode(headOf('broken.csv')));
        stream.enqueue(new Uint8Array(9_000_000).fill(65));
      },
      pull: async (stream) => {
        await expect.poll(() => keptOf('broken.csv')).toEqual([{ status: 'receiving', pieces: 2 }]);
        isHalfKept = true;
        stream.error(new Error('gone'));
      },
    });
    expect((await thrownBy(streamTo(body))).status).toBe(400);
    expect(isHalfKept).toBe(true);
    await expect.poll(() => keptOf('broken.csv')).toEqual([{ status: 'failed', pieces: 0 }]);
  });

  it('refuses what breaks off, and keeps no half file waiting', async () => {
    const request = new Request('http://127.0.0.1:3000/feeds/upload', {
      method: 'POST',
      body: '--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx',
      headers: { Cookie: `session=${tokens['officer-03003']}`, 'Content-Type': 'multipart/form-data; boundary=b' },
    });
    expect((await thrownBy(receiveUpload(request, makeContext(database)))).status).toBe(400);
  });
});

describe('from the drop area to the level above', () => {
  let runId = 0;
  it('the officer sees the column that was not read, the refused cells by row and column, and that the rest is in', async () => {
    const { uploads } = await send('officer-03003', [['ผล ต.ค.csv', messy]]);
    const before = await see('officer-03003', (tx, viewer) => getFeedsView(tx, viewer, {}));
    expect(before).toMatchObject({ kind: 'officer', counts: { late: 1, waiting: 0 } });
    const listed = before.kind === 'officer' && before.uploads.ok ? before.uploads.value : [];
    expect(listed[0]).toMatchObject({ name: 'ผล ต.ค.csv', status: 'waiting' });
    await database.owner`update feed set max_rejected_share = 0.9`;
    await loadUpload({ sql: database.etl, clock, uploadId: uploads[0]!.id, attempt: 1 });
    const view = await see('officer-03003', (tx, viewer) => getFeedsView(tx, viewer, {}));
    const last = view.kind === 'officer' && view.last.ok ? view.last.value : null;
    runId = last!.id;
    expect(last).toMatchObject({
      status: 'loaded_with_rejections',
      read: 3,
      accepted: 1,
      unchanged: 0,
      rejected: 2,
      maySubmit: true,
    });
    expect(last!.findings.map(({ rowNo, sourceColumn, rawValue }) => [rowNo, sourceColumn, rawValue])).toEqual([
      [1, 'F', 'หมายเหด'],
      [3, 'D', '12,5'],
      [4, 'A', 'RATIOO'],
    ]);
    expect(last!.findings[0]!.sentence).toContain('หมายเหตุ / note');
    expect(last!.findings[2]!.sentence).toContain('RATIO');
    expect(await database.owner`select 1 from upload_chunk where upload_id = ${uploads[0]!.id}`).toHaveLength(0);
  });

  it('before it is submitted nobody above is bothered, after it the ministry has it to decide', async () => {
    const waiting = async (unit?: string) =>
      (await see('officer-03000', (tx, viewer) => getOperationalView(tx, viewer, { show: 'waiting', unit }))).queue;
    expect(await waiting()).toMatchObject({ ok: true, value: { counts: { waiting: 0 }, rows: [] } });
    expect(await act('officer-03003', runId, { act: 'submit' })).toEqual({ act: 'submit', refusal: null });
    expect(await waiting()).toMatchObject({
      ok: true,
      value: { counts: { waiting: 1 }, rows: [{ about: 'run', run: runId, mayDecide: true, unitShortName: 'ธร.' }] },
    });
    // Among all ministries an abbreviation says whose it is.
    expect(await waiting('PMOC')).toMatchObject({ ok: true, value: { rows: [{ unitShortName: 'ธร. กค.' }] } });
  });

  it('who has no right gets the reason, and the run says what each may do', async () => {
    const actsOf = async (position: string) =>
      (await see(position, (tx, viewer) => getRunView(tx, viewer, { id: runId }))).acts;
    expect(await actsOf('officer-03003')).toEqual(['withdraw']);
    expect(await actsOf('officer-03000')).toEqual(['accept', 'return']);
    expect(await actsOf('minister-03000')).toEqual([]);
    expect((await act('officer-03000', runId, { act: 'return' })).refusal).toBe('remark_needed');
    expect((await act('dg-03003', runId, { act: 'accept' })).refusal).toBe('not_the_level_above');
    expect((await thrownBy(act('officer-03003', 999, { act: 'submit' }))).status).toBe(404);
  });

  it('the ministry accepts, and its own figures have it', async () => {
    const figure = () =>
      see(
        'minister-03000',
        (tx) =>
          tx<
            { value: string }[]
          >`select value from figure f join org_unit u on u.id = f.unit_id where u.code = '03000' and superseded_in is null`,
      );
    expect(await figure()).toHaveLength(0);
    expect((await act('officer-03000', runId, { act: 'accept' })).refusal).toBeNull();
    expect((await figure()).length).toBeGreaterThan(0);
    const view = await see('officer-03003', (tx, viewer) => getRunView(tx, viewer, { id: runId }));
    expect(view.decisions.map(({ decision }) => decision)).toEqual(['submitted', 'accepted']);
    expect(view.waitsFor).toBe('PMOC');
    expect(view.rules.map(({ key, count, sentence }) => [key, count, sentence]).sort()).toEqual([
      ['rejection:indicator_unknown_near', 1, 'ไม่รู้จักตัวชี้วัด แต่มีที่ใกล้เคียง'],
      ['rejection:number_decimal_comma', 1, 'ใช้จุลภาคเป็นทศนิยม อ่านได้สองแบบ'],
      ['warning:column_unread_near', 1, 'คอลัมน์ที่ไม่ได้อ่าน เพราะหัวตารางไม่ตรงแบบ'],
    ]);
    expect(view.totals).toMatchObject({
      value: [
        { header: 'denominator', readTotal: '22', acceptedTotal: '10', isWhole: false },
        { header: 'numerator', readTotal: '10', acceptedTotal: '9', isWhole: false },
      ],
    });
  });

  it('an administrator sees that it exists and its counts, and no value', async () => {
    const view = await see('admin', (tx, viewer) => getRunView(tx, viewer, { id: runId }));
    expect(view).toMatchObject({
      isHeaderOnly: true,
      run: { counts: { read: 3, rejected: 2 } },
      totals: { value: [] },
      findings: { value: { rows: [] } },
    });
    expect((await thrownBy(see('admin', (tx, viewer) => getRunView(tx, viewer, { id: 999 })))).status).toBe(404);
  });

  it('the feed page has the run in its history, and the delivery as a dot', async () => {
    const view = await see('officer-03003', (tx, viewer) => getFeedView(tx, viewer, { code: 'reading-03003' }));
    expect(view.runs).toMatchObject({ ok: true, value: { pages: 1 } });
    expect(view.runs.ok && view.runs.value.rows.find(({ id }) => id === runId)).toMatchObject({
      decision: 'accepted',
      accepted: 1,
    });
    expect(view.deliveries.ok && view.deliveries.value.rows[0]!.states.slice(-2)).toEqual(['reported', 'not_due']);
  });

  it('every act stands in the audit log, refused ones too', async () => {
    const acts = await database.owner<
      { act: string; outcome: string }[]
    >`select act, outcome from access.audit_log where act in ('load', 'submit', 'accept', 'return') order by id`;
    expect(acts.map(({ act, outcome }) => `${act} ${outcome}`)).toEqual(
      expect.arrayContaining([
        'load refused',
        'load done',
        'submit done',
        'accept refused',
        'return refused',
        'accept done',
      ]),
    );
  });
});

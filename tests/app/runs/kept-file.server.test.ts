import { createHash, randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { sendKeptFile } from '#app/runs/kept-file.server.ts';
import { getRunView } from '#app/runs/run.server.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { storeFile } from '#etl/sources/kept-files.ts';
import { buildFeed, buildIndicator } from '#tests/build/publication.ts';
import { carryOut } from '#tests/build/run-acts.ts';
import { READING_HEAD, useEtl } from '#tests/etl/suite.ts';
import { addHolder, get, makeContext, startTestSession, testNow, thrownBy } from '#tests/setup/visitor.ts';

const { database, folder, load } = useEtl();
const logins = ['officer-03003', 'dg-03003', 'dg-03004', 'cio-03000', 'ps-03000', 'opdc', 'admin', 'dg-07003'] as const;
type Login = (typeof logins)[number];
const tokens = {} as Record<Login, string>;

beforeAll(async () => {
  for (const login of logins) tokens[login] = await startTestSession(database, await addHolder(database, login, login));
  await buildFeed(database.owner, 'reading', '03003', { acceptsItself: 0 });
  await buildFeed(database.owner, 'reading', '03000');
  await buildIndicator(database.owner, 'SECRET', { classification: 'restricted', org_rollup: 'sum', ratio_scale: '1' });
  await buildIndicator(database.owner, 'TOTAL', { of_record: 'reported', org_rollup: 'sum', ratio_scale: '1' });
});
afterEach(() => database.owner`update kept_file set erased_at = null`);

const send = (login: Login, runId: number, fileNo = 1) =>
  sendKeptFile(get(`/runs/${runId}/files/${fileNo}`, tokens[login]), makeContext(database), { runId, fileNo });
const original = async (login: Login, id: number) =>
  (
    await withViewer(get('/', tokens[login]), makeContext(database), (tx, viewer) => getRunView(tx, viewer, { id }))
  ).files.map((file) => file.original);

async function whoGets(runId: number): Promise<Login[]> {
  const answers = await Promise.all(logins.map((login) => send(login, runId).catch((refusal: unknown) => refusal)));
  return logins.filter((_, i) => (answers[i] as Response).status === 200);
}

async function upload(name: string, rows: string, more: { feedCode?: string } = {}): Promise<number> {
  const path = folder.write(name, `${READING_HEAD}${rows}\n`);
  const { run } = await load(path, {
    source: 'upload',
    feedCode: 'reading-03003',
    files: [{ path, name: basename(path) }],
    ...more,
  });
  return run!;
}

const act = (runId: number, what: 'submit' | 'accept' | 'return') => carryOut(database.etl, runId, what);

test('a file goes up with its run: to the sender, then to the level it waits for, never to a stranger', async () => {
  const run = await upload('ผล ตุลาคม.csv', 'FN-01,03003,2569-10,10,,,,');
  expect(await whoGets(run)).toEqual(['officer-03003', 'dg-03003']);
  await act(run, 'submit');
  expect(await whoGets(run)).toEqual(['officer-03003', 'dg-03003', 'cio-03000', 'ps-03000']);
  await act(run, 'accept');
  expect(await whoGets(run)).toEqual(['officer-03003', 'dg-03003', 'cio-03000', 'ps-03000', 'opdc']);
  expect(await original('cio-03000', run)).toEqual(['kept']);
});

test('its control totals go the same way', async () => {
  const run = await upload('totals.csv', 'FN-01,03003,2569-07,10,,,,');
  const whoSees = async () => {
    const views = await Promise.all(
      logins.map((login) =>
        withViewer(get('/', tokens[login]), makeContext(database), (tx, viewer) =>
          getRunView(tx, viewer, { id: run }),
        ).catch(() => null),
      ),
    );
    const wrong = views.filter(
      (view) => view && view.areTotalsKept !== ((view.totals as { value: object[] }).value.length === 0),
    );
    expect(wrong).toEqual([]);
    return logins.filter((_, i) => views[i] && !views[i].areTotalsKept);
  };
  expect(await whoSees()).toEqual(['officer-03003', 'dg-03003']);
  await act(run, 'submit');
  expect(await whoSees()).toEqual(['officer-03003', 'dg-03003', 'cio-03000', 'ps-03000']);
  await act(run, 'accept');
  expect(await whoSees()).toEqual(['officer-03003', 'dg-03003', 'cio-03000', 'ps-03000', 'opdc']);
});

test('what was returned goes back to the sender alone', async () => {
  const run = await upload('returned.csv', 'FN-01,03003,2569-09,10,,,,');
  await act(run, 'submit');
  await act(run, 'return');
  expect(await whoGets(run)).toEqual(['officer-03003', 'dg-03003']);
});

test('one record of a restricted indicator keeps the file from everybody without that clearance, its officer too', async () => {
  const run = await upload('secret.csv', 'FN-01,03003,2569-08,10,,,,\nSECRET,03003,2569-08,7,,,,');
  await act(run, 'submit');
  await act(run, 'accept');
  expect(await whoGets(run)).toEqual(['ps-03000']);
  expect(await original('officer-03003', run)).toEqual(['none']);
});

test('of a refused file nobody knows what it holds: its officer alone gets it', async () => {
  const path = folder.write('other.csv', 'a,b\n1,2\n');
  const { run } = await load(path, { source: 'upload', feedCode: 'reading-03003' });
  expect(await whoGets(run!)).toEqual(['officer-03003']);
});

test('a figure that is hidden so that a total does not tell its sister is not to be read from the file', async () => {
  const run = await upload('sister.csv', 'TOTAL,03003,2569-07,40,,,,');
  await act(run, 'submit');
  await act(run, 'accept');
  expect(await whoGets(run)).toContain('cio-03000');
  await upload('total.csv', 'TOTAL,03004,2569-07,,,,withheld,\nTOTAL,03000,2569-07,100,,,,', {
    feedCode: 'reading-03000',
  });
  expect(await whoGets(run)).toEqual(['officer-03003', 'dg-03003']);
});

test('bytes and name come as they were sent, in pieces, and the download is written down', async () => {
  const run = await upload('ผล (ตุลาคม).csv', 'FN-01,03003,2569-06,10,,,,');
  const bytes = randomBytes(9 * 1024 * 1024 + 17);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await storeFile(database.etl, folder.write('large.bin', bytes), sha256, bytes.length, new Date(testNow));
  await database.etl`update run_file set sha256 = ${sha256} where run_id = ${run}`;
  const answer = await send('officer-03003', run);
  expect(answer.headers.get('Content-Length')).toBe(String(bytes.length));
  expect(answer.headers.get('Content-Disposition')).toContain(
    "filename*=UTF-8''%E0%B8%9C%E0%B8%A5%20%28%E0%B8%95%E0%B8%B8",
  );
  expect(
    createHash('sha256')
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest('hex'),
  ).toBe(sha256);
  const [row] = await database.owner`
    select outcome, detail from access.audit_log where act = 'download' and subject = ${String(run)} order by id desc limit 1`;
  expect(row).toEqual({ outcome: 'done', detail: { file: 'ผล (ตุลาคม).csv' } });
});

test('an erased file answers with a sentence, on the page too', async () => {
  const run = await upload('erased.csv', 'FN-01,03003,2569-05,10,,,,');
  await database.owner`update kept_file k set erased_at = ${testNow} from run_file f where f.sha256 = k.sha256 and f.run_id = ${run}`;
  const answer = await send('officer-03003', run);
  expect([answer.status, await answer.text()]).toEqual([
    410,
    expect.stringContaining('แฟ้ม erased.csv ถูกลบแล้วเพราะเก็บในระบบนี้ไม่ได้'),
  ]);
  expect(await original('officer-03003', run)).toEqual(['erased']);
});

test.each([
  ['a run that is none', 2_000_000_000, 1],
  ['a file that is none', 1, 9],
])('%s is not found', async (_what, run, file) => {
  expect((await thrownBy(send('officer-03003', run, file))).status).toBe(404);
});

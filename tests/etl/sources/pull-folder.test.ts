import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '#db/clock.ts';
import { setFeed } from '#db/writes/feeds.ts';
import type { LoadProgress } from '#etl/pipeline.ts';
import { pullFeeds } from '#etl/sources/pull-feed.ts';
import { READING_HEAD, useEtl } from '#tests/etl/suite.ts';

const { database } = useEtl();
const folder = mkdtempSync(join(tmpdir(), 'folder feed ก-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pull = (onProgress?: (progress: LoadProgress) => void) =>
  pullFeeds({
    sql: database.etl,
    clock: fixedClock('2026-11-20T02:00:00Z'),
    feedCode: 'folder-03003',
    ...(onProgress ? { onProgress } : {}),
  });
const put = (name: string, rows: string, minutesAgo = 1) => {
  writeFileSync(join(folder, name), `${READING_HEAD}${rows}\n`);
  const at = new Date(Date.now() - minutesAgo * 60_000);
  utimesSync(join(folder, name), at, at);
};

beforeAll(() =>
  database.etl.begin((tx) =>
    setFeed(tx, {
      ...{
        code: 'folder-03003',
        unitCode: '03003',
        dataset: 'reading',
        mapping: 'contract-reading',
        nameTh: 'ก',
        nameEn: 'A',
      },
      ...{ frequency: 'month', maxRejectedShare: 0.5, isActive: true, sourceUrl: pathToFileURL(folder).href },
    }),
  ),
);

it('loads each file as a run of its own, the oldest first, and puts it aside under the number of its run', async () => {
  put('b.csv', 'FN-01,03003,2569-10,11,,,,', 1);
  put('a.csv', 'FN-01,03003,2569-10,12,,,,', 0);
  put('ผล.csv', 'FN-01,nowhere,2569-10,12,,,,', 2);
  const runs = await pull();
  expect(runs.map(({ status, accepted }) => [status, accepted])).toEqual([
    ['refused', 0],
    ['loaded', 1],
    ['loaded', 1],
  ]);
  expect(readdirSync(join(folder, 'received')).sort()).toEqual([`${runs[1]!.run}-b.csv`, `${runs[2]!.run}-a.csv`]);
  expect(readdirSync(join(folder, 'refused'))).toEqual([`${runs[0]!.run}-ผล.csv`]);
  const [row] = await database.etl`
    select r.source, f.name, x.value::text as value from etl_run r join run_file f on f.run_id = r.id join reading x on x.run_id = r.id and x.superseded_in is null where r.id = ${runs[2]!.run}`;
  expect(row).toEqual({ source: 'folder', name: 'a.csv', value: '12' });
  expect(await pull()).toEqual([]);
});

it('leaves alone what is still being written', async () => {
  put('.hidden.csv', 'FN-01,03003,2569-09,1,,,,');
  put('~$results.xlsx', 'the lock that Excel writes beside an open workbook');
  put('half.csv.part', 'FN-01,03003,2569-09,1,,,,');
  put('growing.csv', 'FN-01,03003,2569-09,1,,,,');
  const grows = setInterval(() => appendFileSync(join(folder, 'growing.csv'), ' '), 50);
  expect(await pull()).toEqual([]);
  clearInterval(grows);
  expect(existsSync(join(folder, 'growing.csv'))).toBe(true);
  writeFileSync(join(folder, 'growing.csv'), `${READING_HEAD}FN-01,03003,2569-09,1,,,,\n`);
  expect(await pull()).toMatchObject([{ status: 'loaded' }]);
});

it('leaves a file that is replaced while it loads, and loads it the next time', async () => {
  put('again.csv', 'FN-01,03003,2569-07,1,,,,');
  const first = await pull(({ stage }) => {
    if (stage === 'checking') put('again.csv', 'FN-01,03003,2569-07,2,,,,', 0);
  });
  expect(first).toMatchObject([{ status: 'loaded' }]);
  expect(readdirSync(join(folder, 'received')).filter((name) => name.endsWith('-again.csv'))).toEqual([]);
  const [second] = await pull();
  const [row] = await database.etl`
    select r.value::text as value from reading r where r.run_id = ${second!.run} and r.superseded_in is null`;
  expect(row).toEqual({ value: '2' });
});

it('goes on where a file is taken away before it is read', async () => {
  put('first.csv', 'FN-01,03003,2569-06,1,,,,', 2);
  put('gone.csv', 'FN-01,03003,2569-05,1,,,,', 1);
  put('last.csv', 'FN-01,03003,2569-04,1,,,,', 0);
  const runs = await pull(() => rmSync(join(folder, 'gone.csv'), { force: true }));
  expect(runs.map(({ status, failure }) => failure?.code ?? status)).toEqual(['loaded', 'missing_file', 'loaded']);
});

it('says once that the folder is not there, and goes on when it is', async () => {
  rmSync(folder, { recursive: true, force: true });
  const [first] = await pull();
  expect(first).toMatchObject({ status: 'refused', failure: { code: 'folder_unreadable', params: { folder } } });
  expect((await pull())[0]).toMatchObject({ run: first!.run, status: 'refused' });
  mkdirSync(folder);
  put('c.csv', 'FN-01,03003,2569-08,3,,,,');
  expect(await pull()).toMatchObject([{ status: 'loaded' }]);
});

it('loads nothing that it cannot put aside afterwards, and says so once', async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, 'received'), 'in the way');
  utimesSync(join(folder, 'received'), 0, 0);
  put('d.csv', 'FN-01,03003,2569-03,3,,,,');
  const [first] = await pull();
  expect(first).toMatchObject({ status: 'refused', failure: { code: 'folder_unreadable' } });
  expect(await pull()).toMatchObject([{ run: first!.run }]);
  rmSync(join(folder, 'received'));
  expect(await pull()).toMatchObject([{ status: 'loaded' }]);
});

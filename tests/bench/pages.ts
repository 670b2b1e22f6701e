import { fixedClock } from '#db/clock.ts';
import { loadDemonstration } from '#etl/demo/load.ts';
import { inFreshDatabase } from './bench-database.ts';
import { EMPTY_PAGE, NOW, serveBuilt, type Host } from './host.ts';
import { fillReadings } from './many-readings.ts';
import { percentile, tell } from './report.ts';

const LIMITS = { growth: 1.2, ratio: 4 };
const WARM_UP = 30;
const REQUESTS = 200;
/** Dashboard, and the office from which it is looked at. */
const PAGES: readonly [string, string][] = [
  ['/strategic', 'pm'],
  ['/strategic', 'ps-03000'],
  ['/tactical', 'pm'],
  ['/tactical', 'dg-03003'],
  ['/operational', 'pm'],
  ['/operational', 'officer-03003'],
  ['/projects', 'cio-03000'],
];

/** Server time of each dashboard at a tenth of the readings and at all of them, and beside an empty page of the same viewer. */
export async function benchPages(rows = 3_000_000): Promise<void> {
  await inFreshDatabase(async (database) => {
    const { owner, etl, folder, server } = database;
    await loadDemonstration({ sql: etl, owner, dataDir: folder, clock: fixedClock(NOW) });
    const measured: Map<string, Times>[] = [];
    for (const wanted of [rows / 10, rows]) {
      const readings = await fillReadings(owner, wanted);
      console.log(
        `${readings.toLocaleString('en')} readings, ${server}; p95 of ${REQUESTS} requests one after the other`,
      );
      const host = await serveBuilt(database);
      measured.push(await measureAll(host).finally(() => host.close()));
    }
    const [few, many] = measured as [Map<string, Times>, Map<string, Times>];
    for (const [name, { page, empty }] of many) {
      const before = few.get(name)!;
      tell(`${name}: many against few`, '', { is: page / before.page, limit: LIMITS.growth, unit: '×' });
      // Minutes lie between the two: the empty page tells how much of the difference is the machine's.
      tell('  in empty pages', '', {
        is: page / empty / (before.page / before.empty),
        limit: LIMITS.growth,
        unit: '×',
      });
    }
  });
}

type Times = { page: number; empty: number };

async function measureAll(host: Host): Promise<Map<string, Times>> {
  const all = new Map<string, Times>();
  for (const [path, login] of PAGES) {
    const times = await measure(host, path, await host.signIn(login));
    all.set(`${path} ${login}`, times);
    tell(`${path} ${login}`, `${times.page.toFixed(1)} ms`, {
      is: times.page / times.empty,
      limit: LIMITS.ratio,
      unit: '×',
    });
    tell('  empty page', `${times.empty.toFixed(1)} ms`);
  }
  return all;
}

/** Both pages in turn, so that what else the machine does falls on both. */
async function measure(host: Host, path: string, token: string): Promise<Times> {
  const [page, empty]: [number[], number[]] = [[], []];
  for (let i = 0; i < WARM_UP + REQUESTS; i++) {
    const [one, other] = [await host.time(path, token), await host.time(EMPTY_PAGE, token)];
    if (i < WARM_UP) continue;
    page.push(one);
    empty.push(other);
  }
  return { page: percentile(page, 0.95), empty: percentile(empty, 0.95) };
}

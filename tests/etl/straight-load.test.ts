import { describe, expect, it } from 'vitest';
import type { LoadRequest } from '#etl/pipeline.ts';
import { checksums, makeFeed, manyReadings } from './end-state.ts';
import { READING_HEAD, useEtl } from './suite.ts';

const straight = useEtl();
const staged = useEtl();
const ROWS = 4_500;
const feedCode = 'reading-03000';

const straightBytes = 1_000;

/** The same readings so many years before, where nothing stands yet. */
const earlier = (text: string, years: number): string =>
  text.replaceAll(/,(25\d\d)-/g, (_, year: string) => `,${Number(year) - years}-`);

/** Whether the load held the publication lock when its records were all read: it went straight, to the end. */
function watchLock(): { request: Partial<LoadRequest>; wasHeld: () => Promise<boolean> } {
  let held: Promise<boolean> = Promise.resolve(false);
  const look = async (): Promise<boolean> => {
    const rows = await straight.database.owner`
      select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 1 and objid = 7025700 and database = (select oid from pg_database where datname = current_database())`;
    return rows.length > 0;
  };
  return {
    request: { feedCode, straightBytes, onProgress: ({ stage }) => void (stage === 'checking' && (held = look())) },
    wasHeld: () => held,
  };
}

async function loadBoth(text: string) {
  const { request, wasHeld } = watchLock();
  const first = await straight.load(straight.folder.write('long.csv', text), request);
  const second = await staged.load(staged.folder.write('long.csv', text), { feedCode });
  const told = ({ status, read, accepted, unchanged, rejected, warnings }: typeof first) => ({
    status,
    read,
    accepted,
    unchanged,
    rejected,
    warnings,
  });
  expect(told(first)).toEqual(told(second));
  expect(await straight.found(first)).toEqual(await staged.found(second));
  expect(await checksums(straight.database.etl)).toEqual(await checksums(staged.database.etl));
  return { ...told(first), wasStraight: await wasHeld() };
}

describe('a long file whose readings go straight to where they stay', () => {
  it('ends as one that is staged, whether its readings are new, corrected or repeated', async () => {
    await makeFeed(straight.database.etl);
    await makeFeed(staged.database.etl);
    expect(await loadBoth(manyReadings(ROWS))).toMatchObject({ status: 'loaded', accepted: ROWS, wasStraight: true });
    expect(await loadBoth(manyReadings(ROWS))).toMatchObject({
      status: 'unchanged',
      unchanged: ROWS,
      wasStraight: false,
    });
    expect(await loadBoth(manyReadings(ROWS + 300, 1))).toMatchObject({ status: 'loaded', wasStraight: false });
  });

  it('rejects what stands in it twice, however far apart', async () => {
    const [head, ...lines] = earlier(manyReadings(ROWS), 30).trimEnd().split('\n');
    const repeated = [
      ...lines.slice(0, 4_000),
      lines[7]!,
      ...lines.slice(4_000),
      lines[11]!.replace(/,\d+,,,,$/, ',999999,,,,'),
    ];
    const run = await loadBoth(`${head}\n${repeated.join('\n')}\n`);
    expect(run).toMatchObject({ status: 'loaded_with_rejections', read: ROWS + 2, wasStraight: false });
  });

  it('compares the first reading of a series with what stands of the year before', async () => {
    const [head, ...lines] = earlier(manyReadings(ROWS), 100).trimEnd().split('\n');
    const months = 9 * 9 * 2; // of nine departments and two indicators, to the end of a fiscal year
    const thousandfold = lines.slice(months).map((line) => line.replace(/^(FN-01,[^,]+,[^,]+),(\d+),/, '$1,$2000,'));
    expect(await loadBoth(`${head}\n${lines.slice(0, months).join('\n')}\n`)).toMatchObject({ accepted: months });
    expect(await loadBoth(`${head}\n${thousandfold.join('\n')}\n`)).toMatchObject({ warnings: 9, wasStraight: true });
  });

  it('shows nothing where most of it is bad', async () => {
    const good = earlier(manyReadings(1_000), 90).slice(READING_HEAD.length);
    const bad = Array.from({ length: ROWS }, (_, i) => `FN-01,nowhere,2569-10,${i},,,,\n`).join('');
    const before = await checksums(straight.database.etl);
    expect(await loadBoth(`${READING_HEAD}${good}${bad}`)).toMatchObject({ status: 'refused', accepted: 0 });
    expect(await checksums(straight.database.etl)).toEqual(before);
  });
});

it('a long file whose publication loses its connection shows nothing and loads again', async () => {
  const { database, folder, load } = straight;
  const path = folder.write('lost.csv', earlier(manyReadings(ROWS), 60));
  const before = await checksums(database.etl);
  let cut = 0;
  const cutPublication = async (): Promise<void> => {
    const [row] = await database.etl<{ cut: number }[]>`
      select count(pg_terminate_backend(l.pid))::int as cut from pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and l.objid = 7025700
         and l.database = (select oid from pg_database where datname = current_database())`;
    cut = row!.cut;
  };
  let cutting: Promise<void> = Promise.resolve();
  const outcome = await load(path, {
    feedCode,
    straightBytes,
    onProgress: ({ stage }) => void (stage === 'checking' && (cutting = cutPublication())),
  }).then(
    ({ status }) => status,
    (error: Error) => error.name,
  );
  await cutting;
  expect([cut, outcome]).toEqual([1, 'InterruptedLoad']);
  expect(await checksums(database.etl)).toEqual(before);
  expect(await load(path, { feedCode })).toMatchObject({ status: 'loaded', accepted: ROWS });
});

import { describe, expect, it } from 'vitest';
import type { LoadRequest } from '#etl/pipeline.ts';
import { checksums, makeFeed, manyReadings } from './end-state.ts';
import { READING_HEAD, useEtl } from './suite.ts';

const early = useEtl();
const late = useEtl();
const ROWS = 4_500;
const feedCode = 'reading-03000';

/** So few records that one batch of the decoder is a part. */
const partSize = 100;

/** The same readings so many years before, where nothing stands yet. */
const earlier = (text: string, years: number): string =>
  text.replaceAll(/,(25\d\d)-/g, (_, year: string) => `,${Number(year) - years}-`);

/** Whether somebody held the publication lock when the load's records were all staged: published early, or not at all yet. */
function watchLock(): { request: Partial<LoadRequest>; wasHeld: () => Promise<boolean> } {
  let held: Promise<boolean> = Promise.resolve(false);
  const look = async (): Promise<boolean> => {
    const rows = await early.database.owner`
      select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 1 and objid = 7025700 and database = (select oid from pg_database where datname = current_database())`;
    return rows.length > 0;
  };
  return {
    request: { feedCode, partSize, onProgress: ({ stage }) => void (stage === 'checking' && (held = look())) },
    wasHeld: () => held,
  };
}

async function loadBoth(text: string) {
  const { request, wasHeld } = watchLock();
  const first = await early.load(early.folder.write('long.csv', text), request);
  const second = await late.load(late.folder.write('long.csv', text), { feedCode });
  const told = ({ status, read, accepted, unchanged, rejected, warnings }: typeof first) => ({
    status,
    read,
    accepted,
    unchanged,
    rejected,
    warnings,
  });
  expect(told(first)).toEqual(told(second));
  expect(await early.found(first)).toEqual(await late.found(second));
  expect(await checksums(early.database.etl)).toEqual(await checksums(late.database.etl));
  return { ...told(first), wasEarly: await wasHeld() };
}

describe('a long file, published while it is read', () => {
  it('ends as one that is read first, whether its readings are new, corrected or repeated', async () => {
    await makeFeed(early.database.etl);
    await makeFeed(late.database.etl);
    expect(await loadBoth(manyReadings(ROWS))).toMatchObject({ status: 'loaded', accepted: ROWS, wasEarly: true });
    expect(await loadBoth(manyReadings(ROWS))).toMatchObject({ status: 'unchanged', unchanged: ROWS, wasEarly: false });
    expect(await loadBoth(manyReadings(ROWS + 300, 1))).toMatchObject({ status: 'loaded', wasEarly: false });
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
    expect(run).toMatchObject({ status: 'loaded_with_rejections', read: ROWS + 2, wasEarly: false });
  });

  it('shows nothing where most of it is bad', async () => {
    const good = earlier(manyReadings(1_000), 90).slice(READING_HEAD.length);
    const bad = Array.from({ length: ROWS }, (_, i) => `FN-01,nowhere,2569-10,${i},,,,\n`).join('');
    const before = await checksums(early.database.etl);
    expect(await loadBoth(`${READING_HEAD}${good}${bad}`)).toMatchObject({ status: 'refused', accepted: 0 });
    expect(await checksums(early.database.etl)).toEqual(before);
  });
});

it('a long file whose publication loses its connection shows nothing and loads again', async () => {
  const { database, folder, load } = early;
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
    partSize,
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

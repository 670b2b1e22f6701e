import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Sql } from '#db/connect.ts';
import { verify } from '#db/writes/verify.ts';
import type { RunStage } from '#etl/run/run-rows.ts';
import { checksums, makeFeed, manyReadings } from './end-state.ts';
import { useEtl } from './suite.ts';

/** How often; the long run asks for more. */
const ROUNDS = Number(process.env.FAULT_RUNS ?? 2);
const ROWS = 2_000;

const twice = useEtl();
const once = useEtl();
let clients: Sql[];
beforeAll(() => {
  clients = [1, 2].map(() => connect(twice.database.urls.etl, { max: 4 }));
});
afterAll(() => Promise.all(clients.map((sql) => sql.end({ timeout: 5 }))));

describe('one feed loaded twice at once', () => {
  it('the second waits, says so, and ends as if it had come later', async () => {
    const feedCode = await makeFeed(twice.database.etl);
    await makeFeed(once.database.etl);
    for (let round = 0; round < ROUNDS; round++) {
      // Every other time both send the same; else each sends its own.
      const isSame = round % 2 === 1;
      const versions = [2 * round, isSame ? 2 * round : 2 * round + 1];
      const paths = versions.map((version, i) => twice.folder.write(`${i}.csv`, manyReadings(ROWS, version)));
      const stages: RunStage[][] = [[], []];
      let second: ReturnType<typeof twice.load> | undefined;
      const start = (i: number) =>
        twice.load(paths[i]!, {
          sql: clients[i]!,
          feedCode,
          onProgress: ({ stage }) => {
            stages[i]!.push(stage);
            if (i === 0 && stage === 'keeping') second = start(1);
          },
        });
      const first = await start(0);
      const later = await second!;
      expect([first.status, first.accepted]).toEqual(['loaded', ROWS]);
      expect([later.status, later.accepted, later.unchanged]).toEqual(
        isSame ? ['unchanged', 0, ROWS] : ['loaded', ROWS, 0],
      );
      expect([stages[0]![0], stages[1]![0]]).toEqual(['keeping', 'waiting']);
      for (const version of isSame ? versions.slice(1) : versions)
        await once.load(once.folder.write('one.csv', manyReadings(ROWS, version)), { feedCode });
    }
    expect(await checksums(twice.database.etl)).toEqual(await checksums(once.database.etl));
    expect(await verify(twice.database.etl)).toEqual([]);
  }, 3_600_000);
});

import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { READING_HEAD, useEtl } from './suite.ts';

const { database, folder, load } = useEtl();

it('fails, shows nothing and loads again when the server drops the connection in mid-copy', async () => {
  const rows = Array.from(
    { length: 150_000 },
    (_, i) => `FN-01,03003,${2405 + (i % 150)}-${String(1 + (i % 12)).padStart(2, '0')}-11,${i},,,,`,
  );
  await load(folder.write('feed.csv', `${READING_HEAD}FN-01,nowhere,2569-10,1,,,,\n`)); // makes the feed
  const path = folder.write('long.csv', `${READING_HEAD}${rows.join('\n')}\n`);
  let isOver = false;
  const cut = async (): Promise<boolean> => {
    while (!isOver) {
      const [row] =
        await database.etl`select count(pg_terminate_backend(pid))::int as cut from pg_stat_activity where query like 'copy staging%' and state = 'active' and datname = current_database()`;
      if (row!.cut > 0) return true;
      await wait(5);
    }
    return false;
  };
  const cutting = cut();
  const outcome = await load(path, { feedCode: 'reading-PMOC' })
    .then(
      ({ status }) => status,
      () => 'thrown',
    )
    .finally(() => (isOver = true));
  expect([await cutting, outcome]).toEqual([true, 'thrown']);
  const [run] =
    await database.etl`select status, (select count(*)::int from reading) as readings from etl_run order by id desc limit 1`;
  expect(run).toEqual({ status: 'failed', readings: 0 });
  expect(await load(folder.write('short.csv', `${READING_HEAD}FN-01,03003,2569-10,1,,,,\n`))).toMatchObject({
    status: 'loaded',
  });
});

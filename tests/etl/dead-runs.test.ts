import { describe, expect, it } from 'vitest';
import { makeFeed, manyReadings } from './end-state.ts';
import { useEtl } from './suite.ts';

const { database, folder, load } = useEtl();

/** A run as a killed process leaves it, with a row in staging. */
async function leave(feedCode: string, status: 'running' | 'waiting' | 'loaded', heartbeatAt: string): Promise<number> {
  const [run] = await database.etl<{ id: number }[]>`
    insert into etl_run (feed_id, dataset, mapping, mapping_version, contract_version, unit_id, ministry_id, level, classification, status, stage, source, started_at, heartbeat_at, read, accepted, audiences)
    select id, dataset, mapping, 1, 1, unit_id, ministry_id, level, classification, ${status}, 'staging', 'command', ${heartbeatAt}, ${heartbeatAt}, 2, ${status === 'loaded' ? 2 : 0}, 511 from feed where code = ${feedCode}
    returning id`;
  await database.etl`
    insert into run_total (run_id, column_name, read_records, read_total, accepted_records, accepted_total) values (${run!.id}, 'value', 2, 30, 2, 30)`;
  await database.etl`
    insert into staging.reading (run_id, record_no, file_no, row_no, unit_code, indicator_code, fiscal_year, period_id, slice_id, state, value)
    values (${run!.id}, 1, 1, 2, '03003', 'X', 2570, 257020001, 0, 'reported', 1)`;
  return run!.id;
}

const stateOf = async (id: number) =>
  (
    await database.etl`
      select r.status, r.failure_reason as reason, r.read, r.rejected, t.accepted_records::int as accepted,
             (select count(*)::int from staging.reading s where s.run_id = r.id) as staged
        from etl_run r join run_total t on t.run_id = r.id where r.id = ${id}`
  )[0];

describe('the next load of a feed ends what a killed one left', () => {
  it('a run under way, one that waited and is not heard of, and rows staged by one that was published', async () => {
    const feedCode = await makeFeed(database.etl);
    const long = '2026-11-01T00:00:00Z';
    const running = await leave(feedCode, 'running', long);
    const silent = await leave(feedCode, 'waiting', long);
    const published = await leave(feedCode, 'loaded', long);
    const beating = await leave(feedCode, 'waiting', '2999-01-01T00:00:00Z');
    expect((await load(folder.write('next.csv', manyReadings(20, 1)), { feedCode })).status).toBe('loaded');
    const failed = { status: 'failed', reason: 'interrupted', read: 2, rejected: 2, accepted: 0, staged: 0 };
    expect(await stateOf(running)).toEqual(failed);
    expect(await stateOf(silent)).toEqual(failed);
    expect(await stateOf(published)).toMatchObject({ status: 'loaded', accepted: 2, staged: 0 });
    expect(await stateOf(beating)).toMatchObject({ status: 'waiting', accepted: 2, staged: 1 });
  });
});

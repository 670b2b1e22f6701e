import { basename } from 'node:path';
import { beforeAll } from 'vitest';
import { fixedClock } from '#db/clock.ts';
import { loadFiles, type LoadRequest, type RunSummary } from '#etl/pipeline.ts';
import { useDatabase, type TestDatabase } from '#tests/setup/database.ts';
import { useFolder } from './files.ts';

const INDICATORS = `indicator_code,name_th,name_en,unit_of_measure,direction,org_rollup,time_rollup,frequency,is_share,owner_unit_code
SV-01,ร้อยละของคำขอที่แล้วเสร็จ,Applications done,ร้อยละ,higher,ratio_of_sums,sum,month,ใช่,03000
FN-01,จำนวนใบอนุญาต,Permits,ใบ,higher,sum,sum,month,ไม่,03000
`;

export const READING_HEAD = 'indicator_code,unit_code,period,value,numerator,denominator,state,note\n';

export type EtlSuite = {
  database: TestDatabase;
  folder: ReturnType<typeof useFolder>;
  load: (path: string, more?: Partial<LoadRequest>) => Promise<RunSummary>;
  /** Rules of a run's findings: [rule, row, column] each. */
  found: (run: RunSummary) => Promise<[string, number, string | null][]>;
};

/** A database with two indicators of the Ministry of Finance, loaded by the ETL itself, and what tests of loads need. */
export function useEtl(): EtlSuite {
  const database = useDatabase();
  const folder = useFolder();
  const load: EtlSuite['load'] = (path, more = {}) =>
    loadFiles({
      sql: database.etl,
      clock: fixedClock('2026-11-20T02:00:00Z'),
      source: 'command',
      mapping: 'reading',
      files: [{ path, name: basename(path) }],
      ...more,
    });
  const found: EtlSuite['found'] = async ({ run }) => {
    const rows = await database.etl<{ rule: string; row: number; column: string | null }[]>`
      select rule_code as rule, row_no as row, source_column as "column" from run_finding where run_id = ${run} order by row_no, seq`;
    return rows.map(({ rule, row, column }) => [rule, row, column]);
  };
  beforeAll(async () => {
    const run = await load(folder.write('indicators.csv', INDICATORS), { mapping: 'indicator' });
    if (run.accepted !== 2) throw new Error(`The indicators did not load: ${JSON.stringify(run)}`);
  });
  return { database, folder, load, found };
}

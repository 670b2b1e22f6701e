import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '#db/clock.ts';
import { loadFiles, type RunSummary } from '#etl/pipeline.ts';
import { useDatabase } from '#tests/setup/database.ts';

/** Files that real governments published lie beside the project, where they are given; they are no part of it. */
const FOLDER = process.env.PUBLIC_FEEDS ?? join(import.meta.dirname, '../../../shared/data');
const clock = fixedClock('2026-11-20T02:00:00Z');

describe.skipIf(!existsSync(FOLDER))('feeds of real governments', () => {
  const database = useDatabase();
  const load = (mapping: string, ...names: string[]): Promise<RunSummary> =>
    loadFiles({
      sql: database.etl,
      clock,
      source: 'command',
      mapping,
      files: names.map((name) => ({ path: join(FOLDER, name), name })),
    });

  /** [records read, sum read, records accepted, sum accepted] of a column, whole or of a group. */
  const total = async (run: RunSummary, column: string, group = ''): Promise<[number, string, number, string]> => {
    const [row] = await database.etl<{ total: [number, string, number, string] }[]>`
      select jsonb_build_array(read_records, trim_scale(read_total)::text, accepted_records, trim_scale(accepted_total)::text) as total
        from run_total where run_id = ${run.run} and column_name = ${column} and group_key = ${group}`;
    return row!.total;
  };
  const findings = (run: RunSummary, rule: string) => database.etl`
    select file_no as file, row_no as row, source_column as "column", raw_value as raw, params from run_finding where run_id = ${run.run} and rule_code = ${rule} order by seq`;

  it('loads four documents of the Thai budget bill and rejects the one broken amount at its own row', async () => {
    const run = await load(
      'th-budget-2565',
      ...[1, 2, 9, 11].map((document) => `th-budget-2565/2022-3-${document}.csv`),
    );
    expect(run).toMatchObject({
      status: 'loaded_with_rejections',
      read: 9875,
      accepted: 9874,
      unchanged: 0,
      rejected: 1,
    });
    expect(await findings(run, 'number_grouping')).toMatchObject([
      { file: 1, row: 1725, column: 'S', raw: '18,250,00' },
    ]);
    const million = async (unit: string): Promise<string> =>
      (Number((await total(run, 'allocated_baht', `2565 · X65-${unit}`))[1]) / 1e6).toFixed(1);
    const found = await Promise.all(
      ['00000', '01000', '02000', '03000', '04000', '05000', '06000', '16000', '17000', '18000', '21000'].map(million),
    );
    expect(found).toEqual([
      '571047.3',
      '33898.6',
      '205260.1',
      '273868.9',
      '7618.7',
      '5164.6',
      '24664.1',
      '24331.0',
      '49742.8',
      '7104.3',
      '153979.9',
    ]);
    expect((await findings(run, 'line_repeated')).length).toBeGreaterThan(5);
    expect((await findings(run, 'unit_by_alias'))[0]).toMatchObject({ raw: 'สำนักงานทรัพยากรนำแห่งชาติ' });
  });

  it('loads the service standards of Canada and tells five records of another year', async () => {
    const run = await load('ca-service-standards', 'ca-service-standards/service_standards.csv');
    expect(run).toMatchObject({ read: 2325, accepted: 2262, rejected: 63 });
    expect((await total(run, '', 'Y'))[0]).toBe(1303);
    expect((await total(run, '', 'N'))[0]).toBe(451);
    expect((await total(run, '', 'NA'))[0]).toBe(454);
    expect((await total(run, '', '–'))[0]).toBe(117);
    expect(await findings(run, 'period_of_other_year')).toHaveLength(5);
    expect(await findings(run, 'numerator_over_denominator')).toHaveLength(6);
    const [units] =
      await database.etl`select count(*)::int as count from org_unit where code like 'X-CA-%' and not in_chain`;
    expect(units).toEqual({ count: 61 });
  });

  it('loads the projects of the United States once each and tells costs in another unit', async () => {
    const run = await load('us-itdashboard-projects', 'us-itdashboard-2012/projects.csv');
    expect(run).toMatchObject({ read: 2472, accepted: 2468, rejected: 4 });
    const planned = await total(run, 'planned_cost');
    const projected = await total(run, 'projected_cost');
    expect([planned[1], planned[3]].map((text) => Number(text).toFixed(2))).toEqual(['50303.27', '50301.82']);
    expect([projected[1], projected[3]].map((text) => Number(text).toFixed(2))).toEqual(['51912.15', '51898.21']);
    expect(await findings(run, 'duplicate_record')).toHaveLength(4);
    expect(await findings(run, 'costs_missing')).toHaveLength(17);
    expect((await findings(run, 'date_artefact'))[0]).toMatchObject({ column: 'V', raw: '1899-12-31T10:22:25Z' });
  });

  it('loads the index of the United Nations by the year in the file name, with the weights of 2010', async () => {
    const run = await load('un-egdi', ...[2010, 2012, 2014, 2016, 2018].map((year) => `un-egdi/egdi-${year}.csv`));
    expect(run).toMatchObject({ read: 965, accepted: 965, rejected: 0 });
    const thailand = await database.etl`
      select year, rank, trim_scale(value)::text as value from country_index where unit_id = (select id from org_unit where code = 'X-UN-THA') and superseded_in is null order by year`;
    expect(thailand).toEqual([
      { year: 2010, rank: 76, value: '0.46529' },
      { year: 2012, rank: 92, value: '0.50927' },
      { year: 2014, rank: 102, value: '0.46308' },
      { year: 2016, rank: 77, value: '0.5522199999999999' },
      { year: 2018, rank: 73, value: '0.6543' },
    ]);
    expect((await findings(run, 'index_not_from_parts')).map((finding) => [finding.file, finding.row])).toEqual([
      [2, 19],
      [2, 108],
      [2, 137],
    ]);
    expect((await findings(run, 'part_blank')).length).toBeGreaterThanOrEqual(10);
  });

  it('says that nothing changed when a workbook holds what the CSV of that year held', async () => {
    const again = await load('un-egdi', 'un-egdi/egdi-2018.xlsx');
    expect(again).toMatchObject({ status: 'unchanged', read: 193, accepted: 0, unchanged: 193, rejected: 0 });
  });
});

it.runIf(!existsSync(FOLDER))('has no feeds of real governments beside it, so they were not loaded', () => {
  expect(existsSync(FOLDER)).toBe(false);
});

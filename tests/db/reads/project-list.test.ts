import { beforeAll, describe, expect, test } from 'vitest';
import { getProjectList, PROJECT_SORTS, type ProjectListArgs } from '#db/reads/project-list.ts';
import { buildFeed, publishRecords } from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const CODES = ['P-1', 'P-2', 'P-3', 'P-4', 'P-5'];
const NOW = new Date('2026-11-20T02:00:00Z');
let finance = 0;

/** Five projects that differ in nothing that sorts. */
beforeAll(async () => {
  const same = {
    unit_code: '03003',
    name_th: 'โครงการเดียวกัน',
    value_baht: '1000000',
    from_fiscal_year: '2570',
    planned_start_on: '2026-10-01',
    planned_end_on: '2027-09-30',
  };
  const records = CODES.map((code) => ({ ...same, project_code: code }));
  await publishRecords(database.etl, await buildFeed(database.owner, 'project', 'PMOC'), 'project', records, NOW);
  const [unit] = await database.owner<{ id: number }[]>`select id from org_unit where code = '03000'`;
  finance = unit!.id;
});

const list = (changes: Partial<ProjectListArgs> = {}) =>
  getProjectList(database.owner, {
    unitId: finance,
    fiscalYear: 2570,
    filter: {},
    sort: 'slip',
    isAscending: false,
    limit: 2,
    offset: 0,
    asOf: null,
    language: 'th',
    ...changes,
  });

describe('a page of projects', () => {
  test.each(PROJECT_SORTS)('sorted by %s shows no project twice and none never', async (sort) => {
    for (const isAscending of [true, false]) {
      const pages = await Promise.all([0, 2, 4].map((offset) => list({ sort, isAscending, offset })));
      expect(pages.flat().map((row) => row.code)).toEqual(CODES);
    }
  });

  test('says how many match in all', async () => {
    expect((await list()).map((row) => row.matches)).toEqual([5, 5]);
  });

  test('is of the fiscal year: a project counts from its first year on', async () => {
    expect(await list({ fiscalYear: 2569 })).toEqual([]);
  });

  test('is as it stood at an earlier publication', async () => {
    expect(await list({ asOf: 0 })).toEqual([]);
    expect(await list({ asOf: 1 })).toHaveLength(2);
  });

  test('names the unit in the reader’s language', async () => {
    const [row] = await list({ language: 'en', limit: 1 });
    expect(row!.unitName).not.toMatch(/[ก-ฮ]/);
  });
});

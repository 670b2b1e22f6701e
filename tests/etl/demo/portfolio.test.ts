import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '#db/clock.ts';
import { loadReference } from '#db/reference/load.ts';
import { getSpendingOfProjects, getSpendingOfUnits } from '#db/reads/spending-progress.ts';
import { turnDay } from '#db/writes/day-turn.ts';
import { verify } from '#db/writes/verify.ts';
import { loadDemonstration } from '#etl/demo/load.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'demonstration-'));
  await loadReference(database.owner);
  await loadDemonstration({
    sql: database.etl,
    owner: database.owner,
    dataDir,
    clock: fixedClock('2026-11-20T09:00+07:00'),
    only: (step) => step.kind === 'load' && ['indicator', 'project', 'budget'].includes(step.dataset),
  });
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

type Count = { unit: number; projects: number; baht: string; late: number };

/** What one audience may know of the portfolios of a fiscal year, in all and by phase, counted from the projects themselves. */
function counted(year: number, bit: number): Promise<Count[]> {
  return database.owner<Count[]>`
    select u.id as unit, ph.phase, count(*)::int as projects, coalesce(sum(p.value_baht), 0)::numeric(20, 2)::text as baht,
           (count(*) filter (where p.slip_days > 30 and p.actual_end_on is null))::int as late
      from project p join org_unit own on own.id = p.unit_id join org_unit u on u.id = any(own.path)
      cross join lateral (select 0 as phase union select p.phase) ph
     where p.superseded_in is null and p.audiences & audiences_from(u.level) & ${1 << bit}::int <> 0
       and coalesce(p.from_fiscal_year, 2570) <= ${year}::int
       and (p.actual_end_on is null or greatest(p.to_fiscal_year, p.from_fiscal_year) >= ${year}::int)
     group by 1, 2 order by 1, 2`;
}

function published(year: number, bit: number): Promise<Count[]> {
  return database.owner<Count[]>`
    select unit_id as unit, phase::int, projects::int, value_baht::numeric(20, 2)::text as baht, late_over_30_days::int as late from portfolio_rollup
     where superseded_in is null and slice_id = 0 and fiscal_year = ${year} and audiences & ${1 << bit}::int <> 0 order by 1, 2`;
}

test.each([2568, 2569, 2570])(
  'portfolios of fiscal year %i are the counts of their projects, for every audience',
  async (year) => {
    for (let bit = 0; bit < 9; bit += 1) {
      const direct = await counted(year, bit);
      expect([bit, await published(year, bit)]).toEqual([bit, direct]);
      if (bit >= 6) expect(direct.length).toBeGreaterThan(100);
    }
  },
);

test('a slice of a portfolio is what its projects of that strategy are', async () => {
  const rows = await database.owner`
    with direct as (
      select u.id as unit, x.id as slice, count(*)::int as projects
        from project p join slice x on x.kind = 'strategy' and x.code = p.strategy join org_unit own on own.id = p.unit_id join org_unit u on u.id = any(own.path)
       where p.superseded_in is null and p.audiences & 256 <> 0 and p.from_fiscal_year <= 2570 and (p.actual_end_on is null or greatest(p.to_fiscal_year, p.from_fiscal_year) >= 2570)
       group by 1, 2),
    rolled as (
      select unit_id as unit, slice_id as slice, projects::int from portfolio_rollup r join slice x on x.id = r.slice_id and x.kind = 'strategy'
       where superseded_in is null and fiscal_year = 2570 and phase = 0 and audiences & 256 <> 0)
    select (select count(*)::int from direct) as direct, (select count(*)::int from rolled) as rolled,
           (select count(*)::int from direct natural join rolled) as same`;
  expect(rows[0]!.direct).toBeGreaterThan(100);
  expect(rows[0]).toEqual({ direct: rows[0]!.direct, rolled: rows[0]!.direct, same: rows[0]!.direct });
});

test('money and work that lie furthest apart are read first, of units and of projects', async () => {
  const [top] = await database.owner<{ id: number }[]>`select id from org_unit where code = 'PMOC'`;
  const args = { unitId: top!.id, fiscalYear: 2569, asOf: null, language: 'th' } as const;
  for (const read of [getSpendingOfUnits, getSpendingOfProjects]) {
    const rows = await read(database.owner, args);
    const gaps = rows.map(({ spentPercent, donePercent }) => Math.abs(Number(spentPercent) - Number(donePercent)));
    expect(gaps.length).toBeGreaterThan(10);
    expect(gaps).toEqual([...gaps].sort((one, other) => other - one));
  }
});

test.each([
  ['a new day', '2026-12-01T00:05+07:00', 2570],
  ['the last day of a year', '2027-09-30T00:05+07:00', 2570],
  ['a new year', '2027-10-01T00:05+07:00', 2571],
])('%s counts again what it judges otherwise', async (_, now, year) => {
  const publication = await turnDay(database.etl, { now: new Date(now) });
  const [changed] = await database.owner<{ portfolios: number }[]>`
    select count(*)::int as portfolios from portfolio_rollup where published_in = ${publication!.id}`;
  expect(changed!.portfolios).toBeGreaterThan(10);
  expect(await published(year, 8)).toEqual(await counted(year, 8));
  expect(await verify(database.etl)).toEqual([]);
});

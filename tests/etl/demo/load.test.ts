import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#db/clock.ts';
import { loadReference } from '#db/reference/load.ts';
import { loadDemonstration } from '#etl/demo/load.ts';
import type { Step } from '#etl/demo/deliveries/steps.ts';
import { useDatabase } from '#tests/setup/database.ts';

/** A part that hangs together: the register, last year's agreements, one ministry's own reports and its departments'. */
const wanted = new Set(['indicators.csv', 'agreements-2570-ministries.csv', 'projects-07000']);
const isWanted = (step: Step): boolean =>
  step.kind === 'duties' ||
  (step.kind === 'decide' && step.feedCode === 'reading-11007') ||
  (step.kind === 'load' &&
    (wanted.has(step.firstFile) ||
      step.feedCode === 'project-07000' ||
      (step.period === '2569-10' &&
        ['reading-07000', 'reading-03005', 'reading-11007', 'reading-03008', 'reading-16000'].includes(
          step.feedCode,
        ))));

describe('a part of the demonstration, loaded through the pipeline', () => {
  const database = useDatabase();
  let dataDir: string;
  const load = () =>
    loadDemonstration({
      sql: database.etl,
      owner: database.owner,
      dataDir,
      clock: fixedClock('2026-11-20T09:00+07:00'),
      only: isWanted,
    });

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'demonstration-'));
    await loadReference(database.owner);
    await load();
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const runOf = async (feed: string) => {
    const [run] = await database.owner<
      {
        status: string;
        read: number;
        accepted: number;
        unchanged: number;
        rejected: number;
        failure: string | null;
        levels: number;
      }[]
    >`
      select r.status, r.read, r.accepted, r.unchanged, r.rejected, r.failure_reason as failure, r.levels from etl_run r join feed f on f.id = r.feed_id where f.code = ${feed} order by r.id desc limit 1`;
    return run!;
  };

  test('the ministry that writes Windows-874 with Thai digits and Buddhist dates loads without a rejection', async () => {
    expect(await runOf('reading-07000')).toMatchObject({ status: 'loaded', rejected: 0 });
    expect(await runOf('project-07000')).toMatchObject({ status: 'loaded', rejected: 0 });
    const [project] = await database.owner<{ planned: string; name: string }[]>`
      select planned_end_on::text as planned, name_th as name from project where superseded_in is null order by code limit 1`;
    expect(project!.planned).toMatch(/^20[23]\d-/);
    expect(project!.name).toMatch(/^โครงการ/);
  });

  test("a ministry's figure is what its departments add up to", async () => {
    const [sum] = await database.owner<{ parts: string; whole: string }[]>`
      select sum(r.numerator)::text as parts,
             (select u.numerator::text from unit_rollup u join org_unit m on m.id = u.unit_id and m.code = '07000' join indicator x on x.id = u.indicator_id and x.code = 'C-BUD-01' join period q on q.id = u.period_id and q.code = '2569-10' where u.superseded_in is null and u.basis = 'across' and u.audiences & 128 <> 0) as whole
        from reading r join org_unit d on d.id = r.unit_id join org_unit m on m.id = d.parent_id and m.code = '07000' join indicator i on i.id = r.indicator_id and i.code = 'C-BUD-01'
       where r.superseded_in is null and r.period_id = (select id from period where code = '2569-10')`;
    expect(Number(sum!.parts)).toBeGreaterThan(0);
    expect(sum!.whole).toBe(sum!.parts);
  });

  test('of the faulty file ten records are rejected and the good ones load', async () => {
    const run = await runOf('reading-03005');
    expect(run).toMatchObject({ status: 'loaded_with_rejections', rejected: 10 });
    expect(run.read).toBe(run.accepted + run.unchanged + run.rejected);
  });

  test('the wrong file is refused whole, and what was returned stays below', async () => {
    expect(await runOf('reading-03008')).toMatchObject({ status: 'refused', failure: 'wrong_header' });
    expect(await runOf('reading-11007')).toMatchObject({ status: 'loaded', levels: 1 });
    expect(await runOf('reading-16000')).toMatchObject({ levels: 3 });
    const decisions = await database.owner<
      { decision: string; remark: string | null }[]
    >`select decision, remark from run_decision`;
    expect(decisions).toEqual([{ decision: 'returned', remark: expect.stringContaining('ส่งใหม่') }]);
  });

  test('people hold their offices, one acts for another, and aides are let in with dates', async () => {
    const [counts] = await database.owner<
      { people: number; acting: number; vacant: number; aides: number; hashes: number }[]
    >`
      select (select count(*) from access.person where is_demonstration)::int as people,
             (select count(*) from access.appointment where acting = 'for_absent')::int as acting,
             (select count(*) from access.appointment where acting = 'in_vacancy')::int as vacant,
             (select count(*) from access.aide_grant)::int as aides,
             (select count(distinct password_hash) from access.person)::int as hashes`;
    expect(counts).toMatchObject({ acting: 1, vacant: 1, aides: 2, hashes: 1 });
    expect(counts!.people).toBeGreaterThan(500);
    const logins = await database.owner<
      { login: string }[]
    >`select login from access.person where login in ('pm', 'opdc', 'admin', 'minister-08000', 'ps-08000', 'cio-08000', 'officer-08000', 'dg-08006', 'aide-08000', 'aide-pm')`;
    expect(logins).toHaveLength(10);
  });

  test('a host without a KPI about its system is told so', async () => {
    const rows = await database.owner<
      { code: string }[]
    >`select code from agreement where lacks_system_kpi and superseded_in is null order by code`;
    expect(rows.map(({ code }) => code)).toEqual(['PA-2570-04000-MIN', 'PA-2570-04000-PS']);
  });

  test('loading again loads nothing again', async () => {
    const count = async () =>
      (
        await database.owner<
          { runs: number; publications: number }[]
        >`select (select count(*) from etl_run)::int as runs, (select max(id) from publication) as publications`
      )[0];
    const before = await count();
    await load();
    expect(await count()).toEqual(before);
  });
});

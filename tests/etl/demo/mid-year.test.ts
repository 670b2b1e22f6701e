import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#db/clock.ts';
import { loadReference } from '#db/reference/load.ts';
import { turnDay } from '#db/writes/day-turn.ts';
import { upsertDuties, upsertFeeds } from '#db/writes/feeds.ts';
import { demoDuties, demoFeeds } from '#etl/demo/deliveries/feeds.ts';
import { planSteps } from '#etl/demo/deliveries/plan.ts';
import { toScenario } from '#etl/demo/deliveries/scenario.ts';
import type { Step } from '#etl/demo/deliveries/steps.ts';
import { loadFiles } from '#etl/pipeline.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { org } from './organisation.ts';

const MINISTRY = '18000';
const units = new Set([MINISTRY, ...org.reportersOf(MINISTRY).map(({ code }) => code)]);
const clock = '2027-05-15T09:00+07:00';

type Load = Extract<Step, { kind: 'load' }>;
const isOfMinistry = (step: Step): step is Step & Load =>
  step.kind === 'load' &&
  ((step.dataset === 'indicator' && step.feedCode === 'indicator-PMOC') ||
    (step.dataset === 'agreement' && step.firstFile.includes('ministries')) ||
    (step.dataset === 'reading' && ['reading-PMOC', `reading-${MINISTRY}`].includes(step.feedCode)));

/** A delivery's lines about one ministry; the files of those who write plain CSV can be cut so. */
function cut(bytes: Buffer): string {
  const [head, ...lines] = bytes.toString('utf8').split('\r\n');
  const column = head!.split(',').findIndex((name) => name.endsWith('unit_code'));
  const kept = column === -1 ? lines : lines.filter((line) => units.has(line.split(',')[column] ?? ''));
  return [head, ...kept, ''].join('\r\n');
}

describe('one ministry of the demonstration, played to the middle of a year', () => {
  const database = useDatabase();
  let folder: string;
  const steps = planSteps(org, toScenario(clock), new Date(clock)).filter(isOfMinistry);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mid-year-'));
    await loadReference(database.owner);
    await upsertFeeds(database.etl, demoFeeds(org));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const play = async (of: readonly Load[]) => {
    for (const step of of) {
      const isRegister = step.dataset === 'indicator';
      const files = (await step.files()).map(({ name, bytes }) => ({
        name,
        path: path.join(folder, name),
        text: isRegister ? bytes.toString('utf8') : cut(Buffer.from(bytes)),
      }));
      const told = files.filter(({ text }) => text.trim().split('\r\n').length > 1);
      for (const file of told) await writeFile(file.path, file.text);
      await loadFiles({
        sql: database.etl,
        clock: fixedClock((step as Step & Load).at),
        files: told.map(({ name, path }) => ({ name, path })),
        mapping: step.mapping,
        feedCode: step.feedCode,
        source: 'demonstration',
      });
      if (isRegister)
        await upsertDuties(
          database.etl,
          demoDuties(org).filter(({ unitCode }) => units.has(unitCode)),
        );
    }
  };
  const score = async () => {
    const [row] = await database.owner<
      { value: number; low: number | null; high: number | null; forecast: number | null; withheld: string | null }[]
    >`
      select s.score::float8 as value, s.forecast_low::float8 as low, s.forecast_high::float8 as high, s.forecast_score::float8 as forecast, s.forecast_withheld as withheld
        from agreement_score s join agreement a on a.agreement_id = s.agreement_id and a.superseded_in is null
       where a.code = ${`PA-2570-${MINISTRY}-MIN`} and s.superseded_in is null and s.perspective = 'ALL' and s.score is not null and s.audiences & 128 <> 0
       order by s.round limit 1`;
    return row!;
  };

  test('with one month in, the forecast is withheld and says why; by May it stands, with its range', async () => {
    const isEarly = ({ at }: Step) => Date.parse(at) < Date.parse('2026-11-20T09:00+07:00');
    await play(steps.filter(isEarly));
    await turnDay(database.etl, { now: new Date('2026-11-20T09:00+07:00') });
    expect(await score()).toMatchObject({ forecast: null, withheld: 'too_few_points' });

    await play(steps.filter((step) => !isEarly(step)));
    await turnDay(database.etl, { now: new Date(clock) });
    const { forecast, low, high, withheld } = await score();
    expect(withheld).toBeNull();
    expect(forecast).toBeGreaterThan(1);
    expect(low!).toBeLessThanOrEqual(forecast!);
    expect(high!).toBeGreaterThanOrEqual(forecast!);
    expect(high! - low!).toBeLessThan(2);
  });

  test("the year's months are in up to the newest that is due", async () => {
    const rows = await database.owner<{ code: string }[]>`
      select distinct p.code from reading r join period p on p.id = r.period_id join org_unit u on u.id = r.unit_id
       where r.superseded_in is null and u.code = any(${[...units]}) and p.fiscal_year = 2570 and p.kind = 'month' order by p.code`;
    expect(rows.map(({ code }) => code).sort()).toEqual(
      ['2569-10', '2569-11', '2569-12', '2570-01', '2570-02', '2570-03', '2570-04'].sort(),
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { actOnRun } from '#db/writes/decide-run.ts';
import { turnDay } from '#db/writes/day-turn.ts';
import { verify } from '#db/writes/verify.ts';
import { buildDuty, buildFeed, buildIndicator, publishReadings, publishRecords } from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const NOVEMBER = new Date('2026-11-10T09:00:00+07:00');

type Figure = {
  unit: string;
  period: number;
  value: string;
  numerator: string | null;
  denominator: string | null;
  audiences: number;
  units_reported: number;
  units_expected: number;
  basis: string;
};

async function figures(indicator: string, unit: string): Promise<Figure[]> {
  return database.owner<Figure[]>`
    select u.code as unit, f.period_id as period, trim_scale(f.value)::text as value, f.numerator, f.denominator, f.audiences, f.units_reported, f.units_expected, f.basis
      from figure f join org_unit u on u.id = f.unit_id join indicator i on i.id = f.indicator_id
     where i.code = ${indicator} and u.code = ${unit} and f.superseded_in is null order by f.period_id, f.audiences`;
}

beforeAll(async () => {
  await buildIndicator(database.owner, 'RATIO');
  for (const unit of ['03003', '03004', '03005']) await buildDuty(database.owner, unit, 'RATIO', 2570);
  await buildFeed(database.owner, 'reading', '03000');
});

describe('publishing readings', () => {
  it('rolls percentages up by their sums, to the ministry and to the top', async () => {
    const run = await publishReadings(
      database.etl,
      'reading-03000',
      [
        { unit: '03003', indicator: 'RATIO', period: '2569-10', num: '9', den: '10' },
        { unit: '03004', indicator: 'RATIO', period: '2569-10', num: '100', den: '1000' },
      ],
      NOVEMBER,
    );
    expect(run).toMatchObject({ accepted: 2, unchanged: 0 });
    const [year, month] = await figures('RATIO', '03000');
    expect(Number(month!.value).toFixed(4)).toBe('10.7921');
    expect(month).toMatchObject({
      numerator: '109',
      denominator: '1010',
      audiences: 504,
      units_reported: 2,
      units_expected: 2,
    });
    expect(year).toMatchObject({ period: 257_000_000, basis: 'time', numerator: '109' });
    expect((await figures('RATIO', 'PMOC'))[0]).toMatchObject({ numerator: '109', audiences: 448, units_reported: 2 });
  });

  it('changes nothing when the same records come again', async () => {
    const again = await publishReadings(
      database.etl,
      'reading-03000',
      [
        { unit: '03003', indicator: 'RATIO', period: '2569-10', num: '9', den: '10' },
        { unit: '03004', indicator: 'RATIO', period: '2569-10', num: '100', den: '1000' },
      ],
      NOVEMBER,
    );
    expect(again).toMatchObject({ publicationId: null, accepted: 0, unchanged: 2 });
  });

  it('keeps an accepted revision standing above until the new one is accepted, and restores it on withdrawal', async () => {
    await buildIndicator(database.owner, 'COUNT', {
      org_rollup: 'sum',
      time_rollup: 'sum',
      unit_of_measure: 'count',
      ratio_scale: '1',
    });
    await buildFeed(database.owner, 'reading', '03003', { acceptsItself: 0 });
    const first = await publishReadings(
      database.etl,
      'reading-03003',
      [{ unit: '03003', indicator: 'COUNT', period: '2569-10', value: '5' }],
      NOVEMBER,
    );
    expect(await figures('COUNT', '03000')).toEqual([]);
    const act = { remark: null, personId: null, positionId: null, now: NOVEMBER };
    await actOnRun(database.etl, { ...act, runId: first.runId, act: 'accept' });
    expect((await figures('COUNT', '03000'))[1]).toMatchObject({ value: '5', audiences: 56 });
    expect(await figures('COUNT', 'PMOC')).toEqual([]);

    const second = await publishReadings(
      database.etl,
      'reading-03003',
      [{ unit: '03003', indicator: 'COUNT', period: '2569-10', value: '7' }],
      NOVEMBER,
    );
    expect(
      (await figures('COUNT', '03003'))
        .filter((row) => row.basis === 'reading')
        .map((row) => [row.value, row.audiences]),
    ).toEqual([
      ['7', 7],
      ['5', 56],
    ]);
    expect((await figures('COUNT', '03000'))[1]!.value).toBe('5');

    await actOnRun(database.etl, { ...act, runId: second.runId, act: 'accept' });
    expect((await figures('COUNT', '03000'))[1]!.value).toBe('7');
    await actOnRun(database.etl, { ...act, runId: second.runId, act: 'withdraw' });
    expect((await figures('COUNT', '03000'))[1]!.value).toBe('5');
    expect(
      (await figures('COUNT', '03003'))
        .filter((row) => row.basis === 'reading')
        .map((row) => [row.value, row.audiences]),
    ).toEqual([['5', 63]]);
  });

  it('computes a total for each audience from exactly what it may see', async () => {
    await buildIndicator(database.owner, 'MIXED', {
      time_rollup: 'last',
      org_rollup: 'sum',
      unit_of_measure: 'count',
      ratio_scale: '1',
    });
    await buildFeed(database.owner, 'reading', '03004', { classification: 'internal' });
    await publishReadings(
      database.etl,
      'reading-03000',
      [
        { unit: '03003', indicator: 'MIXED', period: '2569-10', value: '5' },
        { unit: '03005', indicator: 'MIXED', period: '2569-10', value: '1' },
      ],
      NOVEMBER,
    );
    await publishReadings(
      database.etl,
      'reading-03004',
      [{ unit: '03004', indicator: 'MIXED', period: '2569-10', value: '20' }],
      NOVEMBER,
    );
    const totals = (await figures('MIXED', '03000')).filter((row) => row.basis === 'across');
    expect(totals.map((row) => [row.value, row.audiences])).toEqual([
      ['6', 72],
      ['26', 432],
    ]);
  });

  it('hides two more departments from outsiders where a reported total would tell the hidden one, since one of them knows itself', async () => {
    await buildIndicator(database.owner, 'TOTAL', {
      org_rollup: 'sum',
      of_record: 'reported',
      unit_of_measure: 'count',
      ratio_scale: '1',
    });
    await publishReadings(
      database.etl,
      'reading-03004',
      [{ unit: '03004', indicator: 'TOTAL', period: '2569-10', value: '20' }],
      NOVEMBER,
    );
    await publishReadings(
      database.etl,
      'reading-03000',
      [
        { unit: '03003', indicator: 'TOTAL', period: '2569-10', value: '5' },
        { unit: '03005', indicator: 'TOTAL', period: '2569-10', value: '9' },
        { unit: '03006', indicator: 'TOTAL', period: '2569-10', value: '11' },
        { unit: '03000', indicator: 'TOTAL', period: '2569-10', value: '45' },
      ],
      NOVEMBER,
    );
    const seen = async (unit: string) =>
      (await figures('TOTAL', unit)).filter((row) => row.basis === 'reading').map((row) => row.audiences & 64);
    expect([await seen('03003'), await seen('03005'), await seen('03004'), await seen('03006')]).toEqual([
      [0],
      [0],
      [0],
      [64],
    ]);
    expect((await figures('TOTAL', '03000'))[0]!.value).toBe('45');
  });
});

describe('agreements', () => {
  it('are scored from the rolled-up figures, and again when these change', async () => {
    await buildFeed(database.owner, 'agreement', 'PMOC');
    const kpi = (kpi_no: string, indicator_code: string, weight_12: string) => ({
      agreement_code: 'PM_MIN-2570-03000',
      agreement_type: 'PM_MIN',
      fiscal_year: 2570,
      unit_code: '03000',
      maker_position: 'minister-03000',
      recipient_position: 'pm',
      signed_on: '2026-10-05',
      kpi_no,
      indicator_code,
      perspective: 'EFF',
      weight_12,
      t1: '5',
      t2: '10',
      t3: '15',
      t4: '20',
      t5: '25',
      plan_6: '10',
      plan_9: '12',
      plan_12: '15',
    });
    await publishRecords(
      database.etl,
      'agreement-PMOC',
      'agreement',
      [kpi('1.1', 'RATIO', '60'), kpi('1.2', 'MIXED', '40')],
      NOVEMBER,
    );
    const scores = await database.owner<{ score: string; audiences: number; coverage: string; certainty: string }[]>`
      select s.score, s.audiences, s.coverage, s.certainty from agreement_score s join agreement_key k on k.id = s.agreement_id
       where k.code = 'PM_MIN-2570-03000' and s.round = 6 and s.perspective = 'ALL' and s.superseded_in is null order by s.audiences`;
    // 60 % × (2 + 0.7921/5) + 40 % × score of 6 (1.2) or of 26 (5)
    expect(scores).toEqual([
      { score: '1.7750', audiences: 72, coverage: '1.0000', certainty: 'mid_round' },
      { score: '3.2950', audiences: 432, coverage: '1.0000', certainty: 'mid_round' },
    ]);
    await publishReadings(
      database.etl,
      'reading-03000',
      [{ unit: '03005', indicator: 'RATIO', period: '2569-10', num: '300', den: '990' }],
      NOVEMBER,
    );
    const [after] = await database.owner<{ actual: string; score: string }[]>`
      select trim_scale(round(actual, 4))::text as actual, score from kpi_score s join kpi_key k on k.id = s.kpi_id where k.kpi_no = '1.1' and s.superseded_in is null and s.round = 6 and s.audiences & 64 <> 0`;
    expect(after).toEqual({ actual: '20.45', score: '4.0900' });
  });
});

describe('a day that turns', () => {
  it('makes what was due late, once', async () => {
    const counts = async () =>
      database.owner`select state, count(*)::int as n from expected_report where superseded_in is null group by 1 order by 1`;
    expect(await counts()).toEqual([
      { state: 'not_due', n: 33 },
      { state: 'reported', n: 3 },
    ]);
    const december = new Date('2026-12-16T00:00:30+07:00');
    expect(await turnDay(database.etl, { now: december })).not.toBeNull();
    expect(await counts()).toEqual([
      { state: 'missing', n: 3 },
      { state: 'not_due', n: 30 },
      { state: 'reported', n: 3 },
    ]);
    expect(await turnDay(database.etl, { now: december })).toBeNull();
  });
});

describe('verification', () => {
  it('finds that every published number follows from its facts', async () => {
    expect(await verify(database.etl)).toEqual([]);
  });

  it('finds a roll-up that was changed by hand', async () => {
    await database.owner`update unit_rollup set value = value + 1 where superseded_in is null and basis = 'across' and unit_id = (select id from org_unit where code = '03000') and indicator_id = (select id from indicator where code = 'RATIO')`;
    expect((await verify(database.etl)).map((difference) => difference.table)).toContain('unit_rollup');
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { verify } from '#db/writes/verify.ts';
import { buildFeed, buildIndicator, publishReadings, publishRecords } from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, startTestSession, testNow } from '#tests/setup/visitor.ts';

const database = useDatabase();
const readers = ['dg-03003', 'dg-03004', 'cio-03000', 'opdc', 'dg-07003', 'admin'];
const tokens: Record<string, string> = {};
const january = (day: number) => new Date(`2027-01-${String(day).padStart(2, '0')}T09:00:00+07:00`);
const months = ['10', '11', '12', '01', '02', '03', '04', '05', '06', '07', '08', '09'];
/** The Buddhist months of a fiscal year, first to last. */
const monthsOf = (year: number) => months.map((month) => `${Number(month) >= 10 ? year - 1 : year}-${month}`);

/** Percentages and the scores they come to: thresholds are 60, 65 … 80. */
const open = { value: '66.13', score: 2.226 };
const other = { value: '71.91', score: 3.382 };
const secret = { value: '78.37', score: 4.674 };
const weights = { secret: 40, open: 25, other: 35 };

beforeAll(async () => {
  for (const login of readers)
    tokens[login] = await startTestSession(database, await addHolder(database, login, login));
  for (const code of ['KEPT', 'OPEN', 'OTHER'])
    await buildIndicator(database.owner, code, { org_rollup: 'none', time_rollup: 'last', ratio_scale: '1' });
  await buildFeed(database.owner, 'agreement', 'PMOC');
  await buildFeed(database.owner, 'reading', '03003');
  await buildFeed(database.owner, 'reading', '03004');
  await database.owner`
    insert into feed (code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, accepts_itself, classification)
    select 'inner-03004', unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, 6, 'internal' from feed where code = 'reading-03004'`;
  await promise();
  await send('reading-03003', readingsOf('03003', ['OPEN', 'OTHER', 'KEPT']), 4);
  await send('reading-03004', readingsOf('03004', ['OPEN', 'OTHER']), 4);
  await send('inner-03004', readingsOf('03004', ['KEPT']), 5);
});

const send = (feed: string, readings: Parameters<typeof publishReadings>[2], day: number) =>
  publishReadings(database.etl, feed, readings, january(day));

/** Two departments promise three indicators each year; in the running year only two of them. */
async function promise(): Promise<void> {
  const kpis = [
    ['1.1', 'KEPT', 'EFF', weights.secret],
    ['1.2', 'OPEN', 'EFF', weights.open],
    ['2.1', 'OTHER', 'QUA', weights.other],
  ] as const;
  const records = ['03003', '03004'].flatMap((unit) =>
    [2568, 2569, 2570].flatMap((year) =>
      kpis
        .filter(([, code]) => year < 2570 || code !== 'KEPT')
        .map(([no, code, perspective, weight]) => ({
          ...{ agreement_code: `DG-${unit}-${year}`, agreement_type: 'PS_DG', fiscal_year: year, unit_code: unit },
          ...{ maker_position: `dg-${unit}`, recipient_position: 'ps-03000', signed_on: `${year - 544}-10-05` },
          ...{ kpi_no: no, indicator_code: code, perspective, weight_12: String(weight), kpi_type: 'higher' },
          ...{ t1: '60', t2: '65', t3: '70', t4: '75', t5: '80', plan_12: '75' },
        })),
    ),
  );
  await publishRecords(database.etl, 'agreement-PMOC', 'agreement', records, january(2));
}

/** Two years and a quarter; of the year in between the last month is the one that is to be secret. */
function readingsOf(unit: string, codes: string[]) {
  const told = [...monthsOf(2568), ...monthsOf(2569), ...monthsOf(2570).slice(0, 3)];
  const valueOf = (code: string, period: string) =>
    code === 'OPEN' ? open.value : code === 'OTHER' ? other.value : period === '2569-09' ? secret.value : '63.31';
  return codes.flatMap((indicator) =>
    told
      .filter((period) => indicator !== 'KEPT' || !monthsOf(2570).includes(period))
      .map((period) => ({ unit, indicator, period, value: valueOf(indicator, period) })),
  );
}

type Shown = {
  year: number;
  round: number;
  perspective: string;
  score: number | null;
  previous: number | null;
  forecast: number | null;
};
type Step = { year: number; month: number; score: number };

/** All scores of a department that a reader finds, current and as of any earlier publication. */
function getScores(login: string, unit: string): Promise<{ scores: Shown[]; steps: Step[] }> {
  return database.web.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select access.enter(${tokens[login]!}, ${testNow})`;
    const scores = await tx<Shown[]>`
      select s.fiscal_year as year, s.round, s.perspective, s.score::float8, s.previous_score::float8 as previous, s.forecast_score::float8 as forecast
        from agreement_score s join org_unit u on u.id = s.unit_id where u.code = ${unit}`;
    const steps = await tx<Step[]>`
      select h.fiscal_year as year, h.period_id % 100 as month, h.score::float8 from score_history h join org_unit u on u.id = h.unit_id
       where u.code = ${unit} and h.score is not null`;
    return { scores: [...scores], steps: [...steps] };
  }) as Promise<{ scores: Shown[]; steps: Step[] }>;
}

/** What the secret's score would be if a number were the whole of it, the perspective's, or the agreement's: the other scores are public. */
function solve(whole: number): number[] {
  const { secret: own, open: first, other: second } = weights;
  return [
    whole,
    (whole * (own + first) - first * open.score) / own,
    (whole * (own + first + second) - first * open.score - second * other.score) / own,
  ];
}

/** Whether the secret follows from any of those numbers; a forecast goes the mean way of the past two years from where the running one stands. */
async function findsOut(login: string, unit: string): Promise<string[]> {
  const { scores, steps } = await getScores(login, unit);
  const at = (year: number, month: number) =>
    steps.filter((one) => one.year === year && one.month === month).map(({ score }) => score);
  const numbers: [from: string, whole: number][] = [
    ...scores.flatMap(({ score }): [string, number][] => (score === null ? [] : [['score', score]])),
    ...scores.flatMap(({ previous }): [string, number][] => (previous === null ? [] : [['previous', previous]])),
    ...steps.map(({ score }): [string, number] => ['history', score]),
    ...scores.flatMap(({ forecast }): [string, number][] =>
      forecast === null
        ? []
        : at(2570, 3).flatMap((now) =>
            at(2568, 12).flatMap((end) =>
              at(2568, 3).flatMap((then) =>
                at(2569, 3).map((before): [string, number] => [
                  'forecast',
                  2 * (forecast - now) - (end - then) + before,
                ]),
              ),
            ),
          ),
    ),
  ];
  const found = numbers.filter(([, whole]) => solve(whole).some((score) => Math.abs(score - secret.score) < 0.002));
  return [...new Set(found.map(([from]) => from))].sort();
}

describe('a figure that is withheld after it was scored', () => {
  const everyWay = ['forecast', 'history', 'previous', 'score'];

  test('follows from past scores before, for whoever sees them', async () => {
    for (const login of readers) expect([login, await findsOut(login, '03003')]).toEqual([login, everyWay]);
  });

  test('follows from none of them afterwards, but for its own people', async () => {
    await send('reading-03003', [{ unit: '03003', indicator: 'KEPT', period: '2569-09', state: 'withheld' }], 8);
    for (const login of readers)
      expect([login, await findsOut(login, '03003')]).toEqual([login, login === 'dg-03003' ? everyWay : []]);
    expect(await verify(database.etl)).toEqual([]);
  });

  test('takes no past score with it that it was not part of', async () => {
    const { scores, steps } = await getScores('dg-07003', '03003');
    const past = await database.owner<{ table: string }[]>`
      select distinct 'agreement_score' as table from agreement_score s join org_unit u on u.id = s.unit_id where u.code = '03003' and s.superseded_in is not null and s.perspective = 'QUA' and s.audiences & 64 = 0
      union select distinct 'score_history' from score_history h join org_unit u on u.id = h.unit_id where u.code = '03003' and h.superseded_in is not null and h.audiences & 64 = 0
                   and (h.fiscal_year <> 2569 or h.period_id % 100 < 12)`;
    expect(past).toEqual([]);
    expect(scores.some(({ year, perspective }) => year === 2569 && perspective === 'QUA')).toBe(true);
    expect(steps.filter(({ year }) => year === 2569).length).toBeGreaterThanOrEqual(12);
  });
});

test('what last year’s score is made of is no more told by this year’s comparison and forecast', async () => {
  for (const login of ['dg-03004', 'cio-03000', 'opdc'])
    expect([login, await findsOut(login, '03004')]).toEqual([login, ['forecast', 'history', 'previous', 'score']]);
  for (const login of ['dg-03003', 'dg-07003', 'admin'])
    expect([login, await findsOut(login, '03004')]).toEqual([login, []]);
});

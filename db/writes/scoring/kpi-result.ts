import { rollUpAcrossTime } from '#domain/roll-up/across-time.ts';
import { scoreKpi, type ScoringMethod } from '#domain/scoring/score.ts';
import { planAt, thresholdsToDate, type PlanPoint } from '#domain/status/plan-to-date.ts';
import { addDays, fiscalYearStart, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { periodOfId, type RoundMonths } from '#domain/time/period.ts';
import type { AgreementRow, FigureRow, KpiRow } from './load-agreements.ts';
import { Numbered, Remembered } from './remembered.ts';

/**
 * What one KPI comes to by the end of a day. While a round runs there is no official score: a cumulative figure is scored as
 * far as it should have come by then. On the round's last day, and after it, the thresholds are the round's own.
 */
export type KpiResult = {
  actual: string | null;
  numerator: string | null;
  denominator: string | null;
  throughPeriodId: number | null;
  unitsReported: number | null;
  unitsExpected: number | null;
  /** The plan for the newest figure, or for the round's last day once that is past. */
  planned: string | null;
  /** What score and plannedScore were read off: the round's thresholds, scaled to the plan of the day while a cumulative figure still grows. */
  thresholds: string[];
  score: string | null;
  plannedScore: string | null;
};

const byRound = <T>(round: RoundMonths, six: T | null, nine: T | null, twelve: T): T =>
  (round === 6 ? six : round === 9 ? (nine ?? six) : null) ?? twelve;

export const weightOf = (kpi: KpiRow, round: RoundMonths): string =>
  byRound(round, kpi.weight_6, kpi.weight_9, kpi.weight_12);
export const thresholdsOf = (kpi: KpiRow, round: RoundMonths): string[] =>
  byRound(round, kpi.thresholds_6, kpi.thresholds_9, kpi.thresholds_12);

/**
 * The figures that count by a day (rows are in the order of time), rolled up over time by the indicator's rule. The same
 * terms and figures come to the same: months and rounds that end in one figure, and the KPIs that a publication left alone,
 * are not worked out again while the process lives.
 */
export function toKpiResult(
  agreement: AgreementRow,
  kpi: KpiRow,
  round: RoundMonths,
  day: IsoDate,
  figures: readonly FigureRow[],
): KpiResult {
  const due = figures.filter((figure) => endOf(figure.period_id) <= day);
  const isClosed = day >= roundEnd(agreement.fiscal_year, round);
  // Without a figure the day itself says how far the plan is.
  const by = due.length === 0 ? day : isClosed;
  const key = `${termsOf(agreement, kpi)}:${spelt(figures)[due.length]}:${round}:${by}`;
  return results.get(key, () => work(agreement, kpi, round, day, due));
}

/** Results that are remembered, some hundred bytes each: a few years of a country's agreements. */
const REMEMBERED = 40_000;
const results = new Remembered<KpiResult>(REMEMBERED);
const texts = new Numbered(4 * REMEMBERED);
const terms = new WeakMap<KpiRow, number>();
const spellings = new WeakMap<readonly FigureRow[], number[]>();

/** Everything but figures, round and day that a result hangs on. */
function termsOf({ fiscal_year, floor, scheme }: AgreementRow, kpi: KpiRow): number {
  const known = terms.get(kpi) ?? texts.of(JSON.stringify([fiscal_year, floor, scheme, kpi]));
  terms.set(kpi, known);
  return known;
}

/** For each number of figures, what the first so many say. */
function spelt(figures: readonly FigureRow[]): number[] {
  const known = spellings.get(figures);
  if (known) return known;
  const spelling = [texts.of('')];
  for (const { period_id, value, numerator, denominator, units_reported, units_expected } of figures)
    spelling.push(
      texts.of(
        `${spelling.at(-1)};${period_id},${value},${numerator},${denominator},${units_reported},${units_expected}`,
      ),
    );
  spellings.set(figures, spelling);
  return spelling;
}

const ends = new Map<number, IsoDate>();

/** Last day of a period; periods are few and asked for all the time. */
function endOf(periodId: number): IsoDate {
  const known = ends.get(periodId) ?? periodOfId(periodId).endsOn;
  ends.set(periodId, known);
  return known;
}

const roundEnd = (fiscalYear: number, round: RoundMonths): IsoDate => endOf(fiscalYear * 100_000 + 40_000 + round);

function work(
  agreement: AgreementRow,
  kpi: KpiRow,
  round: RoundMonths,
  day: IsoDate,
  due: readonly FigureRow[],
): KpiResult {
  const newest = due.at(-1);
  const rolled = rollUpAcrossTime(
    kpi.time_rollup,
    due.map((figure) => ({ value: figure.value, num: figure.numerator, den: figure.denominator, weight: null })),
    Number(kpi.ratio_scale),
  );
  const actual = rolled.value;
  const lastDay = roundEnd(agreement.fiscal_year, round);
  const judgedOn = day >= lastDay ? lastDay : newest ? endOf(newest.period_id) : day;
  const isGrowing = isCumulative(kpi, rolled.den !== null);
  const plan = planPoints(agreement.fiscal_year, kpi);
  const start = planStart(agreement.fiscal_year, kpi, isGrowing);
  const planned = planAt(plan, start, judgedOn);
  const atEnd = isGrowing ? planAt(plan, start, lastDay) : null;
  const own = thresholdsOf(kpi, round);
  const thresholds =
    planned !== null && atEnd !== null && planned !== atEnd ? thresholdsToDate(own, planned, atEnd) : own;
  const scored = (value: string | null) =>
    scoreKpi(methodOf(kpi, thresholds), value, agreement.floor, agreement.scheme);
  return {
    actual,
    numerator: rolled.num,
    denominator: rolled.den,
    throughPeriodId: newest?.period_id ?? null,
    unitsReported: newest?.units_reported ?? null,
    unitsExpected: newest?.units_expected ?? null,
    planned,
    thresholds,
    score: scored(actual),
    plannedScore: scored(planned),
  };
}

/**
 * A cumulative figure starts at nothing on 1 October; others are planned flat until the first round. A flow that is a ratio
 * (days per permit) adds up both its parts and so does not grow.
 */
function isCumulative(kpi: KpiRow, isRatio: boolean): boolean {
  return kpi.time_rollup === 'ytd' || kpi.kpi_type === 'milestone' || (kpi.time_rollup === 'sum' && !isRatio);
}

function planStart(fiscalYear: number, kpi: KpiRow, isGrowing: boolean): PlanPoint {
  return { on: addDays(fiscalYearStart(fiscalYear), -1), value: isGrowing ? '0' : (kpi.plan_6 ?? kpi.plan_12) };
}

function planPoints(fiscalYear: number, kpi: KpiRow): PlanPoint[] {
  const values: [RoundMonths, string | null][] = [
    [6, kpi.plan_6],
    [9, kpi.plan_9],
    [12, kpi.plan_12],
  ];
  return values.flatMap(([round, value]) => (value === null ? [] : [{ on: roundEnd(fiscalYear, round), value }]));
}

function methodOf(kpi: KpiRow, thresholds: readonly string[]): ScoringMethod {
  if (kpi.kpi_type === 'milestone') return { kind: 'milestone', hasPartCredit: kpi.milestone_mode === 'part_credit' };
  if (kpi.kpi_type === 'yes_no') return { kind: 'yes_no' };
  if (kpi.kpi_type === 'closest') return { kind: 'closest', target: kpi.target ?? '0', thresholds };
  return { kind: 'thresholds', thresholds };
}

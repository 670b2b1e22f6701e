import { scoreLevel5 } from '#domain/scoring/score.ts';
import { addDays, fiscalYearStart, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import type { RoundMonths } from '#domain/time/period.ts';
import type { IndicatorSpec } from '../indicators/spec.ts';
import { bell, chance, clamp, wholeBetween } from '../random.ts';
import { actualOf } from '../readings/roll-up.ts';
import type { DemoUnit, Organisation } from '../units.ts';
import { departmentGoal, goalOf } from './goals.ts';
import { departmentKpis, ministerKpis, secretaryKpis, unitsBehind, type KpiChoice } from './kpis.ts';
import { ownerTitle } from './owners.ts';
import { isWhole, resultAt, SPENDING_THRESHOLDS, thresholdsAround, type Thresholds } from './thresholds.ts';
import { toWeights, weightText } from './weights.ts';

/** A row of the agreement dataset: contract column → text. */
export type AgreementRow = Record<string, string>;
export type AgreementType = 'PM_MIN' | 'MIN_PS' | 'PS_DG';

const ROUNDS: readonly RoundMonths[] = [6, 9, 12];
const PLAN: Record<RoundMonths, string> = { 6: 'plan_6', 9: 'plan_9', 12: 'plan_12' };

/** The two agreements of a ministry: minister with the Prime Minister, permanent secretary with the minister. */
export function ministryAgreements(org: Organisation, ministry: DemoUnit, fiscalYear: number): AgreementRow[] {
  const goals = (round: RoundMonths): number => goalOf(ministry.code, fiscalYear, round);
  const minister = agreementRows(org, ministry, 'PM_MIN', fiscalYear, ministerKpis(ministry.code), goals);
  // One KPI has one measure: what the minister promised is passed on with the same thresholds, so that a result scores alike.
  const promised = new Map(minister.map((row) => [row.indicator_code!, row]));
  const secretary = secretaryKpis(ministry.code);
  return [
    ...minister,
    ...agreementRows(
      org,
      ministry,
      'MIN_PS',
      fiscalYear,
      secretary,
      (round) => clamp(goals(round) + 0.06, 1, 5),
      promised,
    ),
  ];
}

/** The agreement of a department's head with the permanent secretary. */
export function departmentAgreement(org: Organisation, unit: DemoUnit, fiscalYear: number): AgreementRow[] {
  const goal = departmentGoal(unit, fiscalYear);
  return agreementRows(org, unit, 'PS_DG', fiscalYear, departmentKpis(unit, unit.parentCode!), () => goal);
}

export function agreementCode(type: AgreementType, fiscalYear: number, unitCode: string): string {
  return `PA-${fiscalYear}-${unitCode}-${{ PM_MIN: 'MIN', MIN_PS: 'PS', PS_DG: 'DG' }[type]}`;
}

function agreementRows(
  org: Organisation,
  unit: DemoUnit,
  type: AgreementType,
  fiscalYear: number,
  kpis: readonly KpiChoice[],
  goal: (round: RoundMonths) => number,
  promised: ReadonlyMap<string, AgreementRow> = new Map(),
): AgreementRow[] {
  const begins = (kpi: KpiChoice): boolean => kpi.spec.frequency !== 'year';
  const full = toWeights(kpis.map(({ heaviness }) => heaviness));
  const early = kpis.every(begins) ? null : toWeights(kpis.map((kpi) => (begins(kpi) ? kpi.heaviness : 0)));
  const ladders = toLadders(org, unit, fiscalYear, kpis, full, goal, promised);
  return kpis.map((kpi, i) => ({
    agreement_code: agreementCode(type, fiscalYear, unit.code),
    agreement_type: type,
    fiscal_year: String(fiscalYear),
    unit_code: unit.code,
    ...parties(type, unit),
    status: signedOn(type, unit, fiscalYear) === '' ? 'draft' : 'signed',
    signed_on: signedOn(type, unit, fiscalYear),
    kpi_no: kpi.no,
    indicator_code: kpi.spec.code,
    perspective: kpi.spec.perspective,
    kpi_type: kpi.spec.direction,
    owner_title: ownerTitle(org, unit, kpi.spec),
    ...linkOf(type, unit, fiscalYear, kpi),
    starts_in_round: begins(kpi) ? '6' : '12',
    weight_6: early ? weightText(early[i]!) : weightText(full[i]!),
    weight_9: early ? weightText(early[i]!) : weightText(full[i]!),
    weight_12: weightText(full[i]!),
    ...ladders[i]!,
  }));
}

/**
 * Thresholds and plan per KPI. Spending has the government's own, what was promised above has those of that agreement; the
 * others are set so that the whole comes to the goal.
 */
function toLadders(
  org: Organisation,
  unit: DemoUnit,
  fiscalYear: number,
  kpis: readonly KpiChoice[],
  weights: readonly number[],
  goal: (round: RoundMonths) => number,
  promised: ReadonlyMap<string, AgreementRow>,
): AgreementRow[] {
  const units = unitsBehind(org, unit);
  const actuals = kpis.map(({ spec }) => ROUNDS.map((round) => actualOf(org, units, spec, fiscalYear, round)));
  const settled = (round: RoundMonths): (number | null)[] =>
    kpis.map(({ spec }, i) => {
      const ladder = SPENDING_THRESHOLDS[spec.code]?.[round] ?? ladderOf(promised.get(spec.code), round);
      return ladder ? Number(scoreLevel5(ladder, actuals[i]![ROUNDS.indexOf(round)] ?? actuals[i]![2] ?? 0)) : null;
    });
  const wanted = new Map(
    ROUNDS.map((round) => [round, wantedScores(unit, kpis, fiscalYear, goal(round), weights, settled(round))]),
  );
  return kpis.map(({ spec }, i) => {
    const above = promised.get(spec.code);
    if (above) return Object.fromEntries(Object.entries(above).filter(([column]) => LADDER_COLUMN.test(column)));
    const cells: AgreementRow = {};
    const planScore = 3.45 + 0.75 * chance('plan', unit.code, spec.code, fiscalYear);
    for (const [at, round] of ROUNDS.entries()) {
      const actual = actuals[i]![at] ?? actuals[i]![2];
      if (actual === null || actual === undefined) continue;
      const own = hasOwnRounds(spec) ? round : 12;
      const ladder =
        SPENDING_THRESHOLDS[spec.code]?.[round] ??
        thresholdsAround(spec, own === round ? actual : actuals[i]![2]!, wanted.get(own)![i]!);
      if (round === 12 || hasOwnRounds(spec)) write(cells, ladder, round);
      cells[PLAN[round]] = planText(spec, resultAt(ladder, planScore));
      if (round === 12) cells.target = text(ladder[3]);
    }
    return cells;
  });
}

/** What adds up or grows over the year has thresholds of its own per round; a rate has those of the year. */
function hasOwnRounds(spec: IndicatorSpec): boolean {
  return spec.timeRollup === 'ytd' || spec.shape.kind === 'count' || spec.shape.kind === 'stock';
}

/**
 * The score that each free KPI must get so that the agreement comes to its goal beside what is settled: scattered, some
 * at 5 and some at 1, around a mean that keeps the goal.
 */
function wantedScores(
  unit: DemoUnit,
  kpis: readonly KpiChoice[],
  fiscalYear: number,
  goal: number,
  weights: readonly number[],
  settled: readonly (number | null)[],
): number[] {
  const free = weights.map((weight, i) => (settled[i] === null ? weight : 0));
  const freeWeight = sum(free);
  const mean = (goal * 10_000 - sum(weights.map((weight, i) => weight * (settled[i] ?? 0)))) / freeWeight;
  const scatter = kpis.map(
    ({ spec }) => 1.9 * bell('scatter', unit.code, spec.code) + 0.6 * bell('scatter', unit.code, spec.code, fiscalYear),
  );
  const tilt = sum(scatter.map((one, i) => one * free[i]!)) / freeWeight;
  return scatter.map((one) => clamp(mean + one - tilt, 0.8, 5.2));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Columns of a row that tell what a result is worth. */
const LADDER_COLUMN = /^(t[1-5](_6|_9)?|plan_(6|9|12)|target)$/;

/** The thresholds of a row for a round: its own, else those of the year. */
function ladderOf(row: AgreementRow | undefined, round: RoundMonths): Thresholds | null {
  if (row?.t1 === undefined) return null;
  const suffix = row[`t1_${round}`] === undefined ? '' : `_${round}`;
  return [1, 2, 3, 4, 5].map((level) => Number(row[`t${level}${suffix}`])) as unknown as Thresholds;
}

function write(cells: AgreementRow, ladder: Thresholds, round: RoundMonths): void {
  ladder.forEach((value, i) => {
    cells[`t${i + 1}${round === 12 ? '' : `_${round}`}`] = text(value);
  });
}

/** Plans are written as people write them: whole numbers where they are large, and of what is counted. */
const planText = (spec: IndicatorSpec, value: number): string =>
  text(Number(value.toFixed(isWhole(spec) || Math.abs(value) >= 1000 ? 0 : 2)));
const text = (value: number): string => String(Number(value.toPrecision(10)));

function parties(type: AgreementType, unit: DemoUnit): { maker_position: string; recipient_position: string } {
  if (type === 'PM_MIN') return { maker_position: `minister-${unit.code}`, recipient_position: 'pm' };
  if (type === 'MIN_PS') return { maker_position: `ps-${unit.code}`, recipient_position: `minister-${unit.code}` };
  return { maker_position: `dg-${unit.code}`, recipient_position: `ps-${unit.parentCode}` };
}

/** Signed in October and November; a few of the running year are drafts still. */
export function signedOn(type: AgreementType, unit: DemoUnit, fiscalYear: number): IsoDate | '' {
  if (fiscalYear >= 2570 && chance('draft', type, unit.code, fiscalYear) < (type === 'PS_DG' ? 0.06 : 0.07)) return '';
  const [from, to] = type === 'PM_MIN' ? [14, 26] : type === 'MIN_PS' ? [20, 33] : [26, 43];
  return addDays(fiscalYearStart(fiscalYear), wholeBetween(from, to, 'signed', type, unit.code, fiscalYear));
}

function linkOf(type: AgreementType, unit: DemoUnit, fiscalYear: number, kpi: KpiChoice): AgreementRow {
  if (!kpi.link) return {};
  const ministry = type === 'PS_DG' ? unit.parentCode! : unit.code;
  const above = type === 'PS_DG' ? secretaryKpis(ministry) : ministerKpis(ministry);
  const linked = above.find(({ spec }) => spec.code === kpi.link!.indicatorCode);
  if (!linked) return {};
  return {
    link_type: kpi.link.type,
    linked_agreement: agreementCode(type === 'PS_DG' ? 'MIN_PS' : 'PM_MIN', fiscalYear, ministry),
    linked_kpi_no: linked.no,
  };
}

import type { AgreementPolicy, KpiScoreState, ScoredKpi, WeightedScore } from '#domain/scoring/agreement-score.ts';
import { SCORING_RULE_VERSION } from '#domain/scoring/score.ts';
import { statusOf } from '#domain/status/kpi-status.ts';
import { Decimal } from '#domain/numbers/decimal.ts';
import type { IsoDate } from '#domain/time/fiscal-calendar.ts';
import type { RoundMonths } from '#domain/time/period.ts';
import { roundOf } from '#domain/time/rounds.ts';
import type { AudienceGroup } from './audience-groups.ts';
import { toKpiResult, weightOf, type KpiResult } from './kpi-result.ts';
import type { AgreementRow, KpiRow } from './load-agreements.ts';
import { scoreOnce } from './weighed.ts';

export type Certainty = 'not_started' | 'mid_round' | 'preliminary' | 'certified' | 'final';
type State = 'reported' | 'not_due' | 'missing' | 'rejected' | 'withheld' | 'not_applicable';
type Judged = { kpi: KpiRow; result: KpiResult; state: State; weight: string };

export type RoundInput = {
  agreement: AgreementRow;
  kpis: readonly KpiRow[];
  /** States of the reports that a KPI's figure is made of, with the last day of their periods. */
  expectedOf: (kpi: KpiRow) => readonly { state: string; endsOn: IsoDate }[];
  group: AudienceGroup;
  round: RoundMonths;
  asOf: IsoDate;
  /** The same round's KPIs one round earlier, and the agreement's score then. */
  previous: { kpis: ReadonlyMap<number, KpiResult>; score: (perspective: string) => string | null } | null;
};

export type RoundResult = {
  kpis: Map<number, KpiResult>;
  scoreOf: (perspective: string) => string | null;
  /** As rows to be written, made where they are asked for: those of a locked round stand already. */
  kpiRows: () => object[];
  scoreRows: () => { perspective: string }[];
};

/** Everything that one round of an agreement comes to for one set of audiences. */
export function toRoundResult(input: RoundInput): RoundResult {
  const { agreement, round, asOf } = input;
  const { endsOn, dueOn } = roundOf(agreement.fiscal_year, round);
  const isClosed = asOf > dueOn;
  const isOver = asOf > endsOn;
  const judged = input.kpis.map((kpi) => judge(input, kpi, isOver ? endsOn : asOf));
  const policy = {
    roundKind: round === 12 && isClosed ? 'final' : 'interim',
    floor: agreement.floor,
    scheme: agreement.scheme,
    basis: 'self_assessed',
  } as const;
  const official = scoreOnce(
    judged.map((one) => toScored(one, round, policy)),
    policy,
  );
  const planned = scoreOnce(
    judged.map((one) => toPlanned(one, round, policy)),
    policy,
  );
  const shown = common(input);
  const lost = new Map(official.contributions.map((part) => [part.code, part.lost]));
  const parts = ['ALL', ...new Set(input.kpis.map((kpi) => kpi.perspective))];
  const pick = (whole: typeof official, perspective: string): WeightedScore | undefined =>
    perspective === 'ALL' ? whole : whole.perspectives.find((part) => part.perspective === perspective);
  const isEnough = (part: WeightedScore | undefined) =>
    part?.coverage != null && new Decimal(part.coverage).gte(agreement.min_coverage_share);
  return {
    kpis: new Map(judged.map((one) => [one.kpi.kpi_id, one.result])),
    scoreOf: (perspective) => pick(official, perspective)?.score ?? null,
    kpiRows: () =>
      judged.map((one) => {
        const pointsLost = lost.get(String(one.kpi.kpi_id)) ?? null;
        return toKpiRow(one, { shown, pointsLost, before: input.previous?.kpis.get(one.kpi.kpi_id), isOver });
      }),
    scoreRows: () =>
      parts.map((perspective) => {
        const part = pick(official, perspective);
        const plannedScore = pick(planned, perspective)?.score ?? null;
        const mine = judged.filter((one) => perspective === 'ALL' || one.kpi.perspective === perspective);
        const statuses = mine.map((one) => kpiStatus(one.result, isOver));
        return {
          ...shown,
          perspective,
          score: part?.score ?? null,
          planned_score: plannedScore,
          previous_score: input.previous?.score(perspective) ?? null,
          weight_counted: part?.weightCounted ?? '0',
          weight_total: part?.weightDue ?? '0',
          coverage: part?.coverage ?? '0',
          kpis: mine.length,
          kpis_reported: mine.filter((one) => one.state === 'reported').length,
          kpis_below_plan: statuses.filter((status) => status === 'below_plan').length,
          kpis_achieved: statuses.filter((status) => status === 'achieved').length,
          kpis_withheld: mine.filter((one) => one.state === 'withheld').length,
          status: statusOf({
            score: part?.score ?? null,
            plannedScore,
            isCoverageEnough: isEnough(part),
            isFinal: isOver,
          }),
          certainty: (agreement.round_certainty?.[round] ?? 'mid_round') as Certainty,
          through_period_id: newest(mine.map((one) => one.result.throughPeriodId)),
        };
      }),
  };
}

function judge(input: RoundInput, kpi: KpiRow, day: IsoDate): Judged {
  const { agreement, group, round } = input;
  const result = toKpiResult(agreement, kpi, round, day, group.figures.get(kpi.kpi_id) ?? []);
  return { kpi, result, state: stateOf(input, kpi, result, day), weight: weightOf(kpi, round) };
}

function stateOf(input: RoundInput, kpi: KpiRow, result: KpiResult, day: IsoDate): State {
  if (kpi.starts_in_round > input.round) return 'not_due';
  if (result.actual !== null) return 'reported';
  const expected = input
    .expectedOf(kpi)
    .filter((report) => report.endsOn <= day)
    .map((report) => report.state);
  // Somebody reported, but this audience sees nothing of it.
  if (expected.includes('reported') || expected.includes('withheld')) return 'withheld';
  if (expected.includes('missing')) return 'missing';
  if (expected.includes('rejected')) return 'rejected';
  return expected.length > 0 && expected.every((state) => state === 'not_applicable') ? 'not_applicable' : 'not_due';
}

function toScored(one: Judged, round: RoundMonths, policy: AgreementPolicy): ScoredKpi {
  const { kpi, result, weight } = one;
  return { ...about(kpi, weight), score: result.score, state: scoredState(one, round, policy) };
}

/** The plan is weighed over the KPIs that the score is weighed over. */
function toPlanned(one: Judged, round: RoundMonths, policy: AgreementPolicy): ScoredKpi {
  const { kpi, result, weight } = one;
  const state = scoredState(one, round, policy);
  const isCounted = result.score !== null || (state === 'missing' && policy.roundKind === 'final');
  const isPlanned = isCounted && result.plannedScore !== null;
  return {
    ...about(kpi, weight),
    score: isPlanned ? result.plannedScore : null,
    state: isPlanned ? 'reported' : state,
  };
}

const about = (kpi: KpiRow, weight: string) => ({
  code: String(kpi.kpi_id),
  perspective: kpi.perspective,
  weight,
  isCertified: true,
});

function scoredState({ kpi, result, state }: Judged, round: RoundMonths, policy: AgreementPolicy): KpiScoreState {
  if (kpi.cancelled_in_round !== null && kpi.cancelled_in_round <= round) return 'cancelled';
  if (state === 'not_applicable') return 'cancelled';
  // What an audience may not see never counts as the floor for it.
  if (state === 'withheld' && result.score === null) return policy.roundKind === 'final' ? 'cancelled' : 'missing';
  return state === 'rejected' ? 'missing' : state;
}

function kpiStatus(result: KpiResult, isOver: boolean) {
  const { unitsReported, unitsExpected } = result;
  const isCoverageEnough = !unitsExpected || (unitsReported ?? 0) >= 0.8 * unitsExpected;
  return statusOf({
    score: result.score,
    plannedScore: result.plannedScore,
    isCoverageEnough,
    isFinal: isOver,
  });
}

type About = {
  shown: ReturnType<typeof common>;
  pointsLost: string | null;
  before: KpiResult | undefined;
  isOver: boolean;
};

function toKpiRow({ kpi, result, state, weight }: Judged, { shown, pointsLost, before, isOver }: About) {
  return {
    ...shown,
    kpi_id: kpi.kpi_id,
    indicator_id: kpi.indicator_id,
    perspective: kpi.perspective,
    weight,
    thresholds: result.thresholds,
    actual: result.actual,
    numerator: result.numerator,
    denominator: result.denominator,
    through_period_id: result.throughPeriodId,
    units_reported: result.unitsReported,
    units_expected: result.unitsExpected,
    state,
    score: result.score,
    planned: result.planned,
    planned_score: result.plannedScore,
    previous_actual: before?.actual ?? null,
    previous_score: before?.score ?? null,
    points_lost: pointsLost,
    status: kpiStatus(result, isOver),
  };
}

function common({ agreement, round, group }: RoundInput) {
  return {
    fiscal_year: agreement.fiscal_year,
    ministry_id: agreement.ministry_id,
    unit_id: agreement.unit_id,
    agreement_id: agreement.agreement_id,
    round,
    audience: group.audience,
    audiences: group.audiences,
    agreement_version: agreement.version,
    rule_version: String(SCORING_RULE_VERSION),
    scheme: agreement.scheme,
    floor: agreement.floor,
  };
}

const newest = (ids: readonly (number | null)[]): number | null =>
  ids.reduce<number | null>((best, id) => (id !== null && (best === null || id > best) ? id : best), null);

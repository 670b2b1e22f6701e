import { Decimal, sumOf, toFixedHalfUp, type DecimalText } from '../numbers/decimal.ts';
import type { ScoreText } from './scale.ts';
import { floorScore, highestScore, type Floor, type SchemeCode } from './schemes.ts';
import { isFullWeight } from './weights.ts';

/** not_due: the KPI starts in a later round · missing: due and not reported · withheld: scored without data. */
export type KpiScoreState = 'reported' | 'not_due' | 'missing' | 'withheld' | 'cancelled';

/** A KPI that carries weight itself (a leaf); `weight` is that of the round. */
export type ScoredKpi = {
  code: string;
  perspective: string;
  weight: DecimalText;
  score: ScoreText | null;
  state: KpiScoreState;
  isCertified: boolean;
};

export type AgreementPolicy = {
  /** interim = the 6- and 9-month rounds, final = 12 months. */
  roundKind: 'interim' | 'final';
  floor: Floor;
  scheme: SchemeCode;
  /** self_assessed counts what was reported, certified only what was certified. */
  basis: 'self_assessed' | 'certified';
};

/** `points` = weight × score / Σ weight counted, `lost` = what the best score would add; both four decimals. */
export type KpiContribution = { code: string; score: ScoreText; points: DecimalText; lost: DecimalText };

export type WeightedScore = {
  score: ScoreText | null;
  weightCounted: DecimalText;
  weightDue: DecimalText;
  /** Σ weight counted / Σ weight due, as a share of 1 with four decimals; null when nothing is due. */
  coverage: DecimalText | null;
};

export type AgreementScore = WeightedScore & {
  perspectives: (WeightedScore & { perspective: string })[];
  contributions: KpiContribution[];
  /** Σ of all weights when that is not 100.00, to be shown as a badge; the score then divides by the real sum. */
  weightsTotalIfNot100: DecimalText | null;
};

/**
 * Σ(weight × score) / Σ(weight counted), from the KPIs' stored four-decimal scores.
 * Interim: a missing KPI leaves the divisor and lowers coverage. Final: it scores the floor.
 * A cancelled KPI, and one that is not due yet, leaves both sums.
 */
export function scoreAgreement(kpis: readonly ScoredKpi[], policy: AgreementPolicy): AgreementScore {
  const due = kpis.filter((kpi) => isDue(kpi, policy)).map((kpi) => ({ ...kpi, counted: countedScore(kpi, policy) }));
  const whole = weigh(due);
  const total = sumOf(kpis.filter((kpi) => kpi.state !== 'cancelled').map((kpi) => kpi.weight));
  const perspectives = [...new Set(due.map((kpi) => kpi.perspective))].map((perspective) => ({
    perspective,
    ...weigh(due.filter((kpi) => kpi.perspective === perspective)),
  }));
  return {
    ...whole,
    perspectives,
    contributions: contributionsOf(due, whole.weightCounted, highestScore(policy.scheme)),
    weightsTotalIfNot100: isFullWeight(total) ? null : toFixedHalfUp(total, 2),
  };
}

/** Score and coverage alone, for a trajectory that shows neither perspectives nor what each KPI brought. */
export function weighAgreement(kpis: readonly ScoredKpi[], policy: AgreementPolicy): WeightedScore {
  return weigh(kpis.filter((kpi) => isDue(kpi, policy)).map((kpi) => ({ ...kpi, counted: countedScore(kpi, policy) })));
}

/** Domain rule: only a score strictly above 3.00 was eligible for incentive pay; 3.0000 is not. */
export function isAboveLine(score: ScoreText | null, line: DecimalText = '3'): boolean {
  return score !== null && new Decimal(score).gt(line);
}

type DueKpi = ScoredKpi & { counted: ScoreText | null };

function isDue(kpi: ScoredKpi, policy: AgreementPolicy): boolean {
  return kpi.state !== 'cancelled' && !(kpi.state === 'not_due' && policy.roundKind === 'interim');
}

function countedScore(kpi: ScoredKpi, policy: AgreementPolicy): ScoreText | null {
  const isReported = kpi.score !== null && (kpi.state === 'reported' || kpi.state === 'withheld');
  if (isReported) return kpi.isCertified || policy.basis === 'self_assessed' ? kpi.score : null;
  return policy.roundKind === 'final' ? floorScore(policy.scheme, policy.floor) : null;
}

function weigh(due: readonly DueKpi[]): WeightedScore {
  const counted = due.filter((kpi) => kpi.counted !== null);
  const weightCounted = sumOf(counted.map((kpi) => kpi.weight));
  const weightDue = sumOf(due.map((kpi) => kpi.weight));
  const weighted = sumOf(counted.map((kpi) => new Decimal(kpi.weight).times(kpi.counted!)));
  return {
    score: weightCounted.isZero() ? null : toFixedHalfUp(weighted.dividedBy(weightCounted), 4),
    weightCounted: weightCounted.toFixed(),
    weightDue: weightDue.toFixed(),
    coverage: weightDue.isZero() ? null : toFixedHalfUp(weightCounted.dividedBy(weightDue), 4),
  };
}

function contributionsOf(due: readonly DueKpi[], weightCounted: DecimalText, highest: ScoreText): KpiContribution[] {
  return due
    .filter((kpi) => kpi.counted !== null && weightCounted !== '0')
    .map((kpi) => {
      const share = (value: Decimal) => toFixedHalfUp(value.times(kpi.weight).dividedBy(weightCounted), 4);
      const score = new Decimal(kpi.counted!);
      return {
        code: kpi.code,
        score: kpi.counted!,
        points: share(score),
        lost: share(new Decimal(highest).minus(score)),
      };
    });
}

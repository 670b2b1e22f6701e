import { Decimal, type DecimalLike, type DecimalText } from '../numbers/decimal.ts';
import { scoreMilestoneCount } from './milestones.ts';
import { checkThresholds, scoreOnScale, type ScoreText, type ThresholdRule } from './scale.ts';
import { floorScore, scaleOf, type Floor, type SchemeCode } from './schemes.ts';

/** How a KPI's actual becomes a score. Whether higher or lower is better is told by the thresholds. */
export type ScoringMethod =
  | { kind: 'thresholds'; thresholds: readonly DecimalText[] }
  /** Closest to target: the absolute distance is scored against falling thresholds. */
  | { kind: 'closest'; target: DecimalText; thresholds: readonly DecimalText[] }
  /** Actual = number of finished steps of five; a part of a step counts only if the card says so. */
  | { kind: 'milestone'; hasPartCredit: boolean }
  /** Actual 1 or more is yes (5), anything less no (the floor). */
  | { kind: 'yes_no' };

export type MethodRule = ThresholdRule | 'thresholds_not_falling';

/** Bump when a rule of scoring changes: every stored score names the version that made it. */
export const SCORING_RULE_VERSION = 1;

/** Score of one KPI, four decimals half-up, or null while there is no actual. */
export function scoreKpi(
  method: ScoringMethod,
  actual: DecimalLike | null,
  floor: Floor = 'one',
  scheme: SchemeCode = 'LEVEL5',
): ScoreText | null {
  if (actual === null) return null;
  switch (method.kind) {
    case 'thresholds':
      return scoreOnScale(scaleOf(scheme, floor), method.thresholds, actual);
    case 'closest':
      return scoreOnScale(scaleOf(scheme, floor), method.thresholds, new Decimal(actual).minus(method.target).abs());
    case 'milestone':
      return scoreMilestoneCount(actual, method.hasPartCredit, floor);
    case 'yes_no':
      return new Decimal(actual).gte(1) ? YES[scheme] : floorScore(scheme, floor);
  }
}

/** LEVEL5 score for five thresholds, the reference behaviour of the agreements. */
export function scoreLevel5(
  thresholds: readonly DecimalLike[],
  actual: DecimalLike | null,
  floor: Floor = 'one',
): ScoreText | null {
  return scoreOnScale(scaleOf('LEVEL5', floor), thresholds, actual);
}

/** Why a KPI's definition is refused when it is saved, or null. */
export function checkMethod(method: ScoringMethod, scheme: SchemeCode = 'LEVEL5'): MethodRule | null {
  if (method.kind === 'milestone' || method.kind === 'yes_no') return null;
  const problem = checkThresholds(method.thresholds, scaleOf(scheme).points.length);
  if (problem || method.kind === 'thresholds') return problem;
  return new Decimal(method.thresholds.at(-1)!).lt(method.thresholds[0]!) ? null : 'thresholds_not_falling';
}

const YES: Record<SchemeCode, ScoreText> = { LEVEL5: '5.0000', POINT100: '100.0000' };

import { Decimal, type DecimalText } from '../numbers/decimal.ts';
import type { ScoreText } from '../scoring/scale.ts';

/** The one status scale of every screen, best first. */
export const STATUSES = ['achieved', 'on_plan', 'at_risk', 'below_plan', 'no_data'] as const;
export type Status = (typeof STATUSES)[number];

export type StatusRules = {
  /** Scores below it are never better than at_risk. */
  line: DecimalText;
  /** Points short of plan that still count as at_risk. */
  atRiskWithin: DecimalText;
};
export const DEFAULT_STATUS_RULES: StatusRules = { line: '3', atRiskWithin: '0.5' };

export type StatusInput = {
  score: ScoreText | null;
  /** Score planned for the same date; null compares with the line. */
  plannedScore: ScoreText | null;
  /** From the coverage: a figure of which too little was reported gets no verdict. */
  isCoverageEnough: boolean;
  /** The round is over, or the year's target is reached already. */
  isFinal: boolean;
};

/** Status of a KPI, perspective or agreement against its plan for the date, from unrounded scores. */
export function statusOf(input: StatusInput, rules: StatusRules = DEFAULT_STATUS_RULES): Status {
  if (input.score === null || !input.isCoverageEnough) return 'no_data';
  const score = new Decimal(input.score);
  const short = new Decimal(input.plannedScore ?? rules.line).minus(score);
  if (short.gt(rules.atRiskWithin)) return 'below_plan';
  if (short.gt(0) || score.lt(rules.line)) return 'at_risk';
  return input.isFinal ? 'achieved' : 'on_plan';
}

export type ValueStatusInput = {
  value: DecimalText | null;
  planned: DecimalText | null;
  isLowerBetter: boolean;
  isCoverageEnough: boolean;
  isFinal: boolean;
};

/** Domain rule for a figure that no agreement scores: within a tenth of its plan it is at risk, beyond it below plan. */
export function statusOfValue(input: ValueStatusInput, atRiskShare = '0.1'): Status {
  if (input.value === null || input.planned === null || !input.isCoverageEnough) return 'no_data';
  const planned = new Decimal(input.planned);
  const short = input.isLowerBetter ? new Decimal(input.value).minus(planned) : planned.minus(input.value);
  if (short.gt(planned.abs().times(atRiskShare))) return 'below_plan';
  if (short.gt(0)) return 'at_risk';
  return input.isFinal ? 'achieved' : 'on_plan';
}

export type StatusCounts = Record<Status, number>;

/** A portfolio is counted by state, never given an average colour; no members is no worst. */
export function countStatuses(statuses: readonly Status[]): { counts: StatusCounts; worst: Status | null } {
  const counts: StatusCounts = { achieved: 0, on_plan: 0, at_risk: 0, below_plan: 0, no_data: 0 };
  for (const status of statuses) counts[status] += 1;
  return { counts, worst: WORST_FIRST.find((status) => counts[status] > 0) ?? null };
}

/** Worst first; not knowing comes after every known trouble and before what goes well. */
export function compareByStatus(left: Status, right: Status): number {
  return WORST_FIRST.indexOf(left) - WORST_FIRST.indexOf(right);
}

const WORST_FIRST: readonly Status[] = ['below_plan', 'at_risk', 'no_data', 'on_plan', 'achieved'];

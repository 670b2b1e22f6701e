import { Decimal, sumOf, toFixedHalfUp, type DecimalLike, type DecimalText } from '../numbers/decimal.ts';

/** Percent weight of one KPI in one round; `parentCode` for a sub-KPI (1.1 under 1). */
export type KpiWeight = { code: string; parentCode: string | null; weight: DecimalText };

export type WeightProblem =
  | { rule: 'weights_not_100'; total: DecimalText }
  | { rule: 'sub_weights_not_parent'; code: string; total: DecimalText; weight: DecimalText }
  | { rule: 'weight_negative'; code: string };

/** Everything that keeps an agreement from being signed; empty when it may be. */
export function checkWeights(kpis: readonly KpiWeight[]): WeightProblem[] {
  const top = kpis.filter((kpi) => kpi.parentCode === null);
  const problems: WeightProblem[] = kpis
    .filter((kpi) => new Decimal(kpi.weight).lt(0))
    .map((kpi) => ({ rule: 'weight_negative', code: kpi.code }));
  const total = sumOf(top.map((kpi) => kpi.weight));
  if (!isNear(total, 100)) problems.push({ rule: 'weights_not_100', total: toFixedHalfUp(total, 2) });
  for (const kpi of kpis) {
    const children = kpis.filter((child) => child.parentCode === kpi.code);
    const sum = sumOf(children.map((child) => child.weight));
    if (children.length === 0 || isNear(sum, kpi.weight)) continue;
    problems.push({ rule: 'sub_weights_not_parent', code: kpi.code, total: toFixedHalfUp(sum, 2), weight: kpi.weight });
  }
  return problems;
}

/** Domain rule: signing is blocked unless the weights' sum is less than 0.005 away from 100. */
export function isFullWeight(total: DecimalLike): boolean {
  return isNear(new Decimal(total), 100);
}

function isNear(sum: Decimal, wanted: DecimalLike): boolean {
  return sum.minus(wanted).abs().lt('0.005');
}

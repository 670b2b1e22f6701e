import { Decimal, divideOrNull, toFixedHalfUp, type DecimalText } from '../numbers/decimal.ts';

export type Spending = { allocatedBaht: DecimalText; committedBaht: DecimalText; disbursedBaht: DecimalText };

/** Percentages with four decimals; `gap` in points, above zero when money runs ahead of the work. */
export type SpendingAgainstProgress = {
  disbursedPercent: DecimalText;
  progressPercent: DecimalText;
  gap: DecimalText;
  isFarApart: boolean;
};

/** Points between money and work that are worth a question; a setting. */
export const FAR_APART_POINTS = '20';

/** Spending against progress, or null where there is no allocation or no progress. */
export function spendingAgainstProgress(
  money: Pick<Spending, 'allocatedBaht' | 'disbursedBaht'>,
  progressPercent: DecimalText | null,
  farApart = FAR_APART_POINTS,
): SpendingAgainstProgress | null {
  const share = divideOrNull(new Decimal(money.disbursedBaht).times(100), money.allocatedBaht);
  if (share === null || progressPercent === null) return null;
  const gap = share.minus(progressPercent);
  return {
    disbursedPercent: toFixedHalfUp(share, 4),
    progressPercent: toFixedHalfUp(progressPercent, 4),
    gap: toFixedHalfUp(gap, 4),
    isFarApart: gap.abs().gte(farApart),
  };
}

export type SpendingRule = 'disbursed_over_committed' | 'committed_over_allocated' | 'amount_negative';

/** What cannot be right about a budget line: nothing is disbursed that was not committed, nor committed unallocated. */
export function checkSpending(money: Spending): SpendingRule[] {
  const [allocated, committed, disbursed] = [money.allocatedBaht, money.committedBaht, money.disbursedBaht].map(
    (baht) => new Decimal(baht),
  ) as [Decimal, Decimal, Decimal];
  const rules: SpendingRule[] = [];
  if (Decimal.min(allocated, committed, disbursed).lt(0)) rules.push('amount_negative');
  if (disbursed.gt(committed)) rules.push('disbursed_over_committed');
  if (committed.gt(allocated)) rules.push('committed_over_allocated');
  return rules;
}

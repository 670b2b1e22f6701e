import type { Translate } from '#domain/messages/words.ts';

const RULES = [
  'sum',
  'ratio_of_sums',
  'weighted_avg',
  'avg',
  'min',
  'max',
  'worst_of',
  'best_of',
  'latest',
  'last',
  'ytd',
  'none',
  'score_agreement',
] as const;

/** A roll-up rule in words; a rule without words by its code. */
export function toRuleName(rule: string, t: Translate): string {
  const known = RULES.find((one) => one === rule);
  return known ? t(`numberSheet.rule_${known}`) : rule;
}

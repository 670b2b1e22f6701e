import { Decimal, type DecimalText } from '../numbers/decimal.ts';

export type SuppressibleChild = { code: string; value: DecimalText | null; isHidden: boolean };

export type Suppression = {
  /** Every child to hide, the ones hidden before among them. */
  hidden: string[];
  /** True when no child is left to show beside the parent. */
  isParentOnly: boolean;
};

/**
 * Domain rule: where exactly one hidden child could be found by subtracting the shown ones from the total,
 * the next smallest is hidden too. A child without a value cannot shield another.
 */
export function suppress(children: readonly SuppressibleChild[]): Suppression {
  const hidden = children.filter((child) => child.isHidden).map((child) => child.code);
  const known = children.filter((child) => !child.isHidden && child.value !== null);
  const withValue = children.filter((child) => child.isHidden && child.value !== null).length;
  if (withValue === 1 && known.length > 0) hidden.push(smallest(known).code);
  const isParentOnly = hidden.length > 0 && known.every((child) => hidden.includes(child.code));
  return { hidden, isParentOnly };
}

function smallest(children: readonly SuppressibleChild[]): SuppressibleChild {
  return children.reduce((least, child) => (isBefore(child, least) ? child : least));
}

// By size without sign, then by code, so that the choice never changes from load to load.
function isBefore(one: SuppressibleChild, other: SuppressibleChild): boolean {
  const order = new Decimal(one.value!).abs().comparedTo(new Decimal(other.value!).abs());
  return order < 0 || (order === 0 && one.code < other.code);
}

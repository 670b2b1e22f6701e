import { Decimal, type DecimalText } from '../numbers/decimal.ts';
import type { IsoDate } from '../time/fiscal-calendar.ts';

/** The seven states of an expected figure. Zero is a report; late, rejected and withheld never count as zero. */
export const DATA_STATES = [
  'reported',
  'zero',
  'not_due',
  'missing',
  'rejected',
  'withheld',
  'not_applicable',
] as const;
export type DataState = (typeof DATA_STATES)[number];

export type Expectation = {
  /** False where the indicator is not the unit's concern in this period. */
  isApplicable: boolean;
  /** True where the figure may not be shown to this audience, or may legally not be shared at all. */
  isWithheld: boolean;
  /** True when something was sent for it and failed the checks, and nothing good stands. */
  isRejected: boolean;
  /** The figure that was accepted; for a ratio its numerator. Null when there is none. */
  value: DecimalText | null;
  dueOn: IsoDate;
};

/** The state of one expected figure on a day. It is late from the day after it was due. */
export function dataStateOf(expected: Expectation, asOf: IsoDate): DataState {
  if (!expected.isApplicable) return 'not_applicable';
  if (expected.isWithheld) return 'withheld';
  if (expected.value !== null) return new Decimal(expected.value).isZero() ? 'zero' : 'reported';
  if (expected.isRejected) return 'rejected';
  return asOf > expected.dueOn ? 'missing' : 'not_due';
}

/** What a state does in sums and in completeness; `isExpected` without `isReceived` is what is owed. */
export const STATE_EFFECT: Record<DataState, { isInSum: boolean; isExpected: boolean; isReceived: boolean }> = {
  reported: { isInSum: true, isExpected: true, isReceived: true },
  zero: { isInSum: true, isExpected: true, isReceived: true },
  not_due: { isInSum: false, isExpected: false, isReceived: false },
  missing: { isInSum: false, isExpected: true, isReceived: false },
  rejected: { isInSum: false, isExpected: true, isReceived: false },
  withheld: { isInSum: false, isExpected: false, isReceived: false },
  not_applicable: { isInSum: false, isExpected: false, isReceived: false },
};

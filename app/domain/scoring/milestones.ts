import { Decimal, toFixedHalfUp, type DecimalLike, type DecimalText } from '../numbers/decimal.ts';
import type { IsoDate } from '../time/fiscal-calendar.ts';
import type { ScoreText } from './scale.ts';
import { floorScore, type Floor } from './schemes.ts';

/** One of five steps. `percent` is 0–100; 100 counts only from `finishedOn`, where that is given. */
export type MilestoneStep = { percent: DecimalText; finishedOn?: IsoDate | null };

/** sequential: steps finished without a gap · part_credit: and the part of the next · counting: any finished. */
export type MilestoneMode = 'sequential' | 'part_credit' | 'counting';

/** Score of a milestone KPI as of a day: a step finished after the round ended does not count in it. */
export function scoreMilestones(
  steps: readonly MilestoneStep[],
  asOf: IsoDate,
  mode: MilestoneMode = 'sequential',
  floor: Floor = 'one',
): ScoreText {
  const done = steps.map((step) => isDone(step, asOf));
  if (mode === 'counting') return scoreMilestoneCount(done.filter(Boolean).length, false, floor);
  const inRow = done.includes(false) ? done.indexOf(false) : done.length;
  const next = steps[inRow];
  const part = mode === 'part_credit' && next && isStillOpen(next) ? new Decimal(next.percent).dividedBy(100) : 0;
  return scoreMilestoneCount(new Decimal(inRow).plus(part), true, floor);
}

/** Score of a count of finished steps: 4 → 4.0000. No interpolation unless the card gives part credit. */
export function scoreMilestoneCount(count: DecimalLike, hasPartCredit: boolean, floor: Floor): ScoreText {
  const steps = hasPartCredit ? new Decimal(count) : new Decimal(count).floor();
  return toFixedHalfUp(Decimal.max(floorScore('LEVEL5', floor), Decimal.min(5, steps)), 4);
}

const isStillOpen = (step: MilestoneStep): boolean => new Decimal(step.percent).lt(100);

function isDone(step: MilestoneStep, asOf: IsoDate): boolean {
  return !isStillOpen(step) && (!step.finishedOn || step.finishedOn <= asOf);
}

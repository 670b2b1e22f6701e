import { daysBetween, type IsoDate } from '../time/fiscal-calendar.ts';
import type { ProjectDates } from './variance.ts';

/** How much of a slip has come true: none of it yet, so many days of it, or all. */
export type SlipState = { kind: 'forecast' } | { kind: 'begun'; days: number } | { kind: 'happened' };

type SlipFacts = Pick<ProjectDates, 'plannedEndOn' | 'actualEndOn'> & { slipDays: number | null };

/** Null where nothing is late. A project that is not finished has slipped as far as today lies after its planned end. */
export function slipStateOf({ plannedEndOn, actualEndOn, slipDays }: SlipFacts, today: IsoDate): SlipState | null {
  if (plannedEndOn === null || slipDays === null || slipDays <= 0) return null;
  if (actualEndOn !== null) return { kind: 'happened' };
  const days = daysBetween(plannedEndOn, today);
  if (days <= 0) return { kind: 'forecast' };
  return days < slipDays ? { kind: 'begun', days } : { kind: 'happened' };
}

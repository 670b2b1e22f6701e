import { bell, chance, clamp, drift } from './random.ts';
import { ministryOf, type DemoUnit } from './units.ts';

/** The ministry in trouble, invented for the demonstration: falling, and late with its projects. */
export const TROUBLED_MINISTRY = '09000';
/** A second one that ends a little below 3.00. */
export const WEAK_MINISTRY = '18000';
const STRONG_MINISTRIES = new Set(['03000', '11000', '21000']);

/** How well an office does, about −1 … 1, moving slowly; `topic` sets one of its fields of work apart from another. */
export function quality(unit: DemoUnit, month: number, topic: string): number {
  const office = bell('office', unit.code) * 0.45;
  const course = drift(month, 7, 'course', unit.code) * 0.18 + drift(month, 5, topic, unit.code) * 0.22;
  const field = bell('field', unit.code, topic) * 0.3;
  return clamp(ministryStanding(ministryOf(unit), month) + office + course + field, -1.25, 1.25);
}

/** Size that counts for an indicator: of the office, or of what it does of this alone. */
export function sizeFor(
  unit: DemoUnit,
  { sizes, grows }: { sizes?: Record<string, number>; grows?: 'slowly' },
): number {
  return sizes?.[unit.code] ?? (grows === 'slowly' ? Math.sqrt(size(unit)) : size(unit));
}

/** Relative size of an office; 1 is usual. */
export function size(unit: DemoUnit): number {
  const known = SIZES[unit.code];
  if (known !== undefined) return known;
  const usual = 0.45 + 1.3 * chance('size', unit.code) ** 1.6;
  return unit.kind === 'department' ? usual : usual * 0.5;
}

function ministryStanding(ministry: string, month: number): number {
  if (ministry === TROUBLED_MINISTRY) return clamp(0.1 - month * 0.024, -0.75, 0.1);
  if (ministry === WEAK_MINISTRY) return -0.28;
  const slope = bell('slope', ministry) * 0.004;
  return (STRONG_MINISTRIES.has(ministry) ? 0.38 : bell('ministry', ministry) * 0.22) + slope * month;
}

/** Offices whose size everybody knows to be out of the ordinary. */
const SIZES: Record<string, number> = {
  '02004': 9,
  '02005': 5,
  '02006': 4.5,
  '02008': 3,
  '03007': 5,
  '03004': 2.2,
  '03005': 2.6,
  '03006': 2.4,
  '07003': 5.5,
  '07011': 3,
  '07006': 2.6,
  '08006': 7.5,
  '08007': 4.6,
  '08004': 3.4,
  '09009': 3.2,
  '09012': 2.6,
  '15003': 4.2,
  '15008': 6,
  '15007': 3.4,
  '15005': 2.8,
  '16007': 4.4,
  '17006': 4,
  '20004': 18,
  '20006': 5,
  '21002': 12,
  '21003': 3.6,
  '21004': 2.6,
  '21013': 7,
  '22003': 1.8,
  '23070': 2.4,
};

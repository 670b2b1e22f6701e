import type { DemoUnit } from '../units.ts';
import { BACK_OFFICE_INDICATORS } from './back-office.ts';
import { COMMON_INDICATORS } from './every-office.ts';
import { MISSIONS_A } from './missions-a.ts';
import { MISSIONS_B } from './missions-b.ts';
import type { IndicatorSpec } from './spec.ts';

export const DEMO_INDICATORS: readonly IndicatorSpec[] = [
  ...COMMON_INDICATORS,
  ...MISSIONS_A,
  ...MISSIONS_B,
  ...BACK_OFFICE_INDICATORS,
];

const byCode = new Map(DEMO_INDICATORS.map((spec) => [spec.code, spec]));

export function indicatorSpec(code: string): IndicatorSpec {
  const spec = byCode.get(code);
  if (!spec) throw new RangeError(`The demonstration has no indicator ${code}`);
  return spec;
}

/** What a unit owes, in the order of the list. */
export function indicatorsOwedBy(unit: DemoUnit): IndicatorSpec[] {
  return DEMO_INDICATORS.filter((spec) => spec.isOwedBy(unit));
}

/** A ministry's own mission indicators. */
export function missionIndicators(ministryCode: string): IndicatorSpec[] {
  return DEMO_INDICATORS.filter(({ code }) => code.startsWith(`M${ministryCode.slice(0, 2)}-`));
}

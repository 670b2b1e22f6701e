import type { RoundMonths } from '#domain/time/period.ts';
import { TROUBLED_MINISTRY, WEAK_MINISTRY } from '../offices.ts';
import { bell, clamp } from '../random.ts';
import { ministryOf, type DemoUnit } from '../units.ts';

/** The score that a ministry's agreement shall come to, so that thresholds can be set against its real figures. */
export function goalOf(ministry: string, fiscalYear: number, round: RoundMonths): number {
  const year = fiscalYear - 2568;
  const wave = round === 12 ? 0 : bell('wave', ministry, fiscalYear, round) * 0.3;
  if (ministry === TROUBLED_MINISTRY) return clamp(3.26 - 0.62 * Math.min(year, 1.2) + (12 - round) * 0.07, 2.1, 3.6);
  if (ministry === WEAK_MINISTRY) return clamp(3.03 - 0.15 * Math.min(year, 1) + (12 - round) * 0.04, 2.7, 3.2);
  const level = STRONG[ministry] ?? 3.78 + 0.5 * bell('goal', ministry);
  return clamp(level + 0.13 * bell('year', ministry, fiscalYear) + wave, 3.22, 4.42);
}

/** A department stands around its ministry, some far above or below. */
export function departmentGoal(unit: DemoUnit, fiscalYear: number): number {
  const base = goalOf(ministryOf(unit), fiscalYear, 12);
  return clamp(
    base + 0.1 + 0.62 * bell('department', unit.code) + 0.18 * bell('department year', unit.code, fiscalYear),
    1.7,
    4.85,
  );
}

const STRONG: Record<string, number> = { '03000': 4.24, '11000': 4.16, '21000': 4.3 };

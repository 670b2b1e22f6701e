import { bell, clamp } from '../random.ts';
import { quality } from '../offices.ts';
import { ministryOf, type DemoUnit } from '../units.ts';

/** Share of a year's money by the end of its first … twelfth month; the jump in September is how offices really spend. */
const CURRENT_DISBURSED = [0.085, 0.165, 0.255, 0.33, 0.41, 0.5, 0.575, 0.65, 0.725, 0.8, 0.875, 0.985];
const INVESTMENT_COMMITTED = [0.14, 0.24, 0.36, 0.45, 0.53, 0.6, 0.66, 0.72, 0.78, 0.83, 0.88, 0.95];
const INVESTMENT_DISBURSED = [0.052, 0.1, 0.15, 0.2, 0.25, 0.305, 0.36, 0.42, 0.485, 0.555, 0.63, 0.8];

export type ShareSpent = { committed: number; disbursed: number };

/** How far an office has spent its yearly money that is no project's, after 1–12 months. Never falls within a year. */
export function shareSpent(
  unit: DemoUnit,
  fiscalYear: number,
  month: number,
  kind: 'current' | 'investment',
): ShareSpent {
  const pace = paceOf(unit, fiscalYear);
  if (kind === 'current') {
    const disbursed = clamp(CURRENT_DISBURSED[month - 1]! * (1 + 0.02 * pace), 0, 0.997);
    return { disbursed, committed: Math.min(0.999, disbursed + 0.012) };
  }
  const committed = clamp(INVESTMENT_COMMITTED[month - 1]! * (1 + 0.1 * pace), 0, 0.995);
  const disbursed = clamp(INVESTMENT_DISBURSED[month - 1]! * (1 + 0.2 * pace), 0, committed);
  return { committed, disbursed };
}

/** Money of an office in a year that is no project's, in whole baht. */
export function yearlyMoney(
  unit: DemoUnit,
  fiscalYear: number,
  weight: number,
): { current: number; investment: number } {
  const ministry = ministryOf(unit);
  const total =
    (MINISTRY_MILLIONS[ministry] ?? 5000) *
    1_000_000 *
    1.025 ** (fiscalYear - 2568) *
    weight *
    (1 + 0.03 * bell('budget', unit.code, fiscalYear));
  const investment =
    total * clamp((INVESTMENT_SHARE[ministry] ?? 0.2) * (1 + 0.35 * bell('investment', unit.code)), 0.03, 0.9);
  return { current: toHundreds(total - investment), investment: toHundreds(investment) };
}

const toHundreds = (baht: number): number => Math.round(baht / 100) * 100;

/** One pace per office and year, so that cumulative money cannot fall. */
function paceOf(unit: DemoUnit, fiscalYear: number): number {
  return clamp(
    quality(unit, (fiscalYear - 2568) * 12 + 6, 'money') * 0.8 + bell('pace', unit.code, fiscalYear) * 0.35,
    -1,
    1,
  );
}

/** Invented, of believable size; million baht a year. */
const MINISTRY_MILLIONS: Record<string, number> = {
  '01000': 36_000,
  '02000': 198_000,
  '03000': 62_000,
  '04000': 9_000,
  '05000': 6_500,
  '06000': 26_000,
  '07000': 125_000,
  '08000': 190_000,
  '09000': 33_000,
  '11000': 9_000,
  '12000': 3_200,
  '13000': 7_200,
  '15000': 290_000,
  '16000': 27_000,
  '17000': 66_000,
  '18000': 8_600,
  '20000': 330_000,
  '21000': 170_000,
  '22000': 5_200,
  '23000': 120_000,
};
const INVESTMENT_SHARE: Record<string, number> = {
  '02000': 0.24,
  '05000': 0.34,
  '07000': 0.52,
  '08000': 0.76,
  '09000': 0.38,
  '11000': 0.42,
  '15000': 0.33,
  '17000': 0.06,
  '20000': 0.12,
  '21000': 0.17,
};

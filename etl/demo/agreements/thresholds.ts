import type { IndicatorSpec } from '../indicators/spec.ts';
import { clamp } from '../random.ts';

/** Results for scores 1 to 5, rising or falling one way. */
export type Thresholds = readonly [number, number, number, number, number];

/**
 * Thresholds around an actual so that it comes to about the score wanted, in steps that a person would write.
 * A share never asks for more than 100, nor a count for less than nothing.
 */
export function thresholdsAround(spec: IndicatorSpec, actual: number, score: number): Thresholds {
  const sign = spec.direction === 'lower' ? -1 : 1;
  const wide = spec.shape.kind === 'count' || spec.shape.kind === 'stock' ? Math.abs(actual) * spec.step : spec.step;
  const fitting = quantum(stepThatFits(spec, actual, score, wide) * 10) / 10;
  const step = isWhole(spec) ? Math.max(1, Math.round(fitting)) : fitting;
  const middle = actual - sign * (score - 3) * step;
  const unit = isWhole(spec) ? Math.max(1, quantum(step / 5)) : quantum(step / 5);
  const place = (level: number): number => tidy(Math.round((middle + sign * (level - 3) * step) / unit) * unit);
  return [place(1), place(2), place(3), place(4), place(5)];
}

/** Things that are counted come whole. */
export function isWhole({ shape, decimals }: IndicatorSpec): boolean {
  return (shape.kind === 'count' || shape.kind === 'stock') && decimals === 0;
}

/** The result that a score stands for between thresholds. */
export function resultAt(thresholds: Thresholds, score: number): number {
  const at = clamp(Math.floor(score), 1, 4);
  const [low, high] = [thresholds[at - 1]!, thresholds[at]!];
  return tidy(low + (high - low) * (score - at));
}

function stepThatFits(spec: IndicatorSpec, actual: number, score: number, wide: number): number {
  if (spec.direction === 'lower') return Math.min(wide, (actual / Math.max(5 - score, 0.2)) * 0.9);
  if (!spec.isShare && spec.unitOfMeasure !== 'ร้อยละ' && spec.unitOfMeasure !== 'คะแนน') return wide;
  return Math.min(wide, ((99.8 - actual) / Math.max(5 - score, 0.2)) * 0.97);
}

/** The nearest of 1, 2, 2.5 or 5 times a power of ten from below. */
function quantum(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-6)));
  const lead = value / power;
  return tidy(power * (lead >= 5 ? 5 : lead >= 2.5 ? 2.5 : lead >= 2 ? 2 : 1));
}

const tidy = (value: number): number => Number(value.toPrecision(12));

/** The government's own thresholds for spending, the same for everybody. */
export const SPENDING_THRESHOLDS: Record<string, Record<6 | 9 | 12, Thresholds>> = {
  'C-BUD-01': { 6: [36, 39, 42, 45, 48], 9: [56, 60, 64, 68, 72], 12: [82, 86, 90, 94, 98] },
  'C-BUD-02': { 6: [22, 25, 28, 32, 36], 9: [38, 42, 46, 51, 56], 12: [68, 72, 76, 81, 86] },
};

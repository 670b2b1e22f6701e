import type { Format } from './format.ts';

/** A value with its own unit of measure: percentages carry their sign, every other unit stands behind the number. */
export function toMeasured(f: Format, value: string, as: { unitOfMeasure: string; decimals: number }): string {
  if (['ร้อยละ', '%', 'percent'].includes(as.unitOfMeasure)) return f.percent(value, as.decimals);
  return `${f.number(value, as.decimals)}\u00a0${as.unitOfMeasure}`;
}

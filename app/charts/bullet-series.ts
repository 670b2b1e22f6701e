import type { StatusCode } from '#app/components/status-badge.tsx';
import { toPercentScale } from './scale.ts';

export type BulletRow = {
  key: string;
  label: string;
  value: number | null;
  valueLabel: string;
  target?: number | null;
  previous?: number | null;
  status?: StatusCode;
  href?: string;
};

export type BulletMarks = { bar: number | null; target: number | null; previous: number | null; line: number | null };

/** Places in percent along the axis; null where there is nothing to draw. */
export function toBulletMarks(row: BulletRow, low: number, high: number, line: number | null): BulletMarks {
  const at = toPercentScale(low, high);
  const place = (value: number | null | undefined) => (value === null || value === undefined ? null : at(value));
  return { bar: place(row.value), target: place(row.target), previous: place(row.previous), line: place(line) };
}

import type { StatusCode } from '#app/components/status-badge.tsx';
import type { DataState } from '#app/components/data-state-mark.tsx';
import { toPercentScale } from './scale.ts';

export type RankedRow = {
  key: string;
  name: string;
  href: string;
  value: number | null;
  valueLabel: string;
  previous?: number | null;
  target?: number | null;
  changeLabel?: string;
  status: StatusCode;
  /** Why there is no value. */
  state?: DataState;
};

export type RankedMarks = { now: number | null; before: number | null; target: number | null };

export function toRankedMarks(row: RankedRow, low: number, high: number): RankedMarks {
  const at = toPercentScale(low, high);
  const place = (value: number | null | undefined) => (value === null || value === undefined ? null : at(value));
  return { now: place(row.value), before: place(row.previous), target: place(row.target) };
}

/** Worst first; those without a value stand last, in the order given. */
export function sortWorstFirst<Row extends { value: number | null }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((left, right) => (left.value ?? Infinity) - (right.value ?? Infinity) || 0);
}

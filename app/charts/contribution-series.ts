import { round2 } from './scale.ts';

export type ContributionRow = { key: string; label: string; value: number; valueLabel: string; href?: string };
export type ContributionMark = ContributionRow & { from: number; width: number; sign: 'up' | 'down' | 'none' };

/** Bars that follow one another and end at their sum, in percent of a plot that holds them all and zero. */
export function toContributionMarks(rows: readonly ContributionRow[]): {
  bars: ContributionMark[];
  zero: number;
  total: ContributionMark | null;
  sum: number;
} {
  const ends = rows.reduce<number[]>((all, row) => [...all, (all.at(-1) ?? 0) + row.value], []);
  const low = Math.min(0, ...ends);
  const spread = Math.max(0, ...ends) - low || 1;
  const at = (value: number) => ((value - low) / spread) * 100;
  const toMark = (row: ContributionRow, start: number, end: number): ContributionMark => ({
    ...row,
    from: round2(at(Math.min(start, end))),
    width: round2(at(Math.max(start, end)) - at(Math.min(start, end))),
    sign: row.value > 0 ? 'up' : row.value < 0 ? 'down' : 'none',
  });
  const sum = ends.at(-1) ?? 0;
  const bars = rows.map((row, index) => toMark(row, ends[index - 1] ?? 0, ends[index]!));
  const total = rows.length > 0 ? toMark({ key: 'total', label: '', value: sum, valueLabel: '' }, 0, sum) : null;
  return { bars, zero: round2(at(0)), total, sum };
}

/** One line: what was measured, and how it stands to its limit. */
export function tell(name: string, figure: string, against?: { is: number; limit: number; unit?: string }): void {
  const line = `${name.padEnd(44)} ${figure.padStart(16)}`;
  if (!against) return console.log(line);
  const { is, limit, unit = '' } = against;
  console.log(`${line}   ${is <= limit ? 'pass' : 'OVER'} (${is.toFixed(2)}${unit}, at most ${limit}${unit})`);
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
export const perSecond = (rows: number, ms: number): string =>
  `${Math.round((rows / ms) * 1000).toLocaleString('en')} rows/s`;

/** The value that a share of all is at or below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}

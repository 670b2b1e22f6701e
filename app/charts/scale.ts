/** Values to percent of the plot, 0 at the low end; what lies outside is drawn at the edge. */
export function toPercentScale(low: number, high: number): (value: number) => number {
  const spread = high - low;
  return (value) => (spread === 0 ? 50 : round2(Math.min(100, Math.max(0, ((value - low) / spread) * 100))));
}

/** Round steps that enclose the values: 0, 20, 40 … ; of equal values, a step on either side. */
export function toNiceTicks(low: number, high: number, most = 5): number[] {
  const spread = high - low || Math.abs(high) || 1;
  const rough = spread / Math.max(1, most - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough - power * 1e-9) ?? rough;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** The score axis is always whole levels: 1–5, or 0–5 where the framework says so. */
export function toScoreTicks(low: 0 | 1 = 1): number[] {
  return low === 0 ? [0, 1, 2, 3, 4, 5] : [1, 2, 3, 4, 5];
}

/** Moves labels apart so that neighbours keep `gap` percent between them; order and nearness are kept. */
export function spreadLabels<Label extends { at: number }>(labels: readonly Label[], gap: number): Label[] {
  const sorted = [...labels].sort((left, right) => left.at - right.at).map((label) => ({ ...label }));
  for (let index = 1; index < sorted.length; index += 1)
    sorted[index]!.at = Math.max(sorted[index]!.at, sorted[index - 1]!.at + gap);
  const over = (sorted.at(-1)?.at ?? 0) - 100;
  if (over > 0) sorted.at(-1)!.at -= over;
  for (let index = sorted.length - 2; index >= 0; index -= 1)
    sorted[index]!.at = Math.min(sorted[index]!.at, sorted[index + 1]!.at - gap);
  return sorted.map((label) => ({ ...label, at: round2(label.at) }));
}

export const round2 = (value: number): number => Math.round(value * 100) / 100;
export const percent = (value: number): string => `${value}%`;

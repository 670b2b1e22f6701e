/** Weights of a round in hundredths that sum to 100.00 exactly; 0 for a KPI that has not begun. Multiples of one half per cent. */
export function toWeights(heaviness: readonly number[]): number[] {
  const total = heaviness.reduce((sum, one) => sum + one, 0);
  const halves = heaviness.map((one) => (one === 0 ? 0 : Math.max(1, Math.round((one / total) * 200))));
  const heaviest = heaviness.indexOf(Math.max(...heaviness));
  halves[heaviest]! += 200 - halves.reduce((sum, one) => sum + one, 0);
  return halves.map((one) => one * 50);
}

/** 12.50 from 1250. */
export function weightText(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

/** Runs of neighbouring values on an 80 × 28 field; a gap stays a gap. */
export function toSparkSegments(values: readonly (number | null)[]): {
  segments: string[];
  last: { x: number; y: number } | null;
} {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return { segments: [], last: null };
  const low = Math.min(...known);
  const spread = Math.max(...known) - low;
  const step = values.length > 1 ? 72 / (values.length - 1) : 0;
  const segments: string[] = [];
  let run: string[] = [];
  let last: { x: number; y: number } | null = null;
  values.forEach((value, index) => {
    if (value === null) {
      if (run.length > 1) segments.push(run.join(' '));
      run = [];
      return;
    }
    last = { x: round(4 + step * index), y: round(spread === 0 ? 14 : 24 - ((value - low) / spread) * 20) };
    run.push(`${last.x},${last.y}`);
  });
  if (run.length > 1) segments.push(run.join(' '));
  return { segments, last };
}

const round = (value: number) => Math.round(value * 100) / 100;

import { round2, toPercentScale } from './scale.ts';

/** Runs of neighbouring values as polylines on a field of 100 × 100, y downwards; a gap stays a gap, a lone value is a dot. */
export function toTrendMarks(
  values: readonly (number | null)[],
  low: number,
  high: number,
): { lines: string[]; dots: { x: number; y: number }[]; last: { x: number; y: number } | null } {
  const across = toPercentScale(0, Math.max(1, values.length - 1));
  const up = toPercentScale(low, high);
  const places = values.map((value, index) =>
    value === null ? null : { x: values.length === 1 ? 50 : across(index), y: round2(100 - up(value)) },
  );
  const runs: { x: number; y: number }[][] = [];
  let isOpen = false;
  for (const place of places) {
    if (place && isOpen) runs.at(-1)!.push(place);
    else if (place) runs.push([place]);
    isOpen = place !== null;
  }
  return {
    lines: runs.filter((run) => run.length > 1).map((run) => run.map(({ x, y }) => `${x},${y}`).join(' ')),
    dots: runs.filter((run) => run.length === 1).map((run) => run[0]!),
    last: places.findLast((place) => place !== null) ?? null,
  };
}

import { round2, spreadLabels, toPercentScale } from './scale.ts';

export type TrajectoryPoint = {
  key: string;
  /** Short name of the period, for the axis. */
  label: string;
  plan?: number | null;
  actual?: number | null;
  forecast?: number | null;
  /** Range of the forecast. */
  low?: number | null;
  high?: number | null;
  /** The period is not over: its actual is drawn open and dashed. */
  isPartial?: boolean;
  href?: string;
};

export type TrajectorySeries = 'plan' | 'actual' | 'forecast';
type Place = { x: number; y: number };

export type TrajectoryMarks = {
  /** Polylines in percent of the plot, y downwards. A gap in the data is a gap in the line. */
  lines: { series: TrajectorySeries; points: string; isPartial: boolean }[];
  band: string | null;
  dots: (Place & { key: string; isPartial: boolean; index: number })[];
  xTicks: { key: string; label: string; x: number }[];
  yTicks: { value: number; y: number }[];
  line: number | null;
  /** One label per line, at its end, moved apart where they would touch. */
  ends: { series: TrajectorySeries; value: number; at: number; x: number }[];
  /** A line that ends well inside the plot carries its label there, on the side away from the plan. */
  inner: { series: TrajectorySeries; value: number; x: number; y: number; side: 'above' | 'below' }[];
};

export type TrajectoryInput = { points: TrajectoryPoint[]; yTicks: number[]; line?: number; labelGap?: number };

/** Everything that both renderers draw, from the same scales. */
export function toTrajectoryMarks({ points, yTicks, line, labelGap = 24 }: TrajectoryInput): TrajectoryMarks {
  const x = toPercentScale(0, Math.max(1, points.length - 1));
  const up = toPercentScale(yTicks[0] ?? 0, yTicks.at(-1) ?? 1);
  const y = (value: number) => round2(100 - up(value));
  const ends = toEnds(points, x, y);
  const lines = (['plan', 'actual', 'forecast'] as const).flatMap((series) => toLines(points, series, x, y));
  return {
    lines,
    band: toBand(points, x, y),
    dots: points.flatMap((point, index) =>
      isKnown(point.actual)
        ? [{ key: point.key, index, x: x(index), y: y(point.actual), isPartial: point.isPartial ?? false }]
        : [],
    ),
    xTicks: points.map((point, index) => ({ key: point.key, label: point.label, x: x(index) })),
    yTicks: yTicks.map((value) => ({ value, y: y(value) })),
    line: line === undefined ? null : y(line),
    ends: spreadLabels(
      ends.filter((end) => end.x >= INNER_BEFORE),
      labelGap,
    ),
    inner: ends
      .filter((end) => end.x < INNER_BEFORE)
      .map(({ series, value, at, x: place, index }) => {
        const plan = points[index]?.plan;
        return { series, value, x: place, y: at, side: isKnown(plan) && plan > value ? 'below' : 'above' };
      }),
  };
}

function toLines(points: TrajectoryPoint[], series: TrajectorySeries, x: Axis, y: Axis): TrajectoryMarks['lines'] {
  const lines: TrajectoryMarks['lines'] = [];
  let run: string[] = [];
  const end = () => {
    if (run.length > 1) lines.push({ series, points: run.join(' '), isPartial: false });
    run = [];
  };
  points.forEach((point, index) => {
    const value = point[series];
    if (!isKnown(value)) return end();
    const place = `${x(index)},${y(value)}`;
    if (series === 'actual' && point.isPartial && run.length > 0)
      lines.push({ series, points: `${run.at(-1)} ${place}`, isPartial: true });
    else run.push(place);
  });
  end();
  return lines;
}

function toBand(points: TrajectoryPoint[], x: Axis, y: Axis): string | null {
  const known = points.flatMap((point, index) =>
    isKnown(point.low) && isKnown(point.high) ? [{ index, low: point.low, high: point.high }] : [],
  );
  if (known.length < 2) return null;
  const upper = known.map(({ index, high }) => `${x(index)},${y(high)}`);
  const lower = known.map(({ index, low }) => `${x(index)},${y(low)}`).reverse();
  return [...upper, ...lower].join(' ');
}

function toEnds(points: TrajectoryPoint[], x: Axis, y: Axis): (TrajectoryMarks['ends'][number] & { index: number })[] {
  return (['plan', 'actual', 'forecast'] as const).flatMap((series) => {
    const index = points.findLastIndex((point) => isKnown(point[series]));
    if (index < 0) return [];
    const value = points[index]![series]!;
    return [{ series, value, at: y(value), x: x(index), index }];
  });
}

const INNER_BEFORE = 88;

type Axis = (value: number) => number;
const isKnown = (value: number | null | undefined): value is number => value !== null && value !== undefined;

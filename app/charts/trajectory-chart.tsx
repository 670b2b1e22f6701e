import { Link } from '@remix-run/react';
import { lazy, Suspense } from 'react';
import { useT } from '#app/components/words.tsx';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { percent } from './scale.ts';
import {
  toTrajectoryMarks,
  type TrajectoryInput,
  type TrajectoryMarks,
  type TrajectorySeries,
} from './trajectory-series.ts';
import { useAlive } from './use-alive.ts';

const Live = lazy(() => import('./trajectory-live.tsx'));

export type TrajectoryChartProps = ChartFrameProps &
  TrajectoryInput & {
    /** Formats a value for axis, line ends and table. */
    format: (value: number) => string;
    /** What the line is called, at its beginning. */
    lineLabel?: string;
    /** Why there is no forecast, where it is withheld. */
    note?: string;
  };

/** On course? Plan dashed, actual solid, forecast dotted within its band; labels at the ends of the lines. */
export function TrajectoryChart({
  points,
  yTicks,
  line,
  labelGap,
  lineLabel,
  format,
  note,
  ...frame
}: TrajectoryChartProps) {
  const t = useT();
  const { alive, wakers } = useAlive();
  const marks = toTrajectoryMarks({ points, yTicks, line, labelGap });
  const words: Record<TrajectorySeries, string> = {
    plan: t('measure.plan'),
    actual: t('measure.actual'),
    forecast: t('measure.forecast'),
  };
  const table = {
    columns: [t('chart.period'), words.plan, words.actual, words.forecast],
    rows: points.map((point) => ({
      key: point.key,
      href: point.href,
      cells: [
        point.label,
        ...(['plan', 'actual', 'forecast'] as const).map((series) =>
          point[series] == null ? '–' : format(point[series]),
        ),
      ],
    })),
  };
  return (
    <ChartFrame {...frame} table={table}>
      {note && <p className="chart-note">{note}</p>}
      <div className="plot-grid" {...wakers}>
        <AxisY marks={marks} format={format} />
        <div className={`plot ${alive ? 'plot-alive' : ''}`}>
          <StaticPlot marks={marks} points={points} format={format} words={words} lineLabel={lineLabel} />
          {alive && (
            <Suspense fallback={null}>
              <Live points={points} yTicks={yTicks} format={format} words={words} />
            </Suspense>
          )}
        </div>
        <LineEnds marks={marks} words={words} format={format} />
        <AxisX marks={marks} />
      </div>
    </ChartFrame>
  );
}

function StaticPlot({
  marks,
  points,
  format,
  words,
  lineLabel,
}: {
  marks: TrajectoryMarks;
  points: TrajectoryInput['points'];
  format: (value: number) => string;
  words: Record<TrajectorySeries, string>;
  lineLabel?: string;
}) {
  const startsUnder = marks.line !== null && (marks.dots[0]?.y ?? 0) > marks.line;
  return (
    <svg className="fill" role="group">
      {marks.yTicks.map((tick) => (
        <line key={tick.value} className="grid-line" x1="0" x2="100%" y1={percent(tick.y)} y2={percent(tick.y)} />
      ))}
      {marks.line !== null && (
        <line className="line-3" x1="0" x2="100%" y1={percent(marks.line)} y2={percent(marks.line)} />
      )}
      {marks.line !== null && lineLabel && (
        <svg className="at" x="0" y={percent(marks.line)} aria-hidden="true">
          <text x="4" y={startsUnder ? -8 : 20}>
            {lineLabel}
          </text>
        </svg>
      )}
      <g className="marks">
        <svg className="fill" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {marks.band && <polygon className="band" points={marks.band} />}
          {marks.lines.map((one) => (
            <polyline
              key={one.series + one.points}
              className={`line line-${one.series}${one.isPartial ? ' line-partial' : ''}`}
              points={one.points}
            />
          ))}
        </svg>
        {marks.dots.map((dot) => {
          const point = points[dot.index]!;
          const circle = (
            <circle className={dot.isPartial ? 'dot-open' : 'dot'} cx={percent(dot.x)} cy={percent(dot.y)} r="5" />
          );
          return point.href ? (
            <Link key={dot.key} to={point.href} aria-label={`${point.label}: ${format(point.actual!)}`}>
              <circle className="hit" cx={percent(dot.x)} cy={percent(dot.y)} r="16" />
              {circle}
            </Link>
          ) : (
            <g key={dot.key}>{circle}</g>
          );
        })}
      </g>
      {marks.inner.map((end) => (
        <svg key={end.series} className="at" x={percent(end.x)} y={percent(end.y)} aria-hidden="true">
          <text className="on-plot strong" y={end.side === 'below' ? 26 : -14} textAnchor="middle">
            {`${words[end.series]} ${format(end.value)}`}
          </text>
        </svg>
      ))}
    </svg>
  );
}

function AxisY({ marks, format }: { marks: TrajectoryMarks; format: (value: number) => string }) {
  return (
    <svg className="axis-y" aria-hidden="true">
      {marks.yTicks.map((tick) => (
        <text key={tick.value} x="100%" y={percent(tick.y)} dy="0.35em" textAnchor="end">
          {format(tick.value)}
        </text>
      ))}
    </svg>
  );
}

function AxisX({ marks }: { marks: TrajectoryMarks }) {
  return (
    <svg className="axis-x" aria-hidden="true">
      {marks.xTicks.map((tick, index) => (
        <text
          key={tick.key}
          className={tickClass(marks.xTicks.length - 1 - index)}
          x={percent(tick.x)}
          y="22"
          textAnchor="middle"
        >
          {tick.label}
        </text>
      ))}
    </svg>
  );
}

/** Where the plot is narrow only every second or third label stays, counted from the newest. */
function tickClass(fromEnd: number): string | undefined {
  return [fromEnd % 2 && 'tick-odd', fromEnd % 3 && 'tick-not-third'].filter(Boolean).join(' ') || undefined;
}

function LineEnds({
  marks,
  words,
  format,
}: {
  marks: TrajectoryMarks;
  words: Record<TrajectorySeries, string>;
  format: (value: number) => string;
}) {
  return (
    <svg className="line-ends" aria-hidden="true">
      {marks.ends.map((end) => (
        <text key={end.series} className={`end-${end.series}`} x="12" y={percent(end.at)} dy="0.35em">
          {`${words[end.series]} ${format(end.value)}`}
        </text>
      ))}
    </svg>
  );
}

import { useNavigate } from '@remix-run/react';
import { useRef, type SyntheticEvent } from 'react';
import { Area, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { TrajectoryPoint, TrajectorySeries } from './trajectory-series.ts';

type Props = {
  points: TrajectoryPoint[];
  yTicks: number[];
  format: (value: number) => string;
  words: Record<TrajectorySeries, string>;
};

/** The interactive layer, over the same plot with the same scales: without margins percent and pixel agree. */
export default function TrajectoryLive({ points, yTicks, format, words }: Props) {
  const rows = points.map((point, index) => ({
    ...point,
    index,
    actualSolid: point.isPartial ? null : point.actual,
    band: point.low == null || point.high == null ? null : [point.low, point.high],
  }));
  const open = useOpenPoint(points);
  const still = { isAnimationActive: false, dot: false, activeDot: false, type: 'linear' } as const;
  return (
    <ResponsiveContainer className="live-layer" width="100%" height="100%" initialDimension={{ width: 1, height: 1 }}>
      <ComposedChart
        data={rows}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        onClick={(state, event) => open(Number(state.activeTooltipIndex ?? -1), event)}
      >
        <XAxis dataKey="index" type="number" domain={[0, Math.max(1, points.length - 1)]} hide />
        <YAxis domain={[yTicks[0] ?? 0, yTicks.at(-1) ?? 1]} allowDataOverflow hide />
        <Area {...still} dataKey="band" className="live-band" stroke="none" />
        <Line {...still} dataKey="plan" className="live-plan" />
        <Line {...still} dataKey="forecast" className="live-forecast" />
        <Line {...still} dataKey="actualSolid" className="live-actual" activeDot={{ r: 7, className: 'live-dot' }} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ className: 'live-cursor' }}
          content={({ active, payload }) => {
            const row = payload?.[0]?.payload as TrajectoryPoint | undefined;
            return active && row ? <Readout row={row} format={format} words={words} /> : null;
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** A mouse has read the point before it clicks; a finger reads it with the first tap and opens it with the second. */
function useOpenPoint(points: TrajectoryPoint[]): (index: number, event: SyntheticEvent) => void {
  const navigate = useNavigate();
  const tapped = useRef(-1);
  return (index, event) => {
    const isTouch = (event.nativeEvent as PointerEvent).pointerType === 'touch';
    const href = points[index]?.href;
    if (href && (!isTouch || tapped.current === index)) navigate(href);
    tapped.current = index;
  };
}

function Readout({ row, format, words }: { row: TrajectoryPoint } & Pick<Props, 'format' | 'words'>) {
  return (
    <div className="readout">
      <strong>{row.label}</strong>
      {(['plan', 'actual', 'forecast'] as const).map((series) =>
        row[series] == null ? null : <span key={series}>{`${words[series]} ${format(row[series])}`}</span>,
      )}
    </div>
  );
}

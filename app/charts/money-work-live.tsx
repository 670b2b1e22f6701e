import { ReferenceLine, ResponsiveContainer, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import type { MoneyWorkPoint } from './money-work-series.ts';

/** Guides from the marked point to both axes, in the same plot and scales as the drawing below. */
export default function MoneyWorkLive({ points, marked }: { points: MoneyWorkPoint[]; marked: string | null }) {
  const point = points.find((one) => one.key === marked);
  return (
    <ResponsiveContainer
      className="live-layer live-through"
      width="100%"
      height="100%"
      initialDimension={{ width: 1, height: 1 }}
    >
      <ScatterChart margin={{ top: 0, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <XAxis type="number" dataKey="spent" domain={[0, 100]} hide />
        <YAxis type="number" dataKey="done" domain={[0, 100]} hide />
        {point && (
          <ReferenceLine
            className="live-cursor"
            segment={[
              { x: point.spent, y: 0 },
              { x: point.spent, y: point.done },
            ]}
          />
        )}
        {point && (
          <ReferenceLine
            className="live-cursor"
            segment={[
              { x: 0, y: point.done },
              { x: point.spent, y: point.done },
            ]}
          />
        )}
        <Scatter data={point ? [point] : []} isAnimationActive={false} className="live-marked" />
      </ScatterChart>
    </ResponsiveContainer>
  );
}

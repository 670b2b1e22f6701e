import { toSparkSegments } from './sparkline-series.ts';

/** The shape of a trend beside its number; says nothing that the number and its change do not say in words. */
export function Sparkline({ values }: { values: (number | null)[] }) {
  const { segments, last } = toSparkSegments(values);
  return (
    <svg className="sparkline" viewBox="0 0 80 28" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {segments.map((segment) => (
        <polyline key={segment} points={segment} className="spark-line" />
      ))}
      {last && <circle cx={last.x} cy={last.y} r="3" className="spark-end" />}
    </svg>
  );
}

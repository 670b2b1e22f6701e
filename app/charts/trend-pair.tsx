import { useT } from '#app/components/words.tsx';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { percent, spreadLabels, toPercentScale } from './scale.ts';
import { toTrendMarks } from './trend-series.ts';

export type PairLine = {
  key: string;
  name: string;
  shortName: string;
  values: (number | null)[];
  labels: string[];
  valueLabel: string;
};

export type TrendPairProps = ChartFrameProps & {
  first: PairLine;
  second: PairLine;
  periods: string[];
  ticks: number[];
  line: number;
};

/** One against the other over the same periods: the first solid, the second dashed, each named at its end. */
export function TrendPair({ first, second, periods, ticks, line, ...frame }: TrendPairProps) {
  const t = useT();
  const [min, max] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const up = toPercentScale(min, max);
  const across = toPercentScale(0, Math.max(1, periods.length - 1));
  const pair = [first, second].map((one) => ({ ...one, marks: toTrendMarks(one.values, min, max) }));
  const ends = spreadLabels(
    pair.flatMap((one) =>
      one.marks.last ? [{ key: one.key, at: one.marks.last.y, label: `${one.valueLabel} ${one.shortName}` }] : [],
    ),
    12,
  );
  const table = {
    columns: [t('chart.period'), first.name, second.name],
    rows: periods.map((period, index) => ({
      key: period,
      cells: [period, first.labels[index] ?? '–', second.labels[index] ?? '–'],
    })),
  };
  return (
    <ChartFrame {...frame} table={table}>
      <div className="plot-grid">
        <svg className="axis-y" aria-hidden="true">
          {ticks.map((tick) => (
            <text key={tick} x="100%" y={percent(100 - up(tick))} dy="0.35em" textAnchor="end">
              {tick}
            </text>
          ))}
        </svg>
        <div className="plot">
          <svg className="fill" aria-hidden="true" focusable="false">
            {ticks.map((tick) => (
              <line
                key={tick}
                className="grid-line"
                x1="0"
                x2="100%"
                y1={percent(100 - up(tick))}
                y2={percent(100 - up(tick))}
              />
            ))}
            <line className="line-3" x1="0" x2="100%" y1={percent(100 - up(line))} y2={percent(100 - up(line))} />
          </svg>
          <svg className="fill" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {pair.map((one, index) =>
              one.marks.lines.map((points) => (
                <polyline
                  key={`${one.key} ${points}`}
                  className={index === 0 ? 'line' : 'line line-plan'}
                  points={points}
                />
              )),
            )}
          </svg>
        </div>
        <svg className="line-ends" aria-hidden="true">
          {ends.map((end) => (
            <text
              key={end.key}
              className={end.key === first.key ? 'end-actual' : undefined}
              x="12"
              y={percent(end.at)}
              dy="0.35em"
            >
              {end.label}
            </text>
          ))}
        </svg>
        <svg className="axis-x" aria-hidden="true">
          {periods.map((period, index) => (
            <text
              key={period}
              className={(periods.length - 1 - index) % 2 ? 'tick-odd' : undefined}
              x={percent(across(index))}
              y="20"
              textAnchor="middle"
            >
              {period}
            </text>
          ))}
        </svg>
      </div>
    </ChartFrame>
  );
}

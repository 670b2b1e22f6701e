import { Link } from '@remix-run/react';
import { StatusShape, type StatusCode } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { percent, toPercentScale } from './scale.ts';
import { toTrendMarks } from './trend-series.ts';

export type TrendItem = {
  key: string;
  name: string;
  href: string;
  values: (number | null)[];
  labels: string[];
  valueLabel: string;
  changeLabel?: string;
  status: StatusCode;
};

export type TrendMultiplesProps = ChartFrameProps & {
  items: TrendItem[];
  /** Names of the periods, the same for all. */
  periods: string[];
  min: number;
  max: number;
  line: number;
};

/** Which way? The same small chart for each, on one scale, so that they can be read against each other. */
export function TrendMultiples({ items, periods, min, max, line, ...frame }: TrendMultiplesProps) {
  const t = useT();
  const table = {
    columns: [t('chart.name'), ...periods],
    rows: items.map((item) => ({ key: item.key, href: item.href, cells: [item.name, ...item.labels] })),
  };
  return (
    <ChartFrame {...frame} table={table}>
      <ul className="multiples">
        {items.map((item) => (
          <li key={item.key}>
            <Link className="multiple" to={item.href}>
              <span className="multiple-name lines-1">{item.name}</span>
              <span className="multiple-value">
                <StatusShape status={item.status} />
                <span className="strong">{item.valueLabel}</span>
                <span className="hidden-text">{t(`status.${item.status}`)}</span>
                {item.changeLabel && <span className="quiet">{item.changeLabel}</span>}
              </span>
              <Lines values={item.values} min={min} max={max} line={line} />
            </Link>
          </li>
        ))}
      </ul>
      <p className="axis-title" aria-hidden="true">
        {`${periods[0] ?? ''} – ${periods.at(-1) ?? ''} · ${min}–${max}`}
      </p>
    </ChartFrame>
  );
}

function Lines({ values, min, max, line }: Pick<TrendItem, 'values'> & { min: number; max: number; line: number }) {
  const marks = toTrendMarks(values, min, max);
  const lineAt = percent(100 - toPercentScale(min, max)(line));
  return (
    <span className="multiple-plot">
      <svg className="fill" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {marks.lines.map((points) => (
          <polyline key={points} className="line" points={points} />
        ))}
      </svg>
      <svg className="fill" aria-hidden="true" focusable="false">
        <line className="line-3" x1="0" x2="100%" y1={lineAt} y2={lineAt} />
        {[...marks.dots, ...(marks.last ? [marks.last] : [])].map((dot) => (
          <circle key={`${dot.x} ${dot.y}`} className="dot" cx={percent(dot.x)} cy={percent(dot.y)} r="4" />
        ))}
      </svg>
    </span>
  );
}

import { Link } from '@remix-run/react';
import { DataStateMark } from '#app/components/data-state-mark.tsx';
import { StatusBadge } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { toRankedMarks, type RankedRow } from './ranked-dots-series.ts';
import { percent, toPercentScale } from './scale.ts';

export type RankedDotsProps = ChartFrameProps & {
  rows: RankedRow[];
  min: number;
  max: number;
  ticks: number[];
  line?: number | null;
};

/** Who? A row each: hollow dot last round, solid dot now, tick at the target; tapping a row goes one level down. */
export function RankedDots({ rows, min, max, ticks, line = null, ...frame }: RankedDotsProps) {
  const t = useT();
  const at = toPercentScale(min, max);
  const table = {
    columns: [t('chart.name'), t('chart.value'), t('measure.change'), t('status.label')],
    rows: rows.map((row) => ({
      key: row.key,
      href: row.href,
      cells: [row.name, row.valueLabel, row.changeLabel ?? '–', t(`status.${row.status}`)],
    })),
  };
  return (
    <ChartFrame {...frame} table={table}>
      <div className="ranked-row ranked-head" aria-hidden="true">
        <span>{t('chart.name')}</span>
        <svg className="ranked-plot">
          {ticks.map((tick) => (
            <text key={tick} x={percent(at(tick))} y="23" textAnchor="middle">
              {tick}
            </text>
          ))}
        </svg>
        <span className="number">{t('chart.value')}</span>
        <span className="number ranked-change">{t('measure.changeShort')}</span>
        <span>{t('status.label')}</span>
      </div>
      <ol className="ranked">
        {rows.map((row) => (
          <li key={row.key}>
            <Link className="ranked-row" to={row.href}>
              <span className="lines-2 ranked-name">{row.name}</span>
              <RankedPlot row={row} min={min} max={max} line={line} />
              <span className="number strong">
                {row.value === null && row.state ? <DataStateMark state={row.state} bare /> : row.valueLabel}
              </span>
              <span className="number ranked-change quiet">{row.changeLabel ?? ''}</span>
              <StatusBadge status={row.status} />
            </Link>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}

function RankedPlot({ row, min, max, line }: { row: RankedRow; min: number; max: number; line: number | null }) {
  const marks = toRankedMarks(row, min, max);
  const at = toPercentScale(min, max);
  return (
    <svg className="ranked-plot" aria-hidden="true" focusable="false">
      <line className="grid-line" x1="0" x2="100%" y1="50%" y2="50%" />
      {line !== null && <line className="line-3" x1={percent(at(line))} x2={percent(at(line))} y1="0" y2="100%" />}
      {marks.target !== null && (
        <line className="bullet-target" x1={percent(marks.target)} x2={percent(marks.target)} y1="25%" y2="75%" />
      )}
      {marks.now !== null && marks.before !== null && (
        <line className="ranked-move" x1={percent(marks.before)} x2={percent(marks.now)} y1="50%" y2="50%" />
      )}
      {marks.before !== null && <circle className="dot-open" cx={percent(marks.before)} cy="50%" r="6" />}
      {marks.now !== null && <circle className="dot" cx={percent(marks.now)} cy="50%" r="7" />}
    </svg>
  );
}

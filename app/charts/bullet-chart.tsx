import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { StatusBadge, StatusShape } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { toBulletMarks, type BulletRow } from './bullet-series.ts';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { OpenDotSign, TargetSign } from './key-signs.tsx';
import { percent, toPercentScale } from './scale.ts';

export type BulletChartProps = ChartFrameProps & {
  rows: BulletRow[];
  min?: 0 | 1;
  max?: number;
  /** The line that counts: 3.00 on the score axis; null for none. */
  line?: number | null;
  /** Numbers under the axis; left out where rows are dense. */
  hasAxis?: boolean;
  /** Says beside the subtitle what tick and circle mean. */
  hasKey?: boolean;
};

/** Reached? Bar to the value, tick at the target, the 3.00 line. */
export function BulletChart({
  rows,
  min = 1,
  max = 5,
  line = 3,
  hasAxis = false,
  hasKey = false,
  ...frame
}: BulletChartProps) {
  const t = useT();
  const table = {
    columns: [t('chart.name'), t('chart.value'), t('measure.target')],
    rows: rows.map((row) => ({
      key: row.key,
      href: row.href,
      cells: [row.label, row.valueLabel, row.target == null ? '–' : row.target.toFixed(2)],
    })),
  };
  return (
    <ChartFrame {...frame} table={table} legend={hasKey ? <BulletKey /> : undefined}>
      <ul className="bullets">
        {rows.map((row) => (
          <li key={row.key}>
            <BulletLine row={row} min={min} max={max} line={line} />
          </li>
        ))}
      </ul>
      {hasAxis && <BulletAxis min={min} max={max} />}
    </ChartFrame>
  );
}

function BulletLine({ row, min, max, line }: { row: BulletRow; min: number; max: number; line: number | null }) {
  const body = (
    <>
      <span className="lines-1">{row.label}</span>
      <Bullet row={row} min={min} max={max} line={line} />
      <span className="bullet-value">
        {row.status && <StatusShape status={row.status} />}
        {row.valueLabel}
      </span>
      {row.status && <StatusWord row={row} />}
    </>
  );
  return row.href ? (
    <Link className="bullet-row" to={row.href} preventScrollReset state={{ sheetOpened: row.href.includes('sheet=') }}>
      {body}
    </Link>
  ) : (
    <div className="bullet-row">{body}</div>
  );
}

function StatusWord({ row }: { row: BulletRow }) {
  const t = useT();
  return <span className="hidden-text">{row.status && t(`status.${row.status}`)}</span>;
}

function BulletKey() {
  const t = useT();
  return (
    <>
      <TargetSign /> {t('measure.plan')} <OpenDotSign /> {t('measure.lastRound')}
    </>
  );
}

/** The drawing alone; the number and the word stand beside it. */
export function Bullet({
  row,
  min = 1,
  max = 5,
  line = 3,
  tall = false,
}: {
  row: BulletRow;
  min?: number;
  max?: number;
  line?: number | null;
  tall?: boolean;
}) {
  const marks = toBulletMarks(row, min, max, line);
  return (
    <svg className={`bullet ${tall ? 'bullet-tall' : ''}`} aria-hidden="true" focusable="false">
      <rect className="bullet-track" y="25%" width="100%" height="50%" rx="2" />
      {marks.bar !== null && (
        <rect
          className={`bullet-bar ${row.status ? `is-${row.status}` : ''}`}
          y="25%"
          width={percent(marks.bar)}
          height="50%"
          rx="2"
        />
      )}
      {marks.line !== null && (
        <line className="line-3" x1={percent(marks.line)} x2={percent(marks.line)} y1="0" y2="100%" />
      )}
      {marks.target !== null && (
        <line className="bullet-target" x1={percent(marks.target)} x2={percent(marks.target)} y1="8%" y2="92%" />
      )}
      {marks.previous !== null && <circle className="dot-open" cx={percent(marks.previous)} cy="50%" r="5" />}
    </svg>
  );
}

export function BulletAxis({ min = 1, max = 5 }: { min?: number; max?: number }) {
  const at = toPercentScale(min, max);
  const ticks = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return (
    <svg className="bullet-axis" aria-hidden="true">
      {ticks.map((tick, index) => (
        <text
          key={tick}
          x={percent(at(tick))}
          y="20"
          textAnchor={index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}
        >
          {tick}
        </text>
      ))}
    </svg>
  );
}

export type ScoreHeroProps = ChartFrameProps & {
  row: BulletRow;
  min?: 0 | 1;
  max?: number;
  previous?: { round: string; value: string; change: string };
  targetLabel?: string;
  /** One more line beside the number. */
  note?: ReactNode;
};

/** The number of a screen: at 72 px, with its verdict, over one bullet. */
export function ScoreHero({ row, min = 1, max = 5, previous, targetLabel, note, ...frame }: ScoreHeroProps) {
  const t = useT();
  const table = {
    columns: [t('chart.name'), t('chart.value')],
    rows: [{ key: row.key, cells: [row.label, row.valueLabel] }],
  };
  return (
    <ChartFrame {...frame} table={table}>
      <div className="hero">
        <div className="hero-line">
          {row.href ? (
            <Link
              className="t72 plain hero-number"
              to={row.href}
              preventScrollReset
              state={{ sheetOpened: row.href.includes('sheet=') }}
              aria-label={`${row.label} ${row.valueLabel}`}
            >
              {row.valueLabel}
            </Link>
          ) : (
            <span className="t72">{row.valueLabel}</span>
          )}
          <span className="hero-facts">
            {row.status && <StatusBadge status={row.status} tinted />}
            {targetLabel && (
              <span>
                <TargetSign /> {t('measure.planValue', { value: targetLabel })}
              </span>
            )}
            {previous && (
              <span>
                <OpenDotSign /> {t('measure.roundValue', previous)}
              </span>
            )}
            {note}
          </span>
        </div>
        <Bullet row={row} min={min} max={max} tall />
        <BulletAxis min={min} max={max} />
      </div>
    </ChartFrame>
  );
}

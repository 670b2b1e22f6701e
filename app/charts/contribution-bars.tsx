import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { WholeWords } from '#app/components/whole-words.tsx';
import { useT } from '#app/components/words.tsx';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { toContributionMarks, type ContributionMark, type ContributionRow } from './contribution-series.ts';
import { percent } from './scale.ts';

export type ContributionBarsProps = ChartFrameProps & {
  rows: ContributionRow[];
  total: { label: string; valueLabel: string };
};

/** Why changed? Signed bars, each starting where the last ended, that sum to the total's change. */
export function ContributionBars({ rows, total, ...frame }: ContributionBarsProps) {
  const t = useT();
  const marks = toContributionMarks(rows);
  const table = {
    columns: [t('chart.name'), t('measure.change')],
    rows: [
      ...rows.map((row) => ({ key: row.key, href: row.href, cells: [row.label, row.valueLabel] })),
      { key: 'total', cells: [total.label, total.valueLabel] },
    ],
  };
  return (
    <ChartFrame {...frame} table={table}>
      <ul className="bars">
        {marks.bars.map((bar) => (
          <li key={bar.key}>
            <Row href={bar.href}>
              <span className={bar.href ? 'bar-name lines-2' : 'lines-1'}>
                <WholeWords text={bar.label} />
              </span>
              <Bar bar={bar} zero={marks.zero} />
              <span className="number strong">{bar.valueLabel}</span>
            </Row>
          </li>
        ))}
        {marks.total && (
          <li className="bars-total">
            <Row>
              <span className="lines-1 strong">{total.label}</span>
              <Bar bar={marks.total} zero={marks.zero} isTotal />
              <span className="number strong">{total.valueLabel}</span>
            </Row>
          </li>
        )}
      </ul>
    </ChartFrame>
  );
}

function Row({ href, children }: { href?: string; children: ReactNode }) {
  return href ? (
    <Link className="bar-row" to={href}>
      {children}
    </Link>
  ) : (
    <div className="bar-row">{children}</div>
  );
}

function Bar({ bar, zero, isTotal = false }: { bar: ContributionMark; zero: number; isTotal?: boolean }) {
  return (
    <svg className="bar-plot" aria-hidden="true" focusable="false">
      <line className="axis-line" x1={percent(zero)} x2={percent(zero)} y1="0" y2="100%" />
      <rect
        className={isTotal ? 'bar-total' : `bar-${bar.sign}`}
        x={percent(bar.from)}
        width={percent(Math.max(0.6, bar.width))}
        y="25%"
        height="50%"
      />
    </svg>
  );
}

import { Link } from '@remix-run/react';
import { useT } from '#app/components/words.tsx';
import { BulletAxis } from './bullet-chart.tsx';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { toMinistryMarks, type MinistryDot, type MinistryMarks } from './ministry-dots-series.ts';
import { percent } from './scale.ts';
import { useMarked } from './use-marked.ts';

export type MinistryDotsProps = ChartFrameProps & { dots: MinistryDot[]; min?: 0 | 1; max?: number; line?: number };

const LANE = 28;
/** Between the middles of stacked dots; a stack of many is set closer, so that it stays inside the plot. */
const LEVEL = 20;
const STACK = 82;
/** From here on a name stands left of its mark, so that it never crosses the line of 3.00. */
const LEFT_FROM = 20;

/** All ministries as dots on the score axis; those under 3.00 stand apart, each with its name. */
export function MinistryDots({ dots, min = 1, max = 5, line = 3, ...frame }: MinistryDotsProps) {
  const t = useT();
  const marks = toMinistryMarks(dots, min, max, line);
  const { marked, onMark } = useMarked();
  const level = Math.min(LEVEL, STACK / Math.max(1, ...marks.swarm.map((dot) => dot.level)));
  const radius = Math.min(8, level / 2);
  const shown = dots.find((dot) => dot.key === marked);
  const table = {
    columns: [t('chart.name'), t('chart.value')],
    rows: dots.map((dot) => ({ key: dot.key, href: dot.href, cells: [dot.name, dot.valueLabel] })),
  };
  const others = toOthers(marks);
  const nameOf = (dot: MinistryDot) => t('chart.pointNow', { name: dot.name, value: dot.valueLabel });
  return (
    <ChartFrame {...frame} table={table}>
      <div className="dots-strip">
        <svg className="fill dots-plot" role="group">
          <line className="line-3" x1={percent(marks.line)} x2={percent(marks.line)} y1="0" y2="100%" />
          <svg className="at" x={percent(marks.line)} y="10">
            <text x="8" dy="0.35em">
              {t('measure.line3')}
            </text>
          </svg>
          <line className="axis-line" x1="0" x2="100%" y1="100%" y2="100%" />
          {marks.named.map((dot) => (
            <svg key={dot.key} className="at" x={percent(dot.x)} y={dot.lane * LANE + LANE / 2}>
              <Link to={dot.href} aria-label={nameOf(dot)} {...onMark(dot.key)}>
                <circle className="hit" r="14" />
                {dot.status === 'at_risk' ? (
                  <path className="is-at_risk mark-fill" d="M0 -8 L8 7 L-8 7 Z" />
                ) : (
                  <rect className="is-below_plan mark-fill" x="-7" y="-7" width="14" height="14" />
                )}
                <text
                  className="on-plot"
                  x={dot.x > LEFT_FROM ? -16 : 16}
                  textAnchor={dot.x > LEFT_FROM ? 'end' : 'start'}
                  dy="0.35em"
                >
                  {`${dot.shortName} ${dot.valueLabel}`}
                </text>
              </Link>
            </svg>
          ))}
          {marks.swarm.map((dot) => (
            <svg key={dot.key} className="at" x={percent(dot.x)} y="100%">
              <Link to={dot.href} aria-label={nameOf(dot)} {...onMark(dot.key)}>
                <circle className="hit" r="12" cy={-14 - dot.level * level} />
                <circle
                  className={
                    dot.isUnder ? 'is-below_plan mark-fill' : dot.key === marked ? 'dot dot-marked' : 'dot dot-soft'
                  }
                  r={radius}
                  cy={-14 - dot.level * level}
                />
              </Link>
            </svg>
          ))}
        </svg>
      </div>
      <BulletAxis min={min} max={max} />
      <p className="readout-line" role="status">
        {shown ? nameOf(shown) : others && t('chart.othersBetween', others)}
      </p>
    </ChartFrame>
  );
}

/** The dots without a name: how many, and from where to where. */
function toOthers({ swarm }: MinistryMarks): { count: number; from: string; to: string } | null {
  const first = swarm[0];
  const last = swarm.at(-1);
  return first && last ? { count: swarm.length, from: first.valueLabel, to: last.valueLabel } : null;
}

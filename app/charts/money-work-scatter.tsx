import { Link } from '@remix-run/react';
import { lazy, Suspense } from 'react';
import { useT } from '#app/components/words.tsx';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { toMoneyWorkMarks, type MoneyWorkPoint } from './money-work-series.ts';
import { percent } from './scale.ts';
import { useAlive } from './use-alive.ts';
import { useMarked } from './use-marked.ts';

const Live = lazy(() => import('./money-work-live.tsx'));
const TICKS = [0, 25, 50, 75, 100];

/** Money against work? On the diagonal both keep pace; the ones furthest from it are named. */
export function MoneyWorkScatter({
  points,
  named = 3,
  ...frame
}: ChartFrameProps & { points: MoneyWorkPoint[]; named?: number }) {
  const t = useT();
  const { alive, wakers } = useAlive();
  const { marked, onMark } = useMarked();
  const marks = toMoneyWorkMarks(points, named);
  const table = {
    columns: [t('chart.name'), t('chart.axisMoney'), t('chart.axisWork')],
    rows: points.map((point) => ({
      key: point.key,
      href: point.href,
      cells: [point.name, point.spent.toFixed(2), point.done.toFixed(2)],
    })),
  };
  const shown = points.find((point) => point.key === marked);
  return (
    <ChartFrame {...frame} table={table}>
      <div className="plot-grid plot-grid-plain" {...wakers}>
        <svg className="axis-y" aria-hidden="true">
          {TICKS.map((tick) => (
            <text key={tick} x="100%" y={percent(100 - tick)} dy="0.35em" textAnchor="end">
              {tick}
            </text>
          ))}
        </svg>
        <div className="plot">
          <svg className="fill" role="group">
            {TICKS.map((tick) => (
              <line key={tick} className="grid-line" x1="0" x2="100%" y1={percent(tick)} y2={percent(tick)} />
            ))}
            <line className="diagonal" x1="0" y1="100%" x2="100%" y2="0" />
            {/* Named ones last, over the others. */}
            {[...marks]
              .sort((left, right) => Number(left.isNamed) - Number(right.isNamed))
              .map((mark) => (
                <svg key={mark.key} className="at" x={percent(mark.x)} y={percent(mark.y)}>
                  <Link
                    to={mark.href}
                    aria-label={t('chart.pointNow', { name: mark.name, value: mark.valueLabel })}
                    {...onMark(mark.key)}
                  >
                    <circle className="hit" r="14" />
                    <circle className={mark.isNamed || mark.key === marked ? 'dot' : 'dot dot-soft'} r="7" />
                    {mark.isNamed && (
                      <text
                        className="on-plot"
                        x={mark.labelSide === 'right' ? 13 : -13}
                        dy="0.35em"
                        textAnchor={mark.labelSide === 'right' ? 'start' : 'end'}
                      >
                        {mark.shortName}
                      </text>
                    )}
                  </Link>
                </svg>
              ))}
          </svg>
          {alive && (
            <Suspense fallback={null}>
              <Live points={points} marked={marked} />
            </Suspense>
          )}
        </div>
        <svg className="axis-x" aria-hidden="true">
          {TICKS.map((tick) => (
            <text key={tick} x={percent(tick)} y="20" textAnchor={tick === 100 ? 'end' : 'middle'}>
              {tick}
            </text>
          ))}
        </svg>
      </div>
      <p className="readout-line readout-over" role="status">
        {shown && t('chart.pointNow', { name: shown.name, value: shown.valueLabel })}
      </p>
    </ChartFrame>
  );
}

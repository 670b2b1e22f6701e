import type { StatusCode } from '#app/components/status-badge.tsx';
import { useFigures } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';
import { percent } from './scale.ts';
import { toSlipMarks, type SlipDates } from './slip-series.ts';

/** Project late? Bar from start to plan, on to the forecast or the actual end; `from` and `to` are the axis of all rows. */
export function SlipBar({
  dates,
  from,
  to,
  status,
}: {
  dates: SlipDates;
  from: string;
  to: string;
  status: StatusCode;
}) {
  const t = useT();
  const figures = useFigures();
  const marks = toSlipMarks(dates, from, to);
  const end = dates.finish ?? dates.forecast;
  const words = [
    t('chart.slipPlan', { date: figures.date(dates.plan) }),
    end && t(dates.finish ? 'chart.slipActual' : 'chart.slipForecast', { date: figures.date(end) }),
    slipWord(marks.days),
  ];
  function slipWord(days: number): string {
    if (days === 0) return t('chart.slipNone');
    return days > 0 ? t('chart.slipDays', { days }) : t('chart.slipEarly', { days: -days });
  }
  const late = marks.end > marks.plan;
  return (
    <svg className="slip" role="img" aria-label={words.filter(Boolean).join(' · ')}>
      <rect
        className="slip-plan"
        x={percent(marks.start)}
        width={percent(Math.max(0, Math.min(marks.plan, marks.end) - marks.start))}
        y="30%"
        height="40%"
      />
      {late && (
        <rect
          className={`slip-over is-${status} ${marks.isFinished ? '' : 'slip-forecast'}`}
          x={percent(marks.plan)}
          width={percent(marks.end - marks.plan)}
          y="30%"
          height="40%"
        />
      )}
      <line className="bullet-target" x1={percent(marks.plan)} x2={percent(marks.plan)} y1="10%" y2="90%" />
      {marks.isFinished ? (
        <circle className="dot" cx={percent(marks.end)} cy="50%" r="6" />
      ) : (
        <circle className="dot-open" cx={percent(marks.end)} cy="50%" r="6" />
      )}
    </svg>
  );
}

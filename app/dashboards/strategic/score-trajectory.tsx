import { toScoreTicks } from '#app/charts/scale.ts';
import { TrajectoryChart } from '#app/charts/trajectory-chart.tsx';
import { useFigures } from '#app/components/format.ts';
import { valueOf } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { toSideOfPlan, toTrajectory } from './strategic-series.ts';
import { toWithheldWords } from './strategic-sentence.ts';
import type { AgreementView } from './strategic-view.ts';

/** On course? The year's months against plan, and where they lead while the year runs. */
export function ScoreTrajectory({ view }: { view: AgreementView }) {
  const t = useT();
  const f = useFigures();
  const history = valueOf(view.history) ?? [];
  const side = toSideOfPlan(history);
  const since = side && { month: f.month(side.since) };
  const scored = history.filter((point) => point.score !== null);
  const isTurn = scored.length > 1 && side?.since === scored.at(-1)!.endsOn;
  const points = toTrajectory(view.fiscalYear, history, view.score, (endsOn) => shortMonth(f.month(endsOn)));
  const notes = [
    view.score.perspective !== 'ALL' && t('strategic.wholeOnly'),
    view.certainty === 'mid_round' && view.score.forecastScore === null
      ? toWithheldWords(view.score.forecastWithheld, { t, f })
      : null,
  ].filter(Boolean);
  return (
    <TrajectoryChart
      className="span-7"
      title={
        since
          ? t(`strategic.${side.isBelow ? 'below' : 'above'}${isTurn ? 'In' : 'Since'}`, since)
          : t('strategic.trajectory')
      }
      subtitle={t('strategic.trajectorySubtitle')}
      points={points}
      yTicks={toScoreTicks(1)}
      line={3}
      lineLabel={t('measure.line3')}
      labelGap={24}
      format={f.score}
      note={notes.join(' · ') || undefined}
      state={!view.history.ok ? 'error' : history.length === 0 ? 'empty' : 'ready'}
    />
  );
}

/** "ต.ค. 2569" → "ต.ค.": the year stands in the title. */
const shortMonth = (month: string) => month.split('\u00a0')[0] ?? month;

import { toScoreTicks } from '#app/charts/scale.ts';
import { TrajectoryChart } from '#app/charts/trajectory-chart.tsx';
import { TrendMultiples } from '#app/charts/trend-multiples.tsx';
import { useFigures, type Format } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { PairPanels } from './pair-panels.tsx';
import { SpanSwitch } from './span-switch.tsx';
import { labelsOf, signed, toDrawn, toPlainName, toTrajectoryPoints, toTrendChange } from './tactical-series.ts';
import type { TacticalView, TrendSeries, TrendView } from './tactical-view.ts';

/** Which way? All units on one scale, two of them against each other, or the one unit against its plan. */
export function TrendPanels({ view, trend }: { view: TacticalView; trend: PanelData<TrendView> }) {
  const t = useT();
  if (!trend.ok) return <Panel title={t('tactical.trend')} className="span-12 rows-2" state="failed" />;
  if (trend.value.pair) return <PairPanels trend={trend.value} pair={trend.value.pair} />;
  return trend.value.series.length === 1 ? (
    <OneLine trend={trend.value} />
  ) : (
    <Multiples view={view} trend={trend.value} />
  );
}

function Multiples({ view, trend }: { view: TacticalView; trend: TrendView }) {
  const t = useT();
  const figures = useFigures();
  const here = useHereHref();
  const fallen = furthestFallen(trend.series);
  return (
    <TrendMultiples
      className="span-12 rows-2 tactical-trend"
      title={
        fallen
          ? t('tactical.trendTitle', {
              name: toPlainName(fallen.series.name, 60),
              change: figures.change(fallen.change),
            })
          : t('tactical.trendNone')
      }
      subtitle={t(trend.by === 'month' ? 'tactical.trendSubtitle' : 'tactical.trendYearSubtitle')}
      state={trend.periods.length === 0 ? 'empty' : 'ready'}
      empty={{ what: t('tactical.noRows') }}
      action={<SpanSwitch by={trend.by} />}
      periods={labelsOf(trend, figures)}
      min={1}
      max={5}
      line={3}
      items={trend.series.slice(0, view.query.page === null ? MOST : undefined).map((series) => ({
        key: series.key,
        name: toPlainName(series.name),
        href: here({ compare: series.key }),
        values: series.values.map(toDrawn),
        labels: series.values.map((value) => (value === null ? '–' : figures.score(value))),
        valueLabel: lastLabel(series, figures),
        changeLabel: changeLabel(series, figures),
        status: series.status,
      }))}
    />
  );
}

/** Five by four of the smallest that can be read. */
const MOST = 20;

function OneLine({ trend }: { trend: TrendView }) {
  const t = useT();
  const figures = useFigures();
  const series = trend.series[0]!;
  const labels = labelsOf(trend, figures);
  const change = toTrendChange(series.values);
  const since = labels[series.values.findIndex((value) => value !== null)] ?? '';
  const finding = { change: figures.score(Math.abs(change ?? 0)), since };
  const way = change === 0 ? 'tactical.trendFlat' : (change ?? 0) > 0 ? 'tactical.trendUp' : 'tactical.trendDown';
  return (
    <TrajectoryChart
      className="span-12 rows-2"
      title={change === null ? t('tactical.trendShort') : t(way, finding)}
      subtitle={t(trend.by === 'month' ? 'tactical.trendSubtitle' : 'tactical.trendYearSubtitle')}
      action={<SpanSwitch by={trend.by} />}
      points={toTrajectoryPoints(series, labels)}
      yTicks={toScoreTicks(1)}
      line={3}
      format={(value) => figures.score(value)}
    />
  );
}

function furthestFallen(all: readonly TrendSeries[]): { series: TrendSeries; change: number } | null {
  const changes = all.flatMap((series) => {
    const change = toTrendChange(series.values);
    return change !== null && change < 0 ? [{ series, change }] : [];
  });
  return changes.sort((left, right) => left.change - right.change)[0] ?? null;
}

const lastLabel = (series: TrendSeries, figures: Format): string => {
  const last = series.values.findLast((value) => value !== null);
  return last ? figures.score(last) : '–';
};

const changeLabel = (series: TrendSeries, figures: Format): string | undefined => {
  const change = toTrendChange(series.values);
  return change === null ? undefined : signed(String(change), 2, figures);
};

import { MoneyWorkScatter } from '#app/charts/money-work-scatter.tsx';
import { useFigures } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { useHereHref, useScopeHref } from '#app/filters/scope-href.ts';
import { toFurthest, toMoneyWorkPoint } from './tactical-series.ts';
import type { SpendingPoint } from './tactical-view.ts';

/** Money against work: what is far from the diagonal is named. */
export function SpendingPanel({ data }: { data: PanelData<SpendingPoint[]> }) {
  const t = useT();
  const figures = useFigures();
  const here = useHereHref();
  const scopeHref = useScopeHref();
  if (!data.ok) return <Panel title={t('tactical.spendSubtitle')} className="span-4" state="failed" />;
  const points = data.value;
  const furthest = toFurthest(points);
  const finding = furthest && {
    name: furthest.point.shortName,
    points: figures.number(Math.abs(furthest.gap)),
  };
  const hrefOf = (point: SpendingPoint) =>
    point.kind === 'project' ? scopeHref(`/projects/${point.key}`) : here({ unit: point.key });
  const labelOf = (point: SpendingPoint) =>
    t('tactical.spendPoint', { spent: figures.percent(point.spentPercent), done: figures.percent(point.donePercent) });
  return (
    <MoneyWorkScatter
      className="tactical-spending span-4"
      title={
        finding
          ? t(furthest.gap > 0 ? 'tactical.spendAhead' : 'tactical.spendBehind', finding)
          : t('tactical.spendEven')
      }
      subtitle={t('tactical.spendSubtitle')}
      state={points.length === 0 ? 'empty' : 'ready'}
      empty={{ what: t('tactical.noSpending') }}
      points={points.map((point) => toMoneyWorkPoint(point, labelOf(point), hrefOf(point)))}
    />
  );
}

import { ContributionBars } from '#app/charts/contribution-bars.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { useFigures, type Format } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { signed, toContributionRows } from './tactical-series.ts';
import type { ContributionView, TacticalView } from './tactical-view.ts';
import { useRowHref } from './use-row-href.ts';

/** What moved the total: signed bars that sum exactly to its change. */
export function ContributionPanel({ view, data }: { view: TacticalView; data: PanelData<ContributionView | null> }) {
  const t = useT();
  const figures = useFigures();
  const rowHref = useRowHref(view.round);
  if (!data.ok) return <Panel title={t('tactical.movedTotal')} className="span-4" state="failed" />;
  const moved = data.value;
  if (!moved)
    return (
      <Panel title={t('tactical.movedTotal')} className="span-4">
        <EmptyState what={t(view.query.indicator ? 'tactical.notAdditive' : 'tactical.noContribution')} />
      </Panel>
    );
  const { places, effects } = moved;
  return (
    <ContributionBars
      className="span-4 tactical-moved"
      title={titleOf(view, moved, figures, t)}
      subtitle={
        effects
          ? t('tactical.effects', {
              rate: signed(effects.rate, places, figures),
              mix: signed(effects.mix, places, figures),
            })
          : t('tactical.movedSubtitle', {
              from: figures.number(moved.from, places),
              to: figures.number(moved.to, places),
            })
      }
      rows={toContributionRows(
        moved,
        figures,
        (part) => rowHref(part.link),
        t('tactical.movedRest', { count: moved.rest.count }),
      )}
      total={{ label: t('chart.total'), valueLabel: signed(moved.change, places, figures) }}
    />
  );
}

function titleOf(
  view: TacticalView,
  { change, places, of }: ContributionView,
  format: Format,
  t: ReturnType<typeof useT>,
): string {
  const text = format.number(change.replace('-', ''), places);
  const way = !/[1-9]/.test(text) ? 'None' : change.startsWith('-') ? 'Down' : 'Up';
  const what = view.query.indicator ? 'total' : of === 'units' ? 'mean' : 'moved';
  return t(`tactical.${what}${way}`, { change: text });
}

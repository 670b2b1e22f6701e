import { useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { Board, Page } from '#app/components/layout.tsx';
import { useT } from '#app/components/words.tsx';
import { NumberSheet } from '#app/sheet/number-sheet.tsx';
import { CompareSheet } from './compare-sheet.tsx';
import { ChecksPanel, BandsPanel } from './checks-panels.tsx';
import { ContributionPanel } from './contribution-panel.tsx';
import { HeatPanel } from './heat-panel.tsx';
import { RankPanel } from './rank-panel.tsx';
import { SpendingPanel } from './spending-panel.tsx';
import { TacticalBand } from './tactical-band.tsx';
import type { TacticalView } from './tactical-view.ts';
import { TrendPanels } from './trend-panels.tsx';
import { useTacticalHeadline } from './use-tactical-headline.ts';

/** How do results compare, and why? One view at a time: ranking, heat table, trend. */
export function TacticalPage({ view }: { view: TacticalView }) {
  const body = (
    <>
      <TacticalHeadline view={view} />
      <TacticalBand view={view} />
      <Panels view={view} />
      <NumberSheet view={view.sheet} />
      {view.options && <CompareSheet view={view} options={view.options} />}
    </>
  );
  return view.query.page === null ? <Board kind="tactical">{body}</Board> : <Page>{body}</Page>;
}

function TacticalHeadline({ view }: { view: TacticalView }) {
  const t = useT();
  const format = useFormat();
  const { summary, kind } = view;
  const counts = { scored: format.number(summary.scored), total: format.number(summary.total) };
  return (
    <Headline
      sentence={useTacticalHeadline(view)}
      asOf={format.date(view.asOfOn)}
      certainty={view.certainty ?? undefined}
      publication={view.publicationId ?? undefined}
      coverage={view.coverage === null ? undefined : format.percent(Number(view.coverage) * 100)}
    >
      <span>
        {t('tactical.roundOf', { round: format.round(view.round), year: format.fiscalYear(view.fiscalYear) })}
      </span>
      {summary.scored < summary.total && view.coverage === null && (
        <span>{t(kind === 'kpis' ? 'tactical.kpisReported' : 'tactical.reportedOf', counts)}</span>
      )}
      {view.sliceName && <span>{view.sliceName}</span>}
    </Headline>
  );
}

function Panels({ view }: { view: TacticalView }) {
  const { show } = view.query;
  if (show === 'heat' && view.heat) return <HeatPanel view={view} heat={view.heat} />;
  if (show === 'trend' && view.trend) return <TrendPanels view={view} trend={view.trend} />;
  return (
    <>
      <RankPanel view={view} />
      {view.query.page !== null ? null : view.checks ? (
        <>
          <BandsPanel checks={view.checks} />
          <ChecksPanel view={view} checks={view.checks} />
        </>
      ) : (
        <>
          {view.contributions && <ContributionPanel view={view} data={view.contributions} />}
          {view.spending && <SpendingPanel data={view.spending} />}
        </>
      )}
    </>
  );
}

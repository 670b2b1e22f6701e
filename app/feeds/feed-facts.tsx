import type { ReactNode } from 'react';
import { ErrorNote } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import type { FeedView } from './feeds-view.ts';

/** What a feed is: who sends which kind of data how often, and how it is taken. */
export function FeedFacts({ feed, next, duties }: Pick<FeedView, 'feed' | 'next' | 'duties'>) {
  const t = useT();
  const f = useFormat();
  const dueOf = ({ dueOn }: { dueOn: string | null }) => (dueOn ? f.date(dueOn) : t('feeds.noNextDue'));
  const coversOf = ({ indicators, units }: { indicators: number; units: number }) =>
    t('feeds.coversFacts', { indicators: f.number(indicators), units: f.number(units) });
  const datasets = ['indicator', 'reading', 'agreement', 'project', 'milestone', 'budget', 'index'] as const;
  const known = datasets.find((one) => one === feed.dataset);
  const facts: [string, ReactNode][] = [
    [t('runs.unit'), feed.unit.name],
    [t('feeds.dataset'), known ? t(`dataset.${known}`) : feed.dataset],
    [
      t('feeds.frequency'),
      `${t(`feeds.every_${feed.frequency}`)} ${t('feeds.deadline', { days: f.number(feed.lagDays) })}`,
    ],
    [t('feeds.nextDue'), next.ok ? dueOf(next.value) : <ErrorNote />],
    ...(!duties.ok || duties.value.indicators > 0
      ? ([[t('feeds.covers'), duties.ok ? coversOf(duties.value) : <ErrorNote />]] as [string, ReactNode][])
      : []),
    [t('feeds.acceptance'), t(feed.acceptsItself ? 'feeds.acceptsItself' : 'feeds.acceptsByHand')],
    [
      t('feeds.mapping'),
      <span key="mapping" title={feed.mapping}>
        {feed.mappingTitle}
      </span>,
    ],
    [t('feeds.source'), feed.hasSource ? (feed.schedule ?? t('runSource.pull')) : t('feeds.sourceNone')],
    [t('feeds.classification'), t(`freshness.${feed.classification}`)],
  ];
  return (
    <Panel title={t('feeds.about')}>
      <dl className="run-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

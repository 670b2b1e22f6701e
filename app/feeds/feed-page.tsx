import { Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { DataTable } from '#app/components/data-table.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { useFigures, useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { Page } from '#app/components/layout.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { DeliveriesPanel } from '#app/dashboards/operational/deliveries-panel.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { DropArea } from './drop-area.tsx';
import { FeedFacts } from './feed-facts.tsx';
import type { FeedView } from './feeds-view.ts';

/** One feed: its next due date, deliveries, facts and every run. */
export function FeedPage({ view }: { view: FeedView }) {
  const t = useT();
  const f = useFormat();
  const { feed, next } = view;
  return (
    <Page>
      <Breadcrumb items={[{ label: t('nav.feeds'), href: '/feeds' }, { label: feed.name }]} />
      <Headline
        sentence={useSentence(view)}
        asOf={f.date(view.asOfOn)}
        classification={feed.classification}
        {...(view.publicationId === null ? {} : { publication: view.publicationId })}
      />
      <div className="columns-2 is-wide">
        {view.maySend && <DropArea choices={[feed]} uploads={view.uploads} />}
        <DeliveriesPanel data={view.deliveries} />
      </div>
      <History runs={view.runs} />
      <FeedFacts feed={feed} next={next} duties={view.duties} />
    </Page>
  );
}

function useSentence({ feed, next: read }: FeedView): string {
  const t = useT();
  const f = useFormat();
  // Not read is not none: the facts below say that it could not be read.
  if (!read.ok) return t('feeds.feedPlain', { feed: feed.name });
  const next = read.value;
  if (next.latePeriods > 0 && next.periodName)
    return t('feeds.feedSentence', { feed: feed.name, count: f.number(next.latePeriods), period: next.periodName });
  return next.dueOn
    ? t('feeds.feedNext', { feed: feed.name, date: f.date(next.dueOn) })
    : t('feeds.feedPlain', { feed: feed.name });
}

function History({ runs }: Pick<FeedView, 'runs'>) {
  const t = useT();
  const figures = useFigures();
  const here = useHereHref();
  if (!runs.ok) return <Panel title={t('feeds.history')} state="failed" />;
  const count = (key: 'read' | 'accepted' | 'unchanged' | 'rejected', label: string) => ({
    key,
    label,
    align: 'number' as const,
    cell: (row: { read: number; accepted: number; unchanged: number; rejected: number }) => figures.number(row[key]),
  });
  return (
    <Panel title={t('feeds.history')} subtitle={t('feeds.historyMeasure')}>
      <DataTable
        caption={t('feeds.history')}
        hideCaption
        rows={runs.value.rows}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState what={t('feeds.noLast')} />}
        columns={[
          { key: 'run', label: t('feeds.run'), isName: true, cell: ({ id }) => <Link to={`/runs/${id}`}>{id}</Link> },
          { key: 'when', label: t('feeds.when'), cell: ({ at }) => figures.dateTime(at) },
          { key: 'result', label: t('feeds.result'), cell: ({ status }) => t(`runStatus.${status}`) },
          count('read', t('runs.read')),
          count('accepted', t('runs.accepted')),
          count('unchanged', t('runs.unchangedCount')),
          count('rejected', t('runs.rejected')),
          {
            key: 'decision',
            label: t('feeds.decision'),
            cell: ({ decision }) => (decision ? t(`decision.${decision}`) : '–'),
          },
        ]}
      />
      <Pagination page={runs.value.page} pages={runs.value.pages} hrefFor={(page) => here({ page })} />
    </Panel>
  );
}

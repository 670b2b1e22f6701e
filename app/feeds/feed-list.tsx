import { Link } from '@remix-run/react';
import { DataTable } from '#app/components/data-table.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { useFigures, useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { Page } from '#app/components/layout.tsx';
import { Panel } from '#app/components/panel.tsx';
import { StatusShape } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import type { FeedListItem, FeedListView } from './feeds-view.ts';

/** Feeds of a unit and of those below, those that owe first. */
export function FeedList({ view }: { view: FeedListView }) {
  const t = useT();
  const f = useFormat();
  const figures = useFigures();
  const { feeds, late } = view;
  const sentence =
    feeds.length === 0
      ? t('feeds.noneSentence')
      : t('feeds.allSentence', { total: f.number(feeds.length), late: f.number(late) });
  return (
    <Page>
      <Headline
        sentence={sentence}
        asOf={f.date(view.asOfOn)}
        {...(view.publicationId === null ? {} : { publication: view.publicationId })}
      />
      <Panel title={t('nav.feeds')} subtitle={view.unit.name}>
        <DataTable
          caption={t('nav.feeds')}
          hideCaption
          rows={feeds}
          rowKey={({ code }) => code}
          empty={<EmptyState what={t('feeds.noneSentence')} />}
          columns={[
            {
              key: 'feed',
              label: t('feeds.feed'),
              isName: true,
              cell: (row) => <Link to={`/feeds/${encodeURIComponent(row.code)}`}>{row.name}</Link>,
            },
            { key: 'unit', label: t('feeds.unit'), cell: (row) => row.unitName },
            { key: 'due', label: t('feeds.nextDue'), cell: (row) => <Due row={row} /> },
            {
              key: 'last',
              label: t('feeds.lastRun'),
              cell: (row) =>
                row.lastRunId === null ? (
                  '–'
                ) : (
                  <Link
                    to={`/runs/${row.lastRunId}`}
                  >{`${t(`runStatus.${row.lastStatus!}`)} ${figures.date(row.lastAt!.slice(0, 10))}`}</Link>
                ),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}

function Due({ row }: { row: FeedListItem }) {
  const t = useT();
  const f = useFormat();
  if (row.latePeriods > 0)
    return (
      <span className="status is-below_plan">
        <StatusShape status="below_plan" />
        {t('feeds.feedLate', { count: f.number(row.latePeriods) })}
      </span>
    );
  return <>{row.dueOn ? f.date(row.dueOn) : t('feeds.noNextDue')}</>;
}

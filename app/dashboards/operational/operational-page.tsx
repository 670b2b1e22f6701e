import { useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { Board, Page } from '#app/components/layout.tsx';
import { Tile } from '#app/components/tile.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { DeliveriesPanel } from './deliveries-panel.tsx';
import { LoadsPanel } from './loads-panel.tsx';
import { QUEUE_KINDS, type OperationalView, type Queue } from './operational-view.ts';
import { QueuePanel } from './queue-panel.tsx';
import { useOperationsLive } from './use-operations-live.ts';

/** What is happening now, and what waits for whom. Keeps itself fresh. */
export function OperationalPage({ view: read }: { view: OperationalView }) {
  const { view, newsAt } = useOperationsLive(read);
  if (view.isWhole) return <WholeQueue view={view} newsAt={newsAt} />;
  return (
    <Board kind="operational">
      <TodayHeadline view={view} newsAt={newsAt} />
      <div className="span-7 today-column">
        <Counts view={view} />
        <QueuePanel view={view} />
      </div>
      <div className="span-5 today-column today-side">
        <DeliveriesPanel data={view.deliveries} />
        <LoadsPanel data={view.loads} day={view.asOfOn} />
      </div>
    </Board>
  );
}

/** The whole list, as an ordinary page. */
function WholeQueue({ view, newsAt }: { view: OperationalView; newsAt: string | null }) {
  return (
    <Page>
      <TodayHeadline view={view} newsAt={newsAt} />
      <Counts view={view} />
      <QueuePanel view={view} />
    </Page>
  );
}

function TodayHeadline({ view, newsAt }: { view: OperationalView; newsAt: string | null }) {
  const t = useT();
  const f = useFormat();
  return (
    <Headline
      sentence={useSentence(view.queue.ok ? view.queue.value.counts : null) ?? view.title}
      asOf={f.date(view.asOfOn)}
      {...(view.publicationId === null ? {} : { publication: view.publicationId })}
    >
      {newsAt && <span role="status">{t('operational.changedBelow', { time: f.time(newsAt) })}</span>}
    </Headline>
  );
}

function useSentence(counts: Queue['counts'] | null): string | null {
  const t = useT();
  const f = useFormat();
  if (!counts) return null;
  const overdue =
    counts.overdue > 0
      ? t('headline.overdueToday', { overdue: f.number(counts.overdue) })
      : t('headline.nothingOverdue');
  return counts.soon > 0 ? `${overdue} · ${t('headline.dueSoon', { soon: f.number(counts.soon) })}` : overdue;
}

/** Four counts that filter the list; tapping the one that is on shows all again. */
function Counts({ view }: { view: OperationalView }) {
  const t = useT();
  const f = useFormat();
  const here = useHereHref();
  const counts = view.queue.ok ? view.queue.value.counts : null;
  return (
    <nav className="today-counts" aria-label={t('operational.queue')}>
      {QUEUE_KINDS.map((kind) => (
        <Tile
          key={kind}
          name={t(`operational.${kind}`)}
          value={counts ? f.number(counts[kind]) : '–'}
          unit={t('measure.case')}
          href={here({ show: view.show === kind ? null : kind })}
          current={view.show === kind}
        />
      ))}
    </nav>
  );
}

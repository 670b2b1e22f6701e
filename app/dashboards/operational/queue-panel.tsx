import { Link } from '@remix-run/react';
import { LinkButton } from '#app/components/button.tsx';
import { DataStateDrawing } from '#app/components/data-state-mark.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { useFormat } from '#app/components/format.ts';
import { ListRow } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { StatusShape } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import type { OperationalView, QueueRow } from './operational-view.ts';
import { useQueueWords } from './queue-words.ts';

/** One list of everything that waits for somebody, worst first. */
export function QueuePanel({ view }: { view: OperationalView }) {
  const t = useT();
  const f = useFormat();
  const here = useHereHref();
  if (!view.queue.ok) return <Panel title={t('operational.queue')} state="failed" className="today-queue" />;
  const { rows, total } = view.queue.value;
  const action = view.isWhole ? (
    <Link to={here({ all: null })}>{t('nav.back')}</Link>
  ) : (
    total > 4 && <Link to={here({ all: 1 })}>{t('nav.seeAll')}</Link>
  );
  return (
    <Panel
      title={t('operational.queueTitle', {
        queue: t(view.show ? `operational.${view.show}` : 'operational.queue'),
        total: f.number(total),
      })}
      action={action || undefined}
      className="today-queue"
    >
      {rows.length === 0 ? (
        <EmptyState what={t(view.show ? 'operational.noneOfKind' : 'operational.nothingToDo')} />
      ) : (
        <ul className="list-rows">
          {rows.map((row) => (
            <QueueItem key={row.key} row={row} isWhole={view.isWhole} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function QueueItem({ row, isWhole }: { row: QueueRow; isWhole: boolean }) {
  const { what, when, who, button } = useQueueWords(row, isWhole);
  return (
    <ListRow
      leading={
        <span className="queue-when">
          <Sign row={row} />
          {when}
        </span>
      }
      primary={what}
      secondary={who}
      trailing={
        <LinkButton to={row.href} aria-label={`${button}: ${what}`}>
          {button}
        </LinkButton>
      }
    />
  );
}

/** Late is below plan on the one scale of status; what only waits or will be due has no status. */
function Sign({ row }: { row: QueueRow }) {
  if (row.kind === 'overdue') return <StatusShape status="below_plan" />;
  return <DataStateDrawing state={row.kind === 'rejected' ? 'rejected' : 'not_due'} />;
}

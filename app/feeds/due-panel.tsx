import { DataStateDrawing } from '#app/components/data-state-mark.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { useFormat } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import { Panel } from '#app/components/panel.tsx';
import { StatusShape } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { DUE_SOON_DAYS } from '#domain/status/due-soon.ts';
import type { DueRow } from './feeds-view.ts';

/** What this officer owes and what waits for the officer's decision, the latest first. */
export function DuePanel({ due }: { due: PanelData<DueRow[]> }) {
  const t = useT();
  const rows = due.ok ? due.value : [];
  const isOwing = rows.some((row) => row.about === 'waiting' || row.latePeriods > 0 || isSoon(row));
  return (
    <Panel
      title={t(isOwing || rows.length === 0 ? 'feeds.due' : 'feeds.next')}
      subtitle={rows.length > 1 ? t('feeds.dueMeasure') : undefined}
      state={due.ok ? 'ok' : 'failed'}
      className="due-panel"
    >
      {due.ok && due.value.length === 0 && <EmptyState what={t('feeds.nothingDue')} />}
      {due.ok && due.value.length > 0 && (
        <ListRows>
          {due.value.map((row) =>
            row.about === 'feed' ? <FeedRow key={row.key} row={row} /> : <WaitingRow key={row.key} row={row} />,
          )}
        </ListRows>
      )}
    </Panel>
  );
}

const isSoon = ({ days }: { days: number | null }) => days !== null && days >= -DUE_SOON_DAYS;

function FeedRow({ row }: { row: DueRow & { about: 'feed' } }) {
  const t = useT();
  const f = useFormat();
  const isLate = row.latePeriods > 0;
  const period =
    row.periodName &&
    (row.latePeriods > 1
      ? t('feeds.forPeriods', { count: f.number(row.latePeriods), period: row.periodName })
      : t('feeds.forPeriod', { period: row.periodName }));
  const due = isLate && row.dueOn && t('feeds.dueOn', { date: f.dayMonth(row.dueOn) });
  const facts = [period, due, row.indicators > 0 && t('feeds.indicators', { count: f.number(row.indicators) })]
    .filter(Boolean)
    .join(' · ');
  return (
    <ListRow
      href={`/feeds/${encodeURIComponent(row.code)}`}
      leading={isLate ? <StatusShape status="below_plan" /> : <DataStateDrawing state="not_due" />}
      primary={row.name}
      secondary={facts || t('feeds.noNextDue')}
      trailing={row.dueOn && row.days !== null && <Deadline days={row.days} dueOn={row.dueOn} isLate={isLate} />}
    />
  );
}

function Deadline({ days, dueOn, isLate }: { days: number; dueOn: string; isLate: boolean }) {
  const t = useT();
  const f = useFormat();
  if (isLate)
    return <span className="strong due-late">{t('operational.lateDays', { days: f.number(Math.max(1, days)) })}</span>;
  if (days === 0) return <span className="strong">{t('operational.dueToday')}</span>;
  return isSoon({ days }) ? (
    <span className="strong">{t('operational.inDays', { days: f.number(-days) })}</span>
  ) : (
    <span className="quiet">{f.dayMonth(dueOn)}</span>
  );
}

function WaitingRow({ row }: { row: DueRow & { about: 'waiting' } }) {
  const t = useT();
  const f = useFormat();
  return (
    <ListRow
      href={`/runs/${row.run}`}
      leading={<DataStateDrawing state="estimated" />}
      primary={<span className="lines-1">{row.name}</span>}
      secondary={`${t('feeds.waitsForYou')} · ${t('runs.title', { run: row.run })}`}
      trailing={
        <span className="strong">
          {row.days > 0 ? t('operational.waitDays', { days: f.number(row.days) }) : t('operational.waitToday')}
        </span>
      }
    />
  );
}

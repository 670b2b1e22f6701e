import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import { DataStateDrawing, type DataState } from '#app/components/data-state-mark.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { useFormat } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import type { Load } from './operational-view.ts';

/** The last loads with their time; one that still runs says how far it is. */
export function LoadsPanel({ data, day }: { data: PanelData<Load[]>; day: string }) {
  const t = useT();
  return (
    <Panel title={t('operational.lastLoads')} state={data.ok ? 'ok' : 'failed'} className="today-loads">
      {data.ok && data.value.length === 0 && <EmptyState what={t('operational.noLoads')} />}
      {data.ok && data.value.length > 0 && (
        <ListRows>
          {data.value.map((load) => (
            <LoadRow key={load.id} load={load} day={day} />
          ))}
        </ListRows>
      )}
    </Panel>
  );
}

function LoadRow({ load, day }: { load: Load; day: string }) {
  const t = useT();
  const f = useFormat();
  const isOpen = load.status === 'waiting' || load.status === 'running';
  return (
    <ListRow
      href={`/runs/${load.id}`}
      leading={<DataStateDrawing state={SIGNS[load.status]} />}
      primary={load.feedName ?? load.unitName}
      trailing={
        <span className="load-facts">
          <span className="quiet">
            {isOpen && load.read > 0
              ? t('operational.reading', { read: f.number(load.read) })
              : t(`runStatus.${load.status}`)}
          </span>
          <span>{bangkokDateOf(load.at) === day ? f.time(load.at) : f.dayMonth(bangkokDateOf(load.at))}</span>
        </span>
      }
    />
  );
}

/** A run in progress is dashed like an estimate; one that brought nothing carries the mark of what was refused. */
const SIGNS: Record<Load['status'], DataState> = {
  waiting: 'not_due',
  running: 'estimated',
  loaded: 'reported',
  unchanged: 'reported',
  loaded_with_rejections: 'rejected',
  refused: 'rejected',
  failed: 'rejected',
  withdrawn: 'withheld',
};

import { DotCalendar } from '#app/charts/dot-calendar.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import { Link } from '@remix-run/react';
import { useFigures, useFormat } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import type { Deliveries } from './operational-view.ts';

/** So many rows show on the tightest screen. */
const SHOWN = 3;

/** Who has delivered what: a dot per unit (or feed) and month, those who owe first. */
export function DeliveriesPanel({ data, className }: { data: PanelData<Deliveries>; className?: string }) {
  const t = useT();
  const f = useFormat();
  const figures = useFigures();
  const href = useScopeHref();
  const place = className === undefined ? {} : { className };
  if (!data.ok)
    return <DotCalendar title={t('operational.deliveries')} state="error" columns={[]} rows={[]} {...place} />;
  const { rows, months, late, total, rowsAre } = data.value;
  const isPart = rowsAre === 'units' && total > SHOWN;
  const counts = { late: f.number(late), total: f.number(total) };
  const finding =
    late === 0
      ? t('operational.deliveriesDone')
      : t(rowsAre === 'units' ? 'operational.deliveriesLate' : 'operational.deliveriesFeedsLate', counts);
  return (
    <DotCalendar
      title={total < 2 ? t('operational.deliveries') : finding}
      {...place}
      {...(isPart ? { action: <Link to={href('/feeds')}>{t('nav.seeAll')}</Link> } : {})}
      {...(total === 0 ? { state: 'empty' as const, empty: { what: t('operational.noDuties') } } : {})}
      columns={months.map((month) => ({ key: month, label: figures.month(month).replace(/\s+\S*$/, '') }))}
      {...(rowsAre === 'feeds' ? { rowsAre: t('feeds.feed') } : {})}
      rows={rows.map((row) => ({
        key: row.key,
        name: row.name,
        href:
          rowsAre === 'units'
            ? href('/operational', { unit: row.code })
            : href(`/feeds/${encodeURIComponent(row.code)}`),
        cells: row.states.map((state) => ({ state })),
      }))}
    />
  );
}

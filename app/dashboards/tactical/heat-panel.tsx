import { Link } from '@remix-run/react';
import { HeatCells } from '#app/charts/heat-cells.tsx';
import { useFigures, useFormat } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { toPlainName } from './tactical-series.ts';
import type { HeatColumn, HeatView, TacticalView } from './tactical-view.ts';
import { useRowHref } from './use-row-href.ts';

/** Unit × KPI; a column's head ranks the units by it. */
export function HeatPanel({ view, heat }: { view: TacticalView; heat: PanelData<HeatView> }) {
  const t = useT();
  const format = useFormat();
  const figures = useFigures();
  const here = useHereHref();
  const rowHref = useRowHref(view.round);
  if (!heat.ok) return <Panel title={t('tactical.heat')} className="span-12 rows-2" state="failed" />;
  const { rows, columns } = heat.value;
  const labelOf = ({ key, name }: HeatColumn) =>
    name || (key === 'ALL' ? t('tactical.total') : figures.round(Number(key)));
  const isKpis = rows[0]?.link.kind === 'kpi';
  const isFirst = view.query.page === null;
  return (
    <HeatCells
      className={isFirst ? 'span-12 rows-2 tactical-heat' : 'tactical-heat tactical-whole'}
      rowsLabel={isKpis ? t('nav.indicators') : undefined}
      title={
        rows[0]
          ? t(isKpis ? 'headline.lostMost' : 'tactical.heatTitle', {
              name: toPlainName(rows[0].name, 60),
              indicator: rows[0].name,
            })
          : t('tactical.heat')
      }
      subtitle={t('tactical.heatSubtitle', {
        round: format.round(view.round),
        year: format.fiscalYear(view.fiscalYear),
      })}
      state={rows.length === 0 ? 'empty' : 'ready'}
      empty={{ what: t('tactical.noRows') }}
      action={
        isFirst &&
        rows.length > 5 && (
          <Link to={here({ page: 1 })}>{t('tactical.seeAll', { count: format.number(rows.length) })}</Link>
        )
      }
      columns={columns.map((column) => ({
        key: column.key,
        label: labelOf(column),
        href: column.indicator ? here({ show: null, indicator: column.indicator }) : undefined,
      }))}
      rows={rows.map((row) => ({
        key: row.key,
        name: row.name,
        href: rowHref(row.link),
        cells: row.cells.map((cell) => ({
          valueLabel: cell.value === null ? null : figures.score(cell.value),
          status: cell.status ?? undefined,
          state: cell.state ?? undefined,
          href: cell.link ? rowHref(cell.link) : undefined,
        })),
      }))}
    />
  );
}

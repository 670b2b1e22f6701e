import { DataStateMark } from '#app/components/data-state-mark.tsx';
import { useFigures, useFormat } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { toMeasured } from '#app/components/measured.ts';
import { Panel } from '#app/components/panel.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { StatusBadge } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { useSheetHref } from '#app/sheet/sheet-link.tsx';
import type { UnitPageView } from './unit-view.ts';

/** The figures of the unit's own agreement against their plans. */
export function KeyFigures({ view }: { view: UnitPageView }) {
  const t = useT();
  const f = useFormat();
  const figures = useFigures();
  const sheetHref = useSheetHref();
  const rows = valueOf(view.figures) ?? [];
  const when = `${f.round(view.round)} ${f.fiscalYear(view.fiscalYear)}`;
  return (
    <Panel
      title={rows.length > 0 || !view.figures.ok ? t('unitPage.figures', { when }) : t('unitPage.figuresNone')}
      state={view.figures.ok ? 'ok' : 'failed'}
    >
      <ListRows>
        {rows.map((row) => (
          <ListRow
            key={row.kpiId}
            href={sheetHref(sheetName.kpiScore(row.kpiId, view.round))}
            keepScroll
            primary={row.name}
            secondary={
              row.planned === null
                ? undefined
                : t('unitPage.figureDetail', { plan: toMeasured(figures, row.planned, row) })
            }
            trailing={
              <>
                {row.actual === null ? (
                  <DataStateMark state={row.state} />
                ) : (
                  <span className="number strong">{toMeasured(figures, row.actual, row)}</span>
                )}
                <StatusBadge status={row.status} />
              </>
            }
          />
        ))}
      </ListRows>
    </Panel>
  );
}

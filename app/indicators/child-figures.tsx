import { DataStateMark } from '#app/components/data-state-mark.tsx';
import { useFigures } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { toMeasured } from '#app/components/measured.ts';
import { Panel } from '#app/components/panel.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import type { IndicatorPageView } from './indicator-view.ts';

/** The year to date of the units below; a row leads one level down, same measure and year. */
export function ChildFigures({ view }: { view: IndicatorPageView }) {
  const t = useT();
  const f = useFigures();
  const href = useScopeHref();
  const rows = valueOf(view.children) ?? [];
  return (
    <Panel
      title={rows.length > 0 || !view.children.ok ? t('indicatorPage.children') : t('indicatorPage.childrenNone')}
      subtitle={t('indicatorPage.childrenSubtitle', { year: f.fiscalYear(view.fiscalYear) })}
      state={view.children.ok ? 'ok' : 'failed'}
    >
      <ListRows>
        {rows.map((row) => (
          <ListRow
            key={row.unitCode}
            href={href(`/indicators/${encodeURIComponent(view.indicator.code)}`, {
              unit: row.unitCode,
              fy: view.fiscalYear,
            })}
            primary={row.unitName}
            secondary={
              row.isRolledUp && row.unitsExpected > 1
                ? t('freshness.reportedOf', { reported: row.unitsReported, expected: row.unitsExpected })
                : undefined
            }
            trailing={
              row.value === null ? (
                <DataStateMark state={row.state ?? 'missing'} />
              ) : (
                <span className="number strong">{toMeasured(f, row.value, view.indicator)}</span>
              )
            }
          />
        ))}
      </ListRows>
    </Panel>
  );
}

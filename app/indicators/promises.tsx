import { useFigures, useFormat } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { StatusShape } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import type { IndicatorPageView } from './indicator-view.ts';

/** The agreements in the unit's subtree that promise this indicator. */
export function Promises({ view }: { view: IndicatorPageView }) {
  const t = useT();
  const f = useFormat();
  const figures = useFigures();
  const href = useScopeHref();
  const rows = valueOf(view.promises) ?? [];
  return (
    <Panel
      title={
        rows.length > 0 || !view.promises.ok
          ? t('indicatorPage.agreements')
          : t('indicatorPage.agreementsNone', { year: f.fiscalYear(view.fiscalYear) })
      }
      state={view.promises.ok ? 'ok' : 'failed'}
    >
      <ListRows>
        {rows.map((row) => (
          <ListRow
            key={row.kpiId}
            href={href(`/agreements/${row.agreementId}`, { round: null, unit: null })}
            leading={row.status && <StatusShape status={row.status} />}
            primary={row.unitName}
            secondary={t('indicatorPage.agreementRow', { no: row.kpiNo, weight: f.number(row.weight, 0) })}
            trailing={<span className="number strong">{row.score === null ? '–' : figures.score(row.score)}</span>}
          />
        ))}
      </ListRows>
    </Panel>
  );
}

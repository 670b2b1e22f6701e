import { TrajectoryChart } from '#app/charts/trajectory-chart.tsx';
import { DataStateMark } from '#app/components/data-state-mark.tsx';
import { DataTable } from '#app/components/data-table.tsx';
import { useFigures } from '#app/components/format.ts';
import { toMeasured } from '#app/components/measured.ts';
import { Panel } from '#app/components/panel.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { SheetLink } from '#app/sheet/sheet-link.tsx';
import { ChildFigures } from './child-figures.tsx';
import { toIndicatorPoints, toValueTicks } from './indicator-series.ts';
import type { IndicatorPageView, IndicatorPeriodView } from './indicator-view.ts';

/** The periods as a line over what units below contribute; beside both, of each period whether it is in, and if not, why. */
export function PeriodPanels({ view }: { view: IndicatorPageView }) {
  const t = useT();
  const f = useFigures();
  const { indicator } = view;
  const periods = valueOf(view.periods) ?? [];
  const points = toIndicatorPoints(periods, view.plan, { ...indicator, fiscalYear: view.fiscalYear });
  return (
    <div className="period-panels">
      <div className="stack">
        <TrajectoryChart
          title={t('indicatorPage.trend', { year: f.fiscalYear(view.fiscalYear) })}
          subtitle={t('indicatorPage.trendSubtitle', { unit: view.unit.name, measure: indicator.unitOfMeasure })}
          points={points}
          yTicks={toValueTicks(points)}
          format={(value) => f.number(value, indicator.decimals)}
          state={!view.periods.ok ? 'error' : periods.some((one) => one.value !== null) ? 'ready' : 'empty'}
        />
        <ChildFigures view={view} />
      </div>
      <Panel title={t('indicatorPage.table')} state={view.periods.ok ? 'ok' : 'failed'}>
        <PeriodTable view={view} periods={periods} />
      </Panel>
    </div>
  );
}

function PeriodTable({ view, periods }: { view: IndicatorPageView; periods: IndicatorPeriodView[] }) {
  const t = useT();
  const f = useFigures();
  const { indicator, unit } = view;
  return (
    <DataTable
      caption={t('indicatorPage.table')}
      hideCaption
      columns={[
        {
          key: 'period',
          label: t('indicatorPage.columnPeriod'),
          isName: true,
          cell: (row) => <span className="nowrap">{row.name}</span>,
        },
        {
          key: 'value',
          label: t('indicatorPage.columnValue'),
          align: 'number',
          cell: (row) =>
            row.value === null ? (
              '–'
            ) : (
              <SheetLink
                className="action-link"
                sheet={sheetName.figure(unit.code, indicator.code, row.periodId, view.sliceId)}
              >
                {toMeasured(f, row.value, indicator)}
              </SheetLink>
            ),
        },
        { key: 'state', label: t('indicatorPage.columnState'), cell: (row) => <DataStateMark state={row.state} /> },
        // Where all have reported nothing is due.
        ...(periods.some(({ dueOn }) => dueOn !== null)
          ? [
              {
                key: 'due',
                label: t('indicatorPage.columnDue'),
                cell: (row: IndicatorPeriodView) => (row.dueOn === null ? '' : f.date(row.dueOn)),
              },
            ]
          : []),
      ]}
      rows={[...periods].reverse()}
      rowKey={(row) => String(row.periodId)}
    />
  );
}

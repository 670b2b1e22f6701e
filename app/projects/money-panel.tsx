import { Bullet } from '#app/charts/bullet-chart.tsx';
import { DataTable } from '#app/components/data-table.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { useFigures } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import type { MoneyView, ProjectView } from './project-view.ts';

/** Spending against progress, then the money by year: allocated, committed, disbursed. */
export function MoneyPanel({ view }: { view: ProjectView }) {
  const t = useT();
  const figures = useFigures();
  const { project, money } = view;
  const share = (label: string, value: string | null, target: string | null) =>
    value !== null && (
      <div className="bullet-row">
        <span>{label}</span>
        <Bullet
          row={{
            key: label,
            label,
            value: Number(value),
            valueLabel: '',
            target: target === null ? null : Number(target),
          }}
          min={0}
          max={100}
          line={null}
        />
        <span className="bullet-value">{figures.percent(value)}</span>
      </div>
    );
  const amount = (key: keyof MoneyView) => (row: MoneyView) =>
    row[key] === null ? '–' : figures.millionBahtFigure(String(row[key]));
  return (
    <Panel
      title={t('projects.moneyTitle')}
      subtitle={t('projects.moneySubtitle')}
      className="project-money"
      state={money.ok ? 'ok' : 'failed'}
    >
      <div>
        {share(t('measure.spending'), project.spentShare, null)}
        {share(t('measure.progress'), project.percentDone, project.actualEndOn ? null : project.plannedPercent)}
      </div>
      {money.ok && money.value.length === 0 && <EmptyState what={t('projects.noBudget')} who={project.unitName} />}
      {money.ok && money.value.length > 0 && (
        <DataTable
          caption={t('projects.moneyTitle')}
          hideCaption
          rows={money.value}
          rowKey={(row) => String(row.fiscalYear)}
          columns={[
            { key: 'year', label: t('projects.year'), isName: true, cell: (row) => figures.fiscalYear(row.fiscalYear) },
            { key: 'allocated', label: t('projects.allocated'), align: 'number', cell: amount('allocatedBaht') },
            { key: 'committed', label: t('projects.committed'), align: 'number', cell: amount('committedBaht') },
            { key: 'disbursed', label: t('projects.disbursed'), align: 'number', cell: amount('disbursedBaht') },
          ]}
        />
      )}
    </Panel>
  );
}

import { DataTable } from '#app/components/data-table.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { useFigures } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import type { RunView } from './run-view.ts';

/** Sums of the numeric columns over the records read, and over those that passed. */
export function RunTotals({ totals, areTotalsKept }: Pick<RunView, 'totals' | 'areTotalsKept'>) {
  const t = useT();
  const f = useFigures();
  if (!totals.ok) return <Panel title={t('runs.totals')} state="failed" />;
  const hasGroups = totals.value.some(({ group }) => group !== '');
  return (
    <Panel title={t('runs.totals')} subtitle={t('runs.totalsMeasure')}>
      <DataTable
        caption={t('runs.totals')}
        hideCaption
        rows={totals.value}
        rowKey={({ key }) => key}
        empty={<EmptyState what={t(areTotalsKept ? 'runs.totalsKept' : 'runs.noTotals')} />}
        columns={[
          { key: 'column', label: t('runs.column'), isName: true, cell: ({ header }) => header },
          ...(hasGroups
            ? [{ key: 'group', label: t('runs.group'), cell: ({ group }: { group: string }) => group || '–' }]
            : []),
          {
            key: 'read',
            label: t('runs.totalRead'),
            align: 'number',
            cell: ({ readTotal }) => f.number(readTotal, placesOf(readTotal)),
          },
          {
            key: 'accepted',
            label: t('runs.totalAccepted'),
            align: 'number',
            cell: ({ acceptedTotal, isWhole }) => (
              <span className={isWhole ? undefined : 'strong'}>{f.number(acceptedTotal, placesOf(acceptedTotal))}</span>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** As many places as the sum has: control totals are compared to the last satang. */
const placesOf = (total: string): number => Math.min(6, total.split('.')[1]?.replace(/0+$/, '').length ?? 0);

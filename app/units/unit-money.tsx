import { DataTable, type Column } from '#app/components/data-table.tsx';
import { useFigures } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { valueOf, type PanelData } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import type { UnitMoneyView } from './unit-view.ts';

/** Allocated, committed and disbursed over the years. */
export function UnitMoney({ money }: { money: PanelData<UnitMoneyView[]> }) {
  const t = useT();
  const f = useFigures();
  const rows = valueOf(money) ?? [];
  const baht = (key: 'allocatedBaht' | 'committedBaht' | 'disbursedBaht', label: string): Column<UnitMoneyView> => ({
    key,
    label,
    align: 'number',
    cell: (row) => (row[key] === null ? '–' : f.millionBahtFigure(row[key])),
  });
  return (
    <Panel
      title={rows.length > 0 || !money.ok ? t('unitPage.money') : t('unitPage.moneyNone')}
      subtitle={t('unitPage.moneySubtitle')}
      state={money.ok ? 'ok' : 'failed'}
    >
      {rows.length > 0 && (
        <DataTable
          caption={t('unitPage.money')}
          hideCaption
          columns={[
            {
              key: 'year',
              label: t('unitPage.year'),
              isName: true,
              cell: (row) => (
                <>
                  <span className="nowrap">{f.fiscalYear(row.fiscalYear)}</span>{' '}
                  <span className="quiet nowrap">{t('unitPage.through', { period: row.period })}</span>
                </>
              ),
            },
            baht('allocatedBaht', t('unitPage.allocated')),
            baht('committedBaht', t('unitPage.committed')),
            baht('disbursedBaht', t('unitPage.disbursed')),
            {
              key: 'share',
              label: t('unitPage.share'),
              align: 'number',
              cell: (row) => (row.disbursedPercent === null ? '–' : f.number(row.disbursedPercent, 2)),
            },
          ]}
          rows={rows}
          rowKey={(row) => String(row.fiscalYear)}
        />
      )}
    </Panel>
  );
}

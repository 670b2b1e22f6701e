import { Link } from '@remix-run/react';
import { DataTable } from '#app/components/data-table.tsx';
import { useFigures } from '#app/components/format.ts';
import { StatusBadge } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { SheetLink } from '#app/sheet/sheet-link.tsx';
import { SigningBadges } from './signing-badges.tsx';
import type { ListedAgreementView } from './agreement-view.ts';

/** One row an agreement: whose, between whom, signed or not, and its score in the round. */
export function AgreementTable({ rows, round }: { rows: ListedAgreementView[]; round: number }) {
  const t = useT();
  const f = useFigures();
  const href = useScopeHref();
  return (
    <DataTable
      caption={t('nav.agreements')}
      hideCaption
      columns={[
        {
          key: 'unit',
          label: t('agreement.columnAgreement'),
          isName: true,
          cell: (row) => (
            <Link className="action-link" to={href(`/agreements/${row.agreementId}`)}>
              {row.unitName}
            </Link>
          ),
        },
        {
          key: 'parties',
          label: t('agreement.columnParties'),
          cell: (row) => t('agreement.partiesOf', { maker: row.makerTitle, recipient: row.recipientTitle }),
        },
        { key: 'state', label: t('agreement.columnState'), cell: (row) => <SigningBadges agreement={row} /> },
        { key: 'kpis', label: t('agreement.columnKpis'), align: 'number', cell: (row) => row.kpis },
        {
          key: 'score',
          label: t('agreement.columnScore'),
          align: 'number',
          cell: (row) =>
            row.score === null ? (
              '–'
            ) : (
              <SheetLink className="action-link" sheet={sheetName.agreementScore(row.agreementId, round, 'ALL')}>
                {f.score(row.score)}
              </SheetLink>
            ),
        },
        {
          key: 'gap',
          label: t('agreement.columnGap'),
          align: 'number',
          cell: (row) => (row.gap === null ? '–' : f.change(row.gap)),
        },
        {
          key: 'status',
          label: t('status.label'),
          cell: (row) => row.scoreStatus && <StatusBadge status={row.scoreStatus} />,
        },
      ]}
      rows={rows}
      rowKey={(row) => String(row.agreementId)}
    />
  );
}

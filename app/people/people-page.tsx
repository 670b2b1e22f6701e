import { Form } from '@remix-run/react';
import { Button, LinkButton } from '#app/components/button.tsx';
import { DataTable, type Column } from '#app/components/data-table.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { ErrorPanel } from '#app/components/error-panel.tsx';
import { FormField } from '#app/components/form-field.tsx';
import { useFigures, useFormat } from '#app/components/format.ts';
import { Page } from '#app/components/layout.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import type { PeopleView, PersonRow } from './people-view.ts';

/** Offices and who holds them, for reading; they are changed by command on the server, aides by their principals. */
export function PeoplePage({ view }: { view: PeopleView }) {
  const t = useT();
  return (
    <Page>
      <h1 className="t28">{view.title}</h1>
      <Form method="get" role="search" className="side-by-side" key={view.search}>
        <FormField label={t('people.search')} name="q" defaultValue={view.search} />
        <Button>{t('nav.search')}</Button>
        <LinkButton to="/audit">{t('nav.audit')}</LinkButton>
      </Form>
      {view.found.ok ? <Found title={view.title} page={view.page} {...view.found.value} /> : <ErrorPanel />}
      <p className="quiet">{t('people.how')}</p>
      <pre tabIndex={0}>
        <code>npm run access</code>
      </pre>
    </Page>
  );
}

type FoundProps = { title: string; page: number; rows: PersonRow[]; count: number; pages: number };

function Found({ title, page, rows, count, pages }: FoundProps) {
  const t = useT();
  const f = useFormat();
  const here = useHereHref();
  return (
    <>
      <p role="status">{t('people.count', { count: f.number(count) })}</p>
      <DataTable
        caption={title}
        hideCaption
        columns={useColumns()}
        rows={rows}
        rowKey={({ key }) => key}
        empty={<EmptyState what={t('people.none')} />}
      />
      <Pagination page={page} pages={pages} hrefFor={(to) => here({ page: to })} />
    </>
  );
}

function useColumns(): Column<PersonRow>[] {
  const t = useT();
  const f = useFigures();
  return [
    {
      key: 'position',
      label: t('people.position'),
      isName: true,
      cell: (row) => (
        <>
          {row.position} <span className="quiet">{row.positionCode}</span>
        </>
      ),
    },
    {
      key: 'person',
      label: t('people.person'),
      cell: (row) => (
        <>
          {row.name} <span className="quiet">{row.login}</span>{' '}
          {row.isDisabled && <strong>{t('people.disabled')}</strong>}
        </>
      ),
    },
    { key: 'capacity', label: t('people.capacity'), cell: (row) => t(`people.${row.capacity}`) },
    {
      key: 'days',
      label: t('people.days'),
      cell: (row) => (
        <>
          <span className="nowrap">{t('people.fromDay', { day: f.date(row.fromOn) })}</span>{' '}
          <span className="nowrap">{row.toOn && t('people.toDay', { day: f.date(row.toOn) })}</span>
        </>
      ),
    },
    {
      key: 'lastSignIn',
      label: t('people.lastSignIn'),
      cell: (row) => <span className="nowrap">{row.lastSignIn ? f.dateTime(row.lastSignIn) : t('people.never')}</span>,
    },
  ];
}

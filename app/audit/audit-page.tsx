import { Form, Link } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { DataTable, type Column } from '#app/components/data-table.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { ErrorNote, ErrorPanel } from '#app/components/error-panel.tsx';
import { FormField } from '#app/components/form-field.tsx';
import { useFormat } from '#app/components/format.ts';
import { Page } from '#app/components/layout.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import type { MessageKey, Translate } from '#domain/messages/words.ts';
import type { AuditRow, AuditView } from './audit-view.ts';

/** The audit log: filter, count, table, pages. */
export function AuditPage({ view }: { view: AuditView }) {
  return (
    <Page>
      <h1 className="t28">{view.title}</h1>
      <Filter view={view} />
      {view.found.ok ? <Found title={view.title} page={view.page} {...view.found.value} /> : <ErrorPanel />}
    </Page>
  );
}

type FoundProps = { title: string; page: number; rows: AuditRow[]; count: number; pages: number };

function Found({ title, page, rows, count, pages }: FoundProps) {
  const t = useT();
  const format = useFormat();
  const here = useHereHref();
  return (
    <>
      <p role="status">{t('audit.count', { count: format.number(count) })}</p>
      <DataTable
        caption={title}
        hideCaption
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => String(row.id)}
        empty={<EmptyState what={t('audit.none')} />}
      />
      <Pagination page={page} pages={pages} hrefFor={(to) => here({ page: to })} />
    </>
  );
}

function Filter({ view: { filter, acts, today } }: { view: AuditView }) {
  const t = useT();
  const format = useFormat();
  const example = format.date(today);
  // What narrows the log stays chosen, also where the acts could not be read.
  const known = acts.ok ? acts.value : filter.act ? [filter.act] : [];
  return (
    <Form method="get" className="side-by-side" key={JSON.stringify(filter)}>
      <div className="field">
        <label htmlFor="audit-act">{t('audit.act')}</label>
        <select id="audit-act" name="act" className="input" defaultValue={filter.act ?? ''}>
          <option value="">{t('audit.allActs')}</option>
          {known.map((act) => (
            <option key={act} value={act}>
              {wordOf(t, act)}
            </option>
          ))}
        </select>
        {!acts.ok && <ErrorNote />}
      </div>
      <FormField label={t('audit.login')} name="person" defaultValue={filter.person} />
      <FormField
        label={t('audit.from')}
        name="from"
        defaultValue={filter.from && format.date(filter.from)}
        placeholder={example}
      />
      <FormField
        label={t('audit.to')}
        name="to"
        defaultValue={filter.to && format.date(filter.to)}
        placeholder={example}
      />
      <Button>{t('audit.filter')}</Button>
    </Form>
  );
}

function useColumns(): Column<AuditRow>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      key: 'at',
      label: t('audit.at'),
      isName: true,
      cell: (row) => <time dateTime={row.at}>{format.dateTime(row.at)}</time>,
    },
    { key: 'act', label: t('audit.act'), cell: (row) => wordOf(t, row.act) },
    {
      key: 'position',
      label: t('audit.position'),
      cell: (row) => (
        <>
          {row.position ?? (row.person ? '' : t('audit.system'))}{' '}
          {row.onBehalf && <span className="quiet">{t('audit.onBehalf')}</span>}
        </>
      ),
    },
    { key: 'person', label: t('audit.person'), cell: (row) => row.person },
    { key: 'subject', label: t('audit.subject'), cell: (row) => <Subject row={row} /> },
    { key: 'outcome', label: t('audit.outcome'), cell: (row) => t(`auditOutcome.${row.outcome}`) },
    { key: 'address', label: t('audit.address'), cell: (row) => row.address },
  ];
}

function Subject({ row }: { row: AuditRow }) {
  const t = useT();
  const details = row.detail.map(({ name, value }) => `${wordOf(t, name, 'auditDetail')} ${toValue(t, name, value)}`);
  return (
    <>
      {row.href ? <Link to={row.href}>{row.subject}</Link> : row.subject}{' '}
      <span className="quiet">{details.join(' · ')}</span>
    </>
  );
}

const topicOf: Record<string, string> = {
  ...{ status: 'runStatus', source: 'runSource', refusal: 'actRefusal', reason: 'auditReason', by: 'auditReason' },
};

function toValue(t: Translate, name: string, value: string): string {
  const topic = topicOf[name];
  return topic ? wordOf(t, value, topic) : value;
}

/** A code without a word of its own shows as it is. */
function wordOf(t: Translate, code: string, topic = 'auditAct'): string {
  const key = `${topic}.${code}`;
  const word = t(key as MessageKey & 'auditAct.load');
  return word === key ? code : word;
}

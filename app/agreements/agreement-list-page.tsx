import { EmptyState } from '#app/components/empty-state.tsx';
import { ErrorNote } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { Board } from '#app/components/layout.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { Panel } from '#app/components/panel.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { SegmentedControl } from '#app/components/segmented-control.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { NumberSheet } from '#app/sheet/number-sheet.tsx';
import { AgreementTable } from './agreement-table.tsx';
import type { AgreementKind, AgreementListView } from './agreement-view.ts';

const KINDS: AgreementKind[] = ['PM_MIN', 'MIN_PS', 'MIN_HEAD', 'PS_DG', 'PS_GOV'];

/** The agreements of a year, filtered by type and by signature. */
export function AgreementListPage({ view }: { view: AgreementListView }) {
  const t = useT();
  const f = useFormat();
  const here = useHereHref();
  const year = f.fiscalYear(view.fiscalYear);
  const rows = valueOf(view.agreements) ?? [];
  return (
    <>
      <Board kind="list">
        <Headline
          sentence={useListSentence(view)}
          asOf={f.date(view.asOfOn)}
          publication={view.publicationId ?? undefined}
        />
        <Filters view={view} />
        <Panel
          title={t('agreement.listPanel', { unit: view.unit.name })}
          subtitle={`${f.round(view.round)} ${year}`}
          state={view.agreements.ok ? 'ok' : 'failed'}
          className="span-12"
        >
          {rows.length === 0 ? (
            <EmptyState what={t('agreement.listNone', { year, unit: view.unit.name })} />
          ) : (
            <AgreementTable rows={rows} round={view.round} />
          )}
          <Pagination page={view.page} pages={view.pages} hrefFor={(page) => here({ page })} />
        </Panel>
      </Board>
      <NumberSheet view={view.sheet} />
    </>
  );
}

function useListSentence({ counts, fiscalYear, unit }: AgreementListView): string {
  const t = useT();
  const year = useFormat().fiscalYear(fiscalYear);
  if (counts.total === 0) return t('agreement.listNone', { year, unit: unit.name });
  const lacks = counts.lacksSystem > 0 && t('agreement.listLacks', { count: counts.lacksSystem });
  return [t('agreement.listSentence', { ...counts, year }), lacks].filter(Boolean).join(' · ');
}

function Filters({ view }: { view: AgreementListView }) {
  const t = useT();
  const f = useFormat();
  const here = useHereHref();
  const { type, signed } = view.filter;
  return (
    <div className="side-by-side">
      <SegmentedControl
        label={t('agreement.filterSigned')}
        items={[
          {
            label: t('agreement.all'),
            href: here({ signed: null, page: null }),
            current: signed === null,
            count: view.counts.total,
          },
          {
            label: t('agreement.signed'),
            href: here({ signed: 'yes', page: null }),
            current: signed === true,
            count: view.counts.signed,
          },
          {
            label: t('agreement.unsigned'),
            href: here({ signed: 'no', page: null }),
            current: signed === false,
            count: view.counts.unsigned,
          },
        ]}
      />
      {!view.years.ok && <ErrorNote />}
      {view.years.ok && view.years.value.length > 1 && (
        <SegmentedControl
          label={t('agreement.filterYear')}
          items={view.years.value.slice(0, 4).map((year) => ({
            label: f.fiscalYear(year),
            href: here({ fy: year, round: null, page: null }),
            current: year === view.fiscalYear,
          }))}
        />
      )}
      <SegmentedControl
        label={t('agreement.filterType')}
        items={[
          { label: t('agreement.all'), href: here({ type: null, page: null }), current: type === null },
          ...KINDS.slice(0, 4).map((kind) => ({
            label: t(`agreement.${kind}`),
            href: here({ type: kind, page: null }),
            current: type === kind,
          })),
        ]}
      />
    </div>
  );
}

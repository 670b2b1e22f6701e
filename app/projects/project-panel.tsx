import { Link } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { useFormat } from '#app/components/format.ts';
import { Pagination } from '#app/components/pagination.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { Panel } from '#app/components/panel.tsx';
import { SegmentedControl } from '#app/components/segmented-control.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { ProjectTable } from './project-table.tsx';
import type { ProjectSort, ProjectsView, ProjectTableView } from './projects-view.ts';

const TITLES = {
  slip: 'projects.tableSlip',
  cost: 'projects.tableCost',
  gap: 'projects.tableGap',
  value: 'projects.tableValue',
  name: 'projects.tableName',
} as const satisfies Record<ProjectSort, string>;

/** What is shown of the portfolio, the table, and the way to all of it. */
export function ProjectPanel({ view }: { view: ProjectsView }) {
  const t = useT();
  const { table, query } = view;
  const title = t(TITLES[query.sort]);
  if (!table.ok) return <Panel title={title} className="span-12" state="failed" />;
  return (
    <section className="panel span-12 project-panel" aria-label={title}>
      <FilterBar view={view} matches={table.value.matches} title={title} />
      <TableOrNothing view={view} table={table.value} />
    </section>
  );
}

function FilterBar({ view, matches, title }: { view: ProjectsView; matches: number; title: string }) {
  const t = useT();
  const format = useFormat();
  const here = useHereHref();
  const { query, total } = view;
  const slice = view.sliceName && valueOf(view.sliceName);
  const isAll = !query.late && !query.status && !query.gate;
  const countOf = (key: 'projects' | 'lateOver30Days' | 'atRisk' | 'gatesBlocking') =>
    total ? format.number(total[key]) : '–';
  const only = (changes: { late?: 1; status?: string; gate?: string }) =>
    here({ late: null, status: null, gate: null, page: null, ...changes });
  return (
    <div className="side-by-side project-filters">
      <SegmentedControl
        label={t('projects.filterTitle')}
        items={[
          { label: t('projects.all'), href: only({}), current: isAll, count: countOf('projects') },
          {
            label: t('projects.lateOnly'),
            href: only({ late: 1 }),
            current: query.late,
            count: countOf('lateOver30Days'),
          },
          {
            label: t('projects.atRisk'),
            href: only({ status: 'at_risk' }),
            current: query.status === 'at_risk',
            count: countOf('atRisk'),
          },
          {
            label: t('projects.gateBlocking'),
            href: only({ gate: 'blocking' }),
            current: query.gate === 'blocking',
            count: countOf('gatesBlocking'),
          },
        ]}
      />
      <Link className="button" to={here({ sheet: 'filters' })} preventScrollReset state={{ sheetOpened: true }}>
        {slice ? t('projects.filtersOn', { what: slice }) : t('projects.filters')}
      </Link>
      <h2 className="project-order">{title}</h2>
      {query.page === null && matches > 1 && (
        <Link className="action-link" to={here({ page: 1 })}>
          {t('projects.seeAll', { count: format.number(matches) })}
        </Link>
      )}
    </div>
  );
}

function TableOrNothing({ view, table }: { view: ProjectsView; table: ProjectTableView }) {
  const t = useT();
  const here = useHereHref();
  if (table.rows.length === 0)
    return (
      <EmptyState what={t('projects.noMatch')} action={{ label: t('projects.clearFilters'), href: here(CLEARED) }} />
    );
  return (
    <>
      <ProjectTable
        rows={table.rows}
        query={view.query}
        phases={valueOf(view.phases) ?? []}
        today={view.asOfOn}
        isCompact={view.query.page === null}
      />
      {view.query.page !== null && (
        <Pagination page={table.page} pages={table.pages} hrefFor={(page) => here({ page })} />
      )}
    </>
  );
}

const CLEARED = Object.fromEntries(
  ['phase', 'status', 'system', 'layer', 'strategy', 'province', 'indicator', 'gate', 'late', 'slice', 'page'].map(
    (key) => [key, null],
  ),
);

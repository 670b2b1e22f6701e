import { EmptyState } from '#app/components/empty-state.tsx';
import { ErrorNote } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { Board, Page } from '#app/components/layout.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { NumberSheet } from '#app/sheet/number-sheet.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import { Pipeline } from './pipeline.tsx';
import { ProjectPanel } from './project-panel.tsx';
import type { ProjectsView } from './projects-view.ts';
import { useProjectsHeadline } from './use-projects-headline.ts';

/** The portfolio: five phases with count and money, then the projects, worst first. */
export function ProjectsPage({ view }: { view: ProjectsView }) {
  const body = (
    <>
      <ProjectsHeadline view={view} />
      <ProjectsBody view={view} />
      <NumberSheet view={view.sheet} />
      {view.options && <FilterSheet view={view} options={view.options} />}
    </>
  );
  return view.query.page === null ? <Board kind="list">{body}</Board> : <Page>{body}</Page>;
}

function ProjectsHeadline({ view }: { view: ProjectsView }) {
  const t = useT();
  const format = useFormat();
  const href = useScopeHref();
  const slowest = valueOf(view.slowest);
  const { sliceName } = view;
  // A table that could not be read says so itself.
  const isUnread = sliceName?.ok === false || (!view.slowest.ok && view.table.ok);
  return (
    <Headline
      sentence={useProjectsHeadline(view)}
      action={slowest ? { label: t('projects.openSlowest'), href: href(`/projects/${slowest.code}`) } : undefined}
      asOf={format.date(view.asOfOn)}
      certainty={view.certainty ?? undefined}
      publication={view.publicationId ?? undefined}
    >
      {sliceName?.ok && <span>{sliceName.value}</span>}
      {isUnread && <ErrorNote />}
    </Headline>
  );
}

function ProjectsBody({ view }: { view: ProjectsView }) {
  const t = useT();
  const format = useFormat();
  if (view.total?.projects === 0 && !view.hasFilters && view.table.ok && view.table.value.matches === 0)
    return (
      <Panel title={t('nav.projects')} className="span-12">
        <EmptyState
          what={t('projects.noneYet', { unit: view.unit.name, year: format.fiscalYear(view.fiscalYear) })}
          who={view.unit.name}
        />
      </Panel>
    );
  return (
    <>
      <Pipeline view={view} />
      <ProjectPanel view={view} />
    </>
  );
}

import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { Page } from '#app/components/layout.tsx';
import { StatusBadge } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { NumberSheet } from '#app/sheet/number-sheet.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { GatePanel } from './gate-panel.tsx';
import { LinksPanel } from './links-panel.tsx';
import { MilestonesPanel } from './milestones-panel.tsx';
import { MoneyPanel } from './money-panel.tsx';
import type { ProjectFacts, ProjectView } from './project-view.ts';
import { negated } from './projects-series.ts';
import { SchedulePanel } from './schedule-panel.tsx';

/** One project, verdict first. */
export function ProjectPage({ view }: { view: ProjectView }) {
  const t = useT();
  const format = useFormat();
  const scopeHref = useScopeHref();
  const { project } = view;
  return (
    <Page>
      <Breadcrumb
        items={[
          { label: t('nav.projects'), href: scopeHref('/projects') },
          { label: project.unitName, href: scopeHref('/projects', { unit: project.unitCode }) },
          { label: project.code },
        ]}
      />
      <p className="t20 strong lines-2 project-title">{project.name}</p>
      <Headline
        sentence={useVerdict(project)}
        asOf={format.date(view.asOfOn)}
        publication={view.publicationId ?? undefined}
        classification={project.classification}
      >
        <StatusBadge status={project.status} kind="project" tinted />
      </Headline>
      <Flags flags={project.flags} />
      <div className="columns-2">
        <SchedulePanel view={view} />
        <MoneyPanel view={view} />
        <MilestonesPanel view={view} />
        <GatePanel project={project} />
        <LinksPanel view={view} />
        <FactsPanel view={view} />
      </div>
      <NumberSheet view={view.sheet} />
    </Page>
  );
}

/** Late or not, work against its plan, spending, cost. */
function useVerdict(project: ProjectFacts): string {
  const t = useT();
  const format = useFormat();
  const { slipDays, actualEndOn, percentDone, plannedPercent, spentShare, costVariance } = project;
  const days = format.number(slipDays ?? 0);
  const slip = actualEndOn
    ? t(slipDays ? 'projects.finishedLate' : 'projects.finishedOnTime', { days })
    : t(slipDays ? 'projects.daysLate' : 'projects.onTime', { days });
  const done = percentDone === null ? null : format.number(percentDone, 2);
  const work =
    done !== null &&
    (plannedPercent === null || actualEndOn
      ? t('projects.workOnly', { done })
      : t('projects.workOf', { done, planned: format.number(plannedPercent, 2) }));
  const spent = spentShare !== null && t('projects.spentOf', { spent: format.number(spentShare, 2) });
  const isOver = costVariance?.startsWith('-');
  const cost = isOver && t('projects.costOver', { percent: format.number(negated(costVariance!), 2) });
  return [slip, work, spent, cost].filter(Boolean).join(' · ');
}

const FLAGS = ['forecast_past', 'forecast_missing', 'money_and_work_apart', 'gate_blocking'] as const;

/** What cannot be right or needs an answer, said in words. */
function Flags({ flags }: { flags: string[] }) {
  const t = useT();
  const known = FLAGS.filter((flag) => flags.includes(flag));
  if (known.length === 0) return null;
  return (
    <ul className="side-by-side project-flags">
      {known.map((flag) => (
        <li key={flag} className="project-flag">
          {t(`projects.flag_${flag}`)}
        </li>
      ))}
    </ul>
  );
}

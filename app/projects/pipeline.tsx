import { Link } from '@remix-run/react';
import { ErrorPanel } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import { StatusShape } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import type { PhaseView, ProjectsView } from './projects-view.ts';

/** The five phases in their order; a tap shows only that phase's projects, another all of them again. */
export function Pipeline({ view }: { view: ProjectsView }) {
  const t = useT();
  if (!view.phases.ok)
    return (
      <section className="panel" aria-label={t('projects.pipeline')}>
        <ErrorPanel />
      </section>
    );
  return (
    <nav aria-label={t('projects.pipeline')}>
      <ol className="pipeline">
        {view.phases.value.map((phase) => (
          <li key={phase.phase}>
            <PhaseLink phase={phase} isCurrent={view.query.phase === phase.phase} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function PhaseLink({ phase, isCurrent }: { phase: PhaseView; isCurrent: boolean }) {
  const t = useT();
  const format = useFormat();
  const href = useHereHref()({ phase: isCurrent ? null : phase.phase, page: null });
  const hasMoney = Number(phase.valueBaht) > 0;
  return (
    <Link to={href} className="phase" aria-current={isCurrent ? 'true' : undefined} preventScrollReset replace>
      <span className="phase-name lines-2">
        {t('projects.phaseShort', { phase: format.number(phase.phase), name: phase.name })}
      </span>
      <span className="phase-figures">
        <span className="t28 strong">{format.number(phase.projects)}</span>
        <span className="phase-word nowrap">{t('nav.projects')}</span>
        {phase.lateOver30Days > 0 && (
          <span className="phase-late is-below_plan nowrap">
            <StatusShape status="below_plan" />
            {t('projects.lateShort', { count: format.number(phase.lateOver30Days) })}
          </span>
        )}
      </span>
      <span className="phase-money">
        {hasMoney ? format.millionBaht(phase.valueBaht) : phase.projects > 0 ? t('projects.noMoney') : '–'}
      </span>
    </Link>
  );
}

import { SlipBar } from '#app/charts/slip-bar.tsx';
import { ErrorNote } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { SheetLink } from '#app/sheet/sheet-link.tsx';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { FactList } from './fact-list.tsx';
import type { ProjectView } from './project-view.ts';

/** Plan, forecast and actual end on one bar, and the five phases beneath it. */
export function SchedulePanel({ view }: { view: ProjectView }) {
  const t = useT();
  const format = useFormat();
  const { project, phases } = view;
  const { plannedStartOn: start, plannedEndOn: plan, forecastEndOn, actualEndOn, status } = project;
  const ends = [plan, forecastEndOn, actualEndOn, view.asOfOn].filter((on) => on !== null).sort();
  const dates: [string, string | null][] = [
    [t('projects.planStart'), start],
    [t('projects.planEnd'), plan],
    [t('projects.forecastEnd'), forecastEndOn],
    [t('projects.actualEnd'), actualEndOn],
  ];
  return (
    <Panel
      title={t('projects.schedule')}
      subtitle={t('projects.scheduleSubtitle')}
      action={<SheetLink sheet={sheetName.projectRecord(project.id)}>{t('projects.seeRecord')}</SheetLink>}
    >
      {start && plan && start < ends.at(-1)! && (
        <SlipBar
          dates={{ start, plan, forecast: forecastEndOn, finish: actualEndOn }}
          from={start}
          to={ends.at(-1)!}
          status={status}
        />
      )}
      <FactList facts={dates.flatMap(([label, on]) => (on ? [{ label, value: format.date(on) }] : []))} />
      {phases.ok ? (
        <ol className="phase-steps" aria-label={t('projects.phase')}>
          {phases.value.map((phase) => (
            <li key={phase.code} aria-current={Number(phase.code) === project.phase ? 'step' : undefined}>
              {t('projects.phaseOf', { phase: phase.code, name: phase.shortName })}
            </li>
          ))}
        </ol>
      ) : (
        <ErrorNote />
      )}
    </Panel>
  );
}

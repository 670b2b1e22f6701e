import { useFigures } from '#app/components/format.ts';
import { Link } from '@remix-run/react';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { valueOf, type PanelData } from '#app/components/panel-data.ts';
import { StatusBadge, StatusShape } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import type { BelowView, LateProject, ScoredUnit } from './strategic-view.ts';
import { UnitRows } from './unit-rows.tsx';

/** `isRunning`: the round is not over, so that what is below plan may still be made good. */
type Props = { below: PanelData<BelowView>; unitName: string; isRunning: boolean };

/** Who pulls it down: the departments furthest below plan; a department without any reads its late projects. */
export function BelowPanel({ below, unitName, isRunning }: Props) {
  const view = valueOf(below);
  if (!view) return <Failed />;
  return view.kind === 'units' ? (
    <UnitsPanel {...view} isRunning={isRunning} />
  ) : (
    <ProjectsPanel projects={view.projects} unitName={unitName} />
  );
}

function Failed() {
  return <Panel title={useT()('strategic.unitsSubtitle')} state="failed" className="span-4" />;
}

type UnitsProps = { units: ScoredUnit[]; total: number; endangered: number; isRunning: boolean };

function UnitsPanel({ units, total, endangered, isRunning }: UnitsProps) {
  const t = useT();
  const href = useScopeHref();
  return (
    <Panel
      title={
        endangered > 0
          ? t(isRunning ? 'strategic.unitsAtRisk' : 'strategic.unitsBelow', { count: endangered, total })
          : t('strategic.unitsFine', { total })
      }
      action={<Link to={href('/tactical')}>{t('nav.seeAll')}</Link>}
      className="span-4"
    >
      <UnitRows units={units} />
    </Panel>
  );
}

function ProjectsPanel({ projects, unitName }: { projects: LateProject[]; unitName: string }) {
  const t = useT();
  const f = useFigures();
  const href = useScopeHref();
  return (
    <Panel
      title={projects.length > 0 ? t('strategic.projects') : t('strategic.projectsNone')}
      action={<Link to={href('/projects')}>{t('nav.seeAll')}</Link>}
      className="span-4"
    >
      <ListRows>
        {projects.map((one) => (
          <ListRow
            key={one.code}
            href={href(`/projects/${one.code}`)}
            leading={<StatusShape status={one.status} />}
            primary={one.name}
            secondary={one.unitName === unitName ? undefined : one.unitName}
            trailing={
              one.slipDays !== null && one.slipDays > 0 ? (
                <span className="number strong">{t('measure.days', { count: f.number(one.slipDays) })}</span>
              ) : (
                <StatusBadge status={one.status} kind="project" />
              )
            }
          />
        ))}
      </ListRows>
    </Panel>
  );
}

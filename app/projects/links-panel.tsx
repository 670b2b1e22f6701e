import { EmptyState } from '#app/components/empty-state.tsx';
import { useFormat } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { StatusBadge } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import type { ProjectView } from './project-view.ts';

/** The indicator that the project serves, and the agreements that promise it. */
export function LinksPanel({ view }: { view: ProjectView }) {
  const t = useT();
  const format = useFormat();
  const scopeHref = useScopeHref();
  const { served, project } = view;
  if (!served.ok) return <Panel title={t('projects.links')} state="failed" />;
  const { indicator, kpis } = served.value ?? { indicator: null, kpis: [] };
  if (!indicator)
    return (
      <Panel title={t('projects.links')}>
        <EmptyState what={t('projects.servesNothing')} who={project.unitName} />
      </Panel>
    );
  return (
    <Panel title={t('projects.links')}>
      <ListRows label={t('projects.links')}>
        <ListRow
          href={scopeHref(`/indicators/${indicator.code}`, { unit: project.unitCode })}
          primary={indicator.name}
          secondary={t('nav.indicators')}
        />
        {kpis.map((kpi) => (
          <ListRow
            key={kpi.kpiId}
            href={scopeHref(`/agreements/${kpi.agreementId}`)}
            primary={t('projects.kpiOf', {
              no: kpi.kpiNo,
              unit: kpi.unitShortName,
              year: format.fiscalYear(kpi.fiscalYear),
            })}
            secondary={`${t('nav.agreements')} · ${t(`agreement.${kpi.type}`)}`}
            trailing={
              kpi.score !== null && (
                <>
                  <span className="strong">{format.score(kpi.score)}</span>
                  {kpi.status && <StatusBadge status={kpi.status} />}
                </>
              )
            }
          />
        ))}
      </ListRows>
    </Panel>
  );
}

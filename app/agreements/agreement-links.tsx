import { useFigures } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { StatusBadge, StatusShape } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import type { AgreementPageView, KpiLinkView } from './agreement-view.ts';

const SHOWN = 12;

/** KPIs above that this agreement serves, and those below that serve it; the first few, and the rest one tap away. */
export function AgreementLinks({ view }: { view: Pick<AgreementPageView, 'links'> }) {
  const t = useT();
  const links = valueOf(view.links) ?? [];
  return (
    <Panel
      title={links.length > 0 || !view.links.ok ? t('agreement.links') : t('agreement.linksNone')}
      state={view.links.ok ? 'ok' : 'failed'}
    >
      <LinkRows links={links.slice(0, SHOWN)} />
      {links.length > SHOWN && (
        <details>
          <summary className="action-link">{t('nav.more', { count: links.length - SHOWN })}</summary>
          <LinkRows links={links.slice(SHOWN)} />
        </details>
      )}
    </Panel>
  );
}

function LinkRows({ links }: { links: KpiLinkView[] }) {
  const t = useT();
  const f = useFigures();
  const href = useScopeHref();
  return (
    <ListRows>
      {links.map((link) => (
        <ListRow
          key={`${link.ofKpiId}-${link.direction}-${link.kpiId}`}
          href={href(`/agreements/${link.agreementId}`)}
          leading={link.status && <StatusShape status={link.status} />}
          primary={link.name}
          secondary={[
            t(`agreement.${link.direction}`, { no: link.kpiNo, unit: link.unitName }),
            link.linkType && t(`agreement.${link.linkType}`),
          ]
            .filter(Boolean)
            .join(' · ')}
          trailing={<span className="number strong">{link.score === null ? '–' : f.score(link.score)}</span>}
        />
      ))}
    </ListRows>
  );
}

/** Projects below the agreement's unit that serve its indicators. */
export function ServingProjects({ view }: { view: Pick<AgreementPageView, 'projects'> }) {
  const t = useT();
  const f = useFigures();
  const href = useScopeHref();
  const projects = valueOf(view.projects) ?? [];
  return (
    <Panel
      title={projects.length > 0 || !view.projects.ok ? t('agreement.projects') : t('agreement.projectsNone')}
      state={view.projects.ok ? 'ok' : 'failed'}
    >
      <ListRows>
        {projects.slice(0, SHOWN).map((project) => (
          <ListRow
            key={`${project.kpiId}-${project.code}`}
            href={href(`/projects/${encodeURIComponent(project.code)}`)}
            leading={<StatusShape status={project.status} />}
            primary={project.name}
            secondary={project.unitName}
            trailing={
              project.slipDays !== null && project.slipDays > 0 ? (
                <span className="number strong">{t('agreement.late', { days: f.number(project.slipDays) })}</span>
              ) : (
                <StatusBadge status={project.status} kind="project" />
              )
            }
          />
        ))}
      </ListRows>
    </Panel>
  );
}

import { Link } from '@remix-run/react';
import { DataStateMark } from '#app/components/data-state-mark.tsx';
import { useFormat } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import type { UnitPageView } from './unit-view.ts';

/** How many projects, worth how much, how many late. */
export function UnitProjects({ view }: { view: Pick<UnitPageView, 'projects' | 'unit'> }) {
  const t = useT();
  const f = useFormat();
  const href = useScopeHref();
  const all = valueOf(view.projects);
  return (
    <Panel
      title={
        all
          ? t('unitPage.projects', { total: f.number(all.projects) })
          : t(view.projects.ok ? 'unitPage.projectsNone' : 'nav.projects')
      }
      state={view.projects.ok ? 'ok' : 'failed'}
      action={<Link to={href('/projects', { unit: view.unit.code })}>{t('nav.seeAll')}</Link>}
    >
      {all && (
        <p>
          {t('unitPage.projectsValue', { amount: f.millionBahtFigure(all.valueBaht) })} ·{' '}
          {t('unitPage.projectsLate', { count: f.number(all.lateOver30Days) })}
        </p>
      )}
    </Panel>
  );
}

/** The running year's reports of the unit and those below, by state. */
export function UnitDeliveries({ view }: { view: UnitPageView }) {
  const t = useT();
  const f = useFormat();
  const href = useScopeHref();
  const states = valueOf(view.deliveries) ?? [];
  return (
    <Panel
      title={states.length > 0 || !view.deliveries.ok ? t('unitPage.deliveries') : t('unitPage.deliveriesNone')}
      state={view.deliveries.ok ? 'ok' : 'failed'}
      action={<Link to={href('/operational', { unit: view.unit.code })}>{t('nav.seeAll')}</Link>}
    >
      <ul className="side-by-side">
        {states.map((one) => (
          <li key={one.state} className="side-by-side">
            <DataStateMark state={one.state} />
            <strong>{f.number(one.count)}</strong>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

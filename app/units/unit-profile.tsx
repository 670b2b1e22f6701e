import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorNote } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import type { Translate } from '#domain/messages/words.ts';
import type { UnitPageView } from './unit-view.ts';

/** Name, kind, level, other names, and what it followed. */
export function UnitProfile({ view }: { view: UnitPageView }) {
  const t = useT();
  const f = useFormat();
  const href = useScopeHref();
  const { unit } = view;
  const { aliases, lineage } = valueOf(view.names) ?? { aliases: [], lineage: [] };
  const facts: [string, ReactNode][] = [
    [t('unitPage.code'), unit.code],
    [t('unitPage.shortName'), unit.shortName === unit.name ? null : unit.shortName],
    [t('unitPage.level'), t(`unitPage.${unit.level}`)],
    [t('unitPage.kind'), kindOf(unit.kind, t)],
    [t('unitPage.validFrom'), unit.validFrom && f.date(unit.validFrom)],
    [t('unitPage.validTo'), unit.validTo && f.date(unit.validTo)],
    ...lineage.map((one): [string, ReactNode] => [
      t(`unitPage.${one.relation}`),
      <Link key={one.code} to={href(`/units/${one.code}`, { unit: null })}>
        {one.name}
      </Link>,
    ]),
    [t('unitPage.aliases'), aliases.join(' · ')],
  ];
  return (
    <Panel title={t('unitPage.profile')}>
      <dl className="fact-list">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {!view.names.ok && <ErrorNote />}
    </Panel>
  );
}

function kindOf(kind: string, t: Translate): string {
  switch (kind) {
    case 'ministry':
    case 'department':
    case 'public_org':
    case 'state_enterprise':
    case 'independent':
      return t(`unitPage.kind_${kind}`);
    default:
      return kind;
  }
}

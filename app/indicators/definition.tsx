import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { toRuleName } from '#app/sheet/rule-name.ts';
import type { IndicatorPageView } from './indicator-view.ts';

/** What the indicator means and by which rules it is added up. */
export function Definition({ view }: { view: IndicatorPageView }) {
  const t = useT();
  const f = useFormat();
  const href = useScopeHref();
  const { indicator } = view;
  const facts: [string, ReactNode][] = [
    [t('indicatorPage.what'), indicator.definition],
    [t('indicatorPage.formula'), indicator.formula],
    [t('indicatorPage.source'), indicator.source],
    [
      t('indicatorPage.owner'),
      <Link key="owner" to={href(`/units/${indicator.owner.code}`)}>
        {indicator.owner.name}
      </Link>,
    ],
    [t('indicatorPage.unitOfMeasure'), indicator.unitOfMeasure],
    [t('indicatorPage.direction'), t(`indicatorPage.${indicator.direction}`)],
    [t('indicatorPage.frequency'), t(`indicatorPage.${indicator.frequency}`)],
    [t('indicatorPage.orgRollup'), toRuleName(indicator.orgRollup, t)],
    [t('indicatorPage.timeRollup'), toRuleName(indicator.timeRollup, t)],
    [t('indicatorPage.ofRecord'), t(`indicatorPage.${indicator.ofRecord}`)],
    [t('indicatorPage.tolerance'), f.percent(Number(indicator.tolerance) * 100)],
    [t('indicatorPage.strategy'), indicator.strategy],
    [t('indicatorPage.system'), indicator.system],
    [t('indicatorPage.layer'), indicator.layer],
    [t('indicatorPage.version'), String(indicator.version)],
  ];
  return (
    <Panel title={t('indicatorPage.definition')} subtitle={indicator.code}>
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
    </Panel>
  );
}

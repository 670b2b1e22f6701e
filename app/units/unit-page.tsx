import { Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { Page } from '#app/components/layout.tsx';
import { Panel } from '#app/components/panel.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { NumberSheet } from '#app/sheet/number-sheet.tsx';
import { KeyFigures } from './key-figures.tsx';
import { UnitAgreements } from './unit-agreements.tsx';
import { UnitDeliveries, UnitProjects } from './unit-deliveries.tsx';
import { UnitMoney } from './unit-money.tsx';
import { UnitProfile } from './unit-profile.tsx';
import type { UnitLinkView, UnitPageView } from './unit-view.ts';

/** One unit, from what it is to what it owes. */
export function UnitPage({ view }: { view: UnitPageView }) {
  const t = useT();
  const f = useFormat();
  const href = useScopeHref();
  const { parent } = view.unit;
  return (
    <Page>
      <Breadcrumb
        items={[
          ...(parent ? [{ label: parent.name, href: href(`/units/${parent.code}`) }] : []),
          { label: view.unit.name },
        ]}
      />
      <Headline
        sentence={useSentence(view)}
        certainty={view.certainty ?? undefined}
        asOf={f.date(view.asOfOn)}
        publication={view.publicationId ?? undefined}
      >
        <Link to={href('/strategic', { unit: view.unit.code })}>{t('unitPage.toStrategic')}</Link>
      </Headline>
      <div className="columns-2">
        <UnitProfile view={view} />
        <UnitAgreements agreements={view.agreements} />
      </div>
      <KeyFigures view={view} />
      <div className="columns-2 is-wide">
        <UnitMoney money={view.money} />
        <div className="stack">
          <UnitProjects view={view} />
          <UnitDeliveries view={view} />
        </div>
      </div>
      <UnitLinks title={t('unitPage.children')} units={view.children} />
      <UnitLinks title={t('unitPage.sisters')} units={view.sisters} />
      <NumberSheet view={view.sheet} />
    </Page>
  );
}

function useSentence(view: UnitPageView): string {
  const t = useT();
  const f = useFormat();
  if (view.unit.validTo) return `${view.unit.name} · ${t('unitPage.former')}`;
  // Not read is not none.
  if (!view.agreements.ok) return view.unit.name;
  const scored = view.agreements.value.find((one) => one.score !== null && one.fiscalYear === view.fiscalYear);
  if (!scored?.score) return t('unitPage.sentenceNone', { unit: view.unit.name });
  const when = `${f.round(scored.round ?? view.round)} ${f.fiscalYear(scored.fiscalYear)}`;
  return t('unitPage.sentence', { unit: view.unit.name, score: f.score(scored.score), when });
}

function UnitLinks({ title, units: read }: { title: string; units: PanelData<UnitLinkView[]> }) {
  const href = useScopeHref();
  if (!read.ok) return <Panel title={title} state="failed" />;
  const units = read.value;
  if (units.length === 0) return null;
  return (
    <Panel title={title}>
      <ul className="unit-links">
        {units.map((unit) => (
          <li key={unit.code}>
            <Link className="action-link" to={href(`/units/${unit.code}`, { unit: null })}>
              {unit.name}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

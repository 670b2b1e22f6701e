import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { ErrorNote } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { Page } from '#app/components/layout.tsx';
import { Panel } from '#app/components/panel.tsx';
import { SegmentedControl } from '#app/components/segmented-control.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref, useScopeHref } from '#app/filters/scope-href.ts';
import { NumberSheet } from '#app/sheet/number-sheet.tsx';
import { AgreementLinks, ServingProjects } from './agreement-links.tsx';
import { KpiTables } from './kpi-tables.tsx';
import { SigningBadges } from './signing-badges.tsx';
import type { AgreementPageView, Holder, Party } from './agreement-view.ts';

/** One agreement, read-only. */
export function AgreementPage({ view }: { view: AgreementPageView }) {
  const t = useT();
  const f = useFormat();
  const href = useScopeHref();
  return (
    <Page>
      <Breadcrumb
        items={[
          { label: t('nav.agreements'), href: href('/agreements') },
          { label: view.ministry.name, href: href(`/units/${view.ministry.code}`) },
          { label: view.title },
        ]}
      />
      <Headline
        sentence={useSentence(view)}
        certainty={view.certainty ?? undefined}
        asOf={f.date(view.asOfOn)}
        publication={view.publicationId ?? undefined}
      >
        <SigningBadges agreement={view} />
      </Headline>
      <div className="columns-2">
        <Panel title={t('agreement.parties')}>
          <PartyLines label={t('agreement.maker')} party={view.maker} />
          <PartyLines label={t('agreement.recipient')} party={view.recipient} />
        </Panel>
        <RoundsPanel view={view} />
      </div>
      <KpiTables view={view} />
      <div className="columns-2">
        <AgreementLinks view={view} />
        <ServingProjects view={view} />
      </div>
      <NumberSheet view={view.sheet} />
    </Page>
  );
}

function useSentence(view: AgreementPageView): string {
  const t = useT();
  const f = useFormat();
  const score = view.rounds.find((one) => one.round === view.round)?.score;
  const names = {
    maker: view.maker.positionTitle,
    recipient: view.recipient.positionTitle,
    year: f.fiscalYear(view.fiscalYear),
  };
  const result = score && t('agreement.sentenceScore', { score: f.score(score) });
  return [t('agreement.sentence', names), result].filter(Boolean).join(' ');
}

function PartyLines({ label, party }: { label: string; party: Party }) {
  return (
    <p>
      <span className="quiet">{label}</span> <strong>{party.positionTitle}</strong>
      <br />
      {party.holders.ok ? <Holders holders={party.holders.value} /> : <ErrorNote />}
    </p>
  );
}

function Holders({ holders }: { holders: Holder[] }) {
  const t = useT();
  if (holders.length === 0) return <>{t('agreement.holderNone')}</>;
  return (
    <>
      {holders
        .map((holder) => (holder.acting ? `${holder.name} (${t(`agreement.${holder.acting}`)})` : holder.name))
        .join(' · ')}
    </>
  );
}

function RoundsPanel({ view }: { view: AgreementPageView }) {
  const t = useT();
  const f = useFormat();
  const here = useHereHref();
  return (
    <Panel title={t('agreement.rounds')}>
      <div className="side-by-side">
        <SegmentedControl
          label={t('agreement.rounds')}
          items={view.rounds.map((one) => ({
            label: t('agreement.roundShort', { months: one.round }),
            count: one.score === null ? t('agreement.roundNone') : f.score(one.score),
            href: here({ round: one.round }),
            current: one.round === view.round,
          }))}
        />
      </div>
    </Panel>
  );
}

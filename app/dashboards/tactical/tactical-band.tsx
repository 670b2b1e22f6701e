import { Link } from '@remix-run/react';
import { LinkButton } from '#app/components/button.tsx';
import { useFormat } from '#app/components/format.ts';
import { SegmentedControl } from '#app/components/segmented-control.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import type { MessageKey } from '#domain/messages/words.ts';
import { toPlainName } from './tactical-series.ts';
import type { RowLink, Show, TacticalView } from './tactical-view.ts';
import { useRowHref } from './use-row-href.ts';

/** What the button beside the sentence opens. */
const NEXT = {
  kpi: 'strategic.openKpi',
  agreement: 'tactical.openAgreement',
  unit: 'tactical.openUnit',
} as const satisfies Record<RowLink['kind'], MessageKey>;

const SHOWS = ['rank', 'heat', 'trend'] as const satisfies readonly Show[];

/** The three views, what they are compared with, and the one thing to do next. */
export function TacticalBand({ view }: { view: TacticalView }) {
  const t = useT();
  const here = useHereHref();
  return (
    <div className="tactical-band">
      <SegmentedControl
        label={t('tactical.views')}
        items={SHOWS.map((show) => ({
          label: t(`tactical.${show}`),
          href: here({ show: show === 'rank' ? null : show, page: null }),
          current: view.query.show === show,
        }))}
      />
      {view.query.show !== 'heat' && !(view.query.show === 'trend' && view.kind === 'kpis') && (
        <Link
          className="button tactical-compare"
          to={here({ sheet: 'compare' })}
          preventScrollReset
          state={{ sheetOpened: true }}
        >
          <CompareWords view={view} />
        </Link>
      )}
      <NextStep view={view} />
    </div>
  );
}

function CompareWords({ view }: { view: TacticalView }) {
  const t = useT();
  const format = useFormat();
  const { compare, trend } = view;
  const pair = trend?.ok ? trend.value.pair : null;
  if (pair)
    return (
      <>
        {t('tactical.comparePair', {
          first: toPlainName(pair.first.name, 20),
          second: toPlainName(pair.second.name, 20),
        })}
      </>
    );
  if (view.query.show === 'trend') return <>{t('tactical.choosePair')}</>;
  const what = t('tactical.roundOf', {
    round: format.round(compare.round),
    year: format.fiscalYear(compare.fiscalYear),
  });
  return <>{t('tactical.compareWith', { what })}</>;
}

function NextStep({ view }: { view: TacticalView }) {
  const t = useT();
  const here = useHereHref();
  const rowHref = useRowHref(view.round);
  const { worst } = view.summary;
  if (view.checks?.ok && view.checks.value.below3 > 0 && view.query.check !== 'below3')
    return (
      <LinkButton kind="primary" className="tactical-next" to={here({ check: 'below3', show: null, page: null })}>
        {t('tactical.openBelow3')}
      </LinkButton>
    );
  if (!worst) return null;
  const isKpi = worst.link.kind === 'kpi';
  return (
    <LinkButton
      kind="primary"
      className="tactical-next"
      to={rowHref(worst.link)}
      preventScrollReset={isKpi}
      state={isKpi ? { sheetOpened: true } : undefined}
    >
      <span className="lines-1">{t(NEXT[worst.link.kind])}</span>
    </LinkButton>
  );
}

import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { ErrorNote } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import { Headline } from '#app/components/headline.tsx';
import { Page } from '#app/components/layout.tsx';
import { toMeasured } from '#app/components/measured.ts';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { NumberSheet } from '#app/sheet/number-sheet.tsx';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { SheetLink } from '#app/sheet/sheet-link.tsx';
import { Definition } from './definition.tsx';
import { PeriodPanels } from './period-panels.tsx';
import { Promises } from './promises.tsx';
import type { IndicatorPageView } from './indicator-view.ts';

/** One indicator for one unit. */
export function IndicatorPage({ view }: { view: IndicatorPageView }) {
  const t = useT();
  const f = useFormat();
  const href = useScopeHref();
  const { indicator, unit, total } = view;
  return (
    <Page>
      <Breadcrumb items={[{ label: unit.name, href: href(`/units/${unit.code}`) }, { label: indicator.name }]} />
      <Headline
        sentence={useSentence(view)}
        asOf={f.date(view.asOfOn)}
        publication={view.publicationId ?? undefined}
        classification={indicator.classification}
      >
        {total && (
          <>
            <span>{t('freshness.reportedOf', { reported: total.unitsReported, expected: total.unitsExpected })}</span>
            <SheetLink sheet={sheetName.figure(unit.code, indicator.code, total.periodId, view.sliceId)}>
              {t('nav.seeDetail')}
            </SheetLink>
          </>
        )}
        <ApartNote view={view} />
      </Headline>
      <PeriodPanels view={view} />
      <Promises view={view} />
      <Definition view={view} />
      <NumberSheet view={view.sheet} />
    </Page>
  );
}

function useSentence(view: IndicatorPageView): string {
  const t = useT();
  const f = useFormat();
  const { indicator, unit, total, plan } = view;
  if (!total?.value)
    return t('indicatorPage.sentenceNone', {
      indicator: indicator.name,
      unit: unit.name,
      year: f.fiscalYear(view.fiscalYear),
    });
  const planned = plan.at(-1)?.plan;
  const year = f.fiscalYear(view.fiscalYear);
  return [
    t('indicatorPage.sentence', {
      indicator: indicator.name,
      unit: unit.name,
      value: toMeasured(f, total.value, indicator),
      // The year so far, and not its last period alone.
      when: total.through ? t('indicatorPage.sentenceThrough', { year, period: total.through }) : year,
    }),
    planned && t('indicatorPage.sentencePlan', { plan: toMeasured(f, planned, indicator) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function ApartNote({ view }: { view: IndicatorPageView }) {
  const t = useT();
  const f = useFormat();
  if (!view.apart.ok) return <ErrorNote />;
  const [apart] = view.apart.value;
  if (!apart) return null;
  const show = (value: string | null) => (value === null ? '–' : toMeasured(f, value, view.indicator));
  return (
    <strong>{`${apart.period}: ${t('indicatorPage.apart', { of: show(apart.ofRecord), other: show(apart.other) })}`}</strong>
  );
}

import { Link } from '@remix-run/react';
import { ScoreHero } from '#app/charts/bullet-chart.tsx';
import { ErrorNote } from '#app/components/error-panel.tsx';
import { useFigures, useFormat } from '#app/components/format.ts';
import type { HeadlineAction } from '#app/components/headline.tsx';
import { Board } from '#app/components/layout.tsx';
import { valueOf } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { useSheetHref } from '#app/sheet/sheet-link.tsx';
import { BelowPanel } from './below-panel.tsx';
import { PerspectivesPanel } from './perspectives-panel.tsx';
import { ScoreTrajectory } from './score-trajectory.tsx';
import { StatusStrip } from './status-strip.tsx';
import { StrategicHeadline } from './strategic-headline.tsx';
import { toScoreBullet } from './strategic-series.ts';
import { toAgreementSentence, toPreviousRoundWords, toWorst } from './strategic-sentence.ts';
import type { AgreementView } from './strategic-view.ts';
import { WeakestPanel } from './weakest-panel.tsx';

/** One agreement: score and way to it above, what it is made of and what endangers it below. */
export function AgreementBoard({ view }: { view: AgreementView }) {
  const t = useT();
  const f = useFormat();
  const href = useScopeHref();
  const statuses = valueOf(view.statuses);
  const agreementHref = `/agreements/${view.agreement.id}`;
  return (
    <Board kind="strategic">
      <StrategicHeadline
        view={view}
        sentence={toAgreementSentence(view, { t, f })}
        action={useNextStep(view)}
        coverage={Number(view.score.coverage) < 1 ? f.percent(Number(view.score.coverage) * 100, 0) : undefined}
      />
      <HeroPanel view={view} />
      <ScoreTrajectory view={view} />
      <PerspectivesPanel view={view} />
      <BelowPanel below={view.below} unitName={view.unit.name} isRunning={view.certainty === 'mid_round'} />
      <WeakestPanel weakest={view.weakest} round={view.round} />
      <StatusStrip
        label={
          statuses
            ? t('strategic.objectives', { count: statuses.reduce((sum, one) => sum + one.count, 0) })
            : t('nav.indicators')
        }
        statuses={view.statuses}
        running={view.running}
        hrefOf={(status) => href(agreementHref, { status })}
      />
    </Board>
  );
}

/** To what the sentence ends with. */
function useNextStep(view: AgreementView): HeadlineAction | undefined {
  const t = useT();
  const href = useScopeHref();
  const sheetHref = useSheetHref();
  const worst = toWorst(view);
  if (!worst) return undefined;
  if (worst.kind === 'unit')
    return { label: t('strategic.openUnit'), href: href('/strategic', { unit: worst.unit.unitCode }) };
  return {
    label: t('strategic.openKpi'),
    href: sheetHref(sheetName.kpiScore(worst.kpi.kpiId, view.round)),
    opensSheet: true,
  };
}

function HeroPanel({ view }: { view: AgreementView }) {
  const t = useT();
  const f = useFigures();
  const href = useScopeHref();
  const sheetHref = useSheetHref();
  const { score, agreement, counterpart } = view;
  const gap = score.gap === null ? null : Number(score.gap);
  const distance = { gap: f.score(Math.abs(gap ?? 0)) };
  const title =
    score.score === null || gap === null
      ? t('strategic.heroNone')
      : gap === 0
        ? t('strategic.heroEqual')
        : gap < 0
          ? t('strategic.heroBelow', distance)
          : t('strategic.heroAbove', distance);
  return (
    <ScoreHero
      className="span-5"
      title={title}
      subtitle={t(`strategic.hero_${agreement.type}`)}
      row={toScoreBullet(
        score,
        t('measure.score'),
        f.score,
        sheetHref(sheetName.agreementScore(agreement.id, view.round, score.perspective)),
      )}
      previous={
        score.previousScore === null || score.change === null
          ? undefined
          : {
              round: toPreviousRoundWords(view, { t, f }),
              value: f.score(score.previousScore),
              change: f.change(score.change),
            }
      }
      targetLabel={score.plannedScore === null ? undefined : f.score(score.plannedScore)}
      note={
        counterpart.ok ? (
          counterpart.value?.score && (
            <Link to={href(`/agreements/${counterpart.value.agreementId}`, { sheet: null })}>
              {t(`strategic.counterpart_${counterpart.value.type}`, { score: f.score(counterpart.value.score) })}
            </Link>
          )
        ) : (
          <ErrorNote />
        )
      }
    />
  );
}

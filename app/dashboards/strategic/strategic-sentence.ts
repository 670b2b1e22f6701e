import type { Format } from '#app/components/format.ts';
import type { Translate } from '#domain/messages/words.ts';
import { previousRound } from '#domain/time/rounds.ts';
import { toWeakest } from './strategic-series.ts';
import type { AgreementView, NationView, RunningStrip, ScoredUnit, WeakKpi, WeakKpis } from './strategic-view.ts';

export type Speaker = { t: Translate; f: Format };

/** Which ministries are below 3.00, how many on course, what changed, and the lowest. */
export function toNationSentence(view: NationView, { t, f }: Speaker): string {
  const { counts } = view;
  const lowest = toLowest(view);
  return [
    t('headline.ministriesBelow3', { below: counts.below3, total: counts.total }),
    toOnCourseWords(counts, { t }),
    counts.fell > 0
      ? t('headline.ministriesFell', { count: counts.fell })
      : counts.rose > 0
        ? t('headline.ministriesRose', { count: counts.rose })
        : t('headline.ministriesSame'),
    lowest && t('strategic.lowest', { name: lowest.name, score: f.score(lowest.score!) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The ministry that the sentence ends with. */
export const toLowest = ({ ministries }: NationView): ScoredUnit | null =>
  ministries.ok ? toWeakest(ministries.value) : null;

/** What an agreement's sentence ends with: a permanent secretary's department in danger, else the KPI furthest below plan. */
export type Worst = { kind: 'unit'; unit: ScoredUnit } | { kind: 'kpi'; kpi: WeakKpi; of: WeakKpis };

export function toWorst(view: AgreementView): Worst | null {
  const below = view.below.ok && view.below.value.kind === 'units' ? view.below.value : null;
  const furthest = below?.units[0];
  if (view.leadsWith === 'endangered' && below && below.endangered > 0 && furthest?.gap)
    return { kind: 'unit', unit: furthest };
  const of = view.weakest.ok ? view.weakest.value : null;
  return of?.rows[0] ? { kind: 'kpi', kpi: of.rows[0], of } : null;
}

/** The score against its plan, the change, and how many KPIs are below theirs; for a permanent secretary, how many departments. */
export function toAgreementSentence(view: AgreementView, speaker: Speaker): string {
  const { t, f } = speaker;
  const below = view.below.ok && view.below.value.kind === 'units' ? view.below.value : null;
  const lead = view.leadsWith === 'endangered' && below && below.endangered > 0;
  const worst = toWorst(view);
  return [
    toScoreSentence(view, speaker),
    !lead && toChangeWords(view.score.change, speaker),
    lead &&
      t(view.certainty === 'mid_round' ? 'headline.agreementsAtRisk' : 'headline.agreementsMissed', {
        count: below.endangered,
        total: below.total,
      }),
    worst?.kind === 'unit' &&
      t('strategic.furthest', { name: worst.unit.name, gap: f.score(Math.abs(Number(worst.unit.gap))) }),
    worst?.kind === 'kpi' &&
      (worst.of.found === 'below'
        ? t('strategic.kpisBelow', { count: worst.of.below, total: worst.of.total, name: worst.kpi.name })
        : t(worst.of.found === 'all_met' ? 'strategic.kpisAllMet' : 'strategic.kpisSomeMet', { name: worst.kpi.name })),
  ]
    .filter(Boolean)
    .join(' · ');
}

function toScoreSentence(view: AgreementView, { t, f }: Speaker): string {
  const { score, gap, coverage } = view.score;
  const when =
    view.round === 12 ? f.fiscalYear(view.fiscalYear) : `${f.round(view.round)} ${f.fiscalYear(view.fiscalYear)}`;
  if (score === null) return t('strategic.scoreNone', { when, coverage: f.number(Number(coverage) * 100, 0) });
  const facts = { when, score: f.score(score), max: 5 };
  if (gap === null) return t('strategic.scoreNoPlan', facts);
  const distance = { ...facts, gap: f.score(Math.abs(Number(gap))) };
  if (Number(gap) === 0) return t('strategic.scoreEqual', facts);
  return Number(gap) < 0 ? t('strategic.scoreBelow', distance) : t('strategic.scoreAbove', distance);
}

export function toChangeWords(change: string | null, { t, f }: Speaker): string | null {
  if (change === null || Number(change) === 0) return null;
  const words = { change: f.score(Math.abs(Number(change))) };
  return Number(change) < 0 ? t('strategic.fell', words) : t('strategic.rose', words);
}

/** The round before by its months; before a year's first it is one of another year, whose months would mislead. */
export function toPreviousRoundWords(
  { fiscalYear, round }: Pick<NationView, 'fiscalYear' | 'round'>,
  { t, f }: { t: Translate; f: Pick<Format, 'round'> },
): string {
  const before = previousRound({ fiscalYear, months: round });
  return before.fiscalYear === fiscalYear ? f.round(before.months) : t('measure.lastRound');
}

/** The year that runs meanwhile: when its round closes, and where it is heading. */
export function toRunningNote(running: RunningStrip, { t, f }: Speaker): string {
  const facts = { year: f.fiscalYear(running.fiscalYear), date: f.date(running.endsOn) };
  const closes =
    running.round === 6
      ? t('strategic.runningFirst', facts)
      : t('strategic.runningRound', { ...facts, round: f.round(running.round) });
  const heading = toRunningForecast(running, { t, f });
  return heading === null ? closes : `${closes} (${heading})`;
}

/** Where the running year is heading, or why that is not said yet; null where nothing of it is in. */
function toRunningForecast({ forecastScore, forecastWithheld }: RunningStrip, { t, f }: Speaker): string | null {
  if (forecastScore !== null) return t('strategic.runningForecast', { score: f.score(forecastScore) });
  return forecastWithheld === null ? null : toWithheldWords(forecastWithheld, { t, f });
}

/** A round that is over has been achieved; one that runs is on plan. */
function toOnCourseWords(counts: NationView['counts'], { t }: Pick<Speaker, 't'>): string {
  const achieved = counts.byStatus.find((one) => one.status === 'achieved')?.count ?? 0;
  return achieved === counts.onCourse
    ? t('strategic.reached', { count: achieved })
    : t('strategic.onCourse', { count: counts.onCourse });
}

/** Why no forecast stands here. */
export function toWithheldWords(code: string | null, { t }: Speaker): string {
  switch (code) {
    case 'history_too_short':
    case 'too_few_points':
    case 'no_seasonal_shape':
    case 'round_over':
      return t(`strategic.${code}`);
    default:
      return t('strategic.noForecast');
  }
}

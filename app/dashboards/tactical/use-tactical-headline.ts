import { useFormat, type Format } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';
import { cutAtGrapheme } from '#domain/text/graphemes.ts';
import type { Translate } from '#domain/messages/words.ts';
import type { TacticalView } from './tactical-view.ts';

/** What two lines of a headline leave for a name, on the narrowest tablet. */
const LONGEST_NAME = 60;
/** Domain rule: below this share of what is expected no verdict is given. */
const ENOUGH_PERCENT = 80;

/** Value, verdict against plan, change since the round compared with, worst item. */
export function useTacticalHeadline(view: TacticalView): string {
  const t = useT();
  const format = useFormat();
  const { summary, unit, fiscalYear, round } = view;
  const when = { unit: unit.name, year: format.fiscalYear(fiscalYear), round: format.round(round) };
  if (summary.total === 0) return t('tactical.nothing', when);
  if (summary.scored === 0) return t('tactical.noScore', when);
  const parts = {
    ministries: () => ministriesParts(view, t, format),
    departments: () => departmentsParts(view, t, format),
    kpis: () => kpisParts(view, t, format),
    agreements: () => agreementsParts(view, t, format),
  };
  // A ministry without units below it is told by its own KPIs.
  const kind = summary.score !== null ? 'kpis' : view.kind;
  return parts[kind]().filter(Boolean).join(' · ');
}

type Parts = (view: TacticalView, t: Translate, format: Format) => (string | null | false)[];

const ministriesParts: Parts = ({ summary, compare }, t, format) => {
  const moved = summary.below3 - summary.below3Before;
  const change = { round: format.round(compare.round), count: format.number(Math.abs(moved)) };
  return [
    t('headline.ministriesBelow3', { below: format.number(summary.below3), total: format.number(summary.total) }),
    moved === 0
      ? t('tactical.ministriesSame', change)
      : t(moved < 0 ? 'tactical.ministriesFewer' : 'tactical.ministriesBelow3Count', change),
    lowest(summary.worst, t, format),
  ];
};

const departmentsParts: Parts = ({ summary, certainty }, t, format) => {
  const { total, scored, endangered, worst } = summary;
  const counts = { count: format.number(endangered), total: format.number(total) };
  if (scored * 100 < total * ENOUGH_PERCENT)
    return [
      t('headline.notYet', {
        reported: format.number(scored),
        expected: format.number(total),
        needed: format.number(ENOUGH_PERCENT),
      }),
    ];
  const isShort = worst?.gap?.startsWith('-');
  return [
    endangered > 0
      ? t(certainty === 'mid_round' ? 'headline.agreementsAtRisk' : 'headline.agreementsMissed', counts)
      : t('tactical.allFine', counts),
    isShort
      ? t('headline.furthestUnit', {
          gap: format.score(worst!.gap!.slice(1)),
          unit: cutAtGrapheme(worst!.name, LONGEST_NAME),
        })
      : worst?.gap
        ? t('tactical.closest', { gap: format.score(worst.gap), name: cutAtGrapheme(worst.name, LONGEST_NAME) })
        : lowest(worst, t, format),
  ];
};

const kpisParts: Parts = ({ summary }, t, format) => {
  const { score, gap, worst } = summary;
  const figures = {
    score: score === null ? '–' : format.score(score),
    max: format.number(5),
    gap: format.score(gap?.replace('-', '') ?? '0'),
  };
  const verdict =
    gap === null
      ? 'headline.scoreNoPlan'
      : !/[1-9]/.test(gap)
        ? 'headline.scoreEqual'
        : gap.startsWith('-')
          ? 'headline.scoreBelow'
          : 'headline.scoreAbove';
  return [t(verdict, figures), worst && t('headline.lostMost', { indicator: cutAtGrapheme(worst.name, LONGEST_NAME) })];
};

const agreementsParts: Parts = ({ summary, checks }, t, format) => {
  const found = checks?.ok ? checks.value : null;
  return [
    t('tactical.agreementsBelow3', { below: format.number(summary.below3), total: format.number(summary.total) }),
    found !== null &&
      found.unsigned > 0 &&
      t('tactical.unsignedOf', { year: format.fiscalYear(found.unsignedYear), count: format.number(found.unsigned) }),
    lowest(summary.worst, t, format),
  ];
};

function lowest(worst: TacticalView['summary']['worst'], t: Translate, format: Format): string | null {
  if (!worst?.value) return null;
  return t('tactical.lowest', { name: cutAtGrapheme(worst.name, LONGEST_NAME), score: format.score(worst.value) });
}

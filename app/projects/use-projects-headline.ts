import { useFormat } from '#app/components/format.ts';
import { valueOf } from '#app/components/panel-data.ts';
import { useT } from '#app/components/words.tsx';
import { cutAtGrapheme } from '#domain/text/graphemes.ts';
import type { ProjectsView } from './projects-view.ts';

/** What two lines of a headline leave for a name, on the narrowest tablet. */
const LONGEST_NAME = 56;

/** How many are late of how many, what they are worth, and the latest one by name. */
export function useProjectsHeadline({ title, total, unit, fiscalYear, ...view }: ProjectsView): string {
  const t = useT();
  const format = useFormat();
  const slowest = valueOf(view.slowest);
  // Not read is not none.
  if (!total) return title;
  if (total.projects === 0) return t('projects.noneYet', { unit: unit.name, year: format.fiscalYear(fiscalYear) });
  const latest =
    slowest &&
    t(slowest.isForecast ? 'projects.slowestForecast' : 'projects.slowest', {
      days: format.number(slowest.slipDays),
      name: cutAtGrapheme(slowest.name, LONGEST_NAME),
    });
  const sentence =
    total.lateOver30Days === 0
      ? [t('projects.noneLate', { total: format.number(total.projects) })]
      : [
          t('headline.projectsDelayed', {
            count: format.number(total.lateOver30Days),
            total: format.number(total.projects),
          }),
          t('headline.projectsValue', { amount: format.millionBahtFigure(total.lateValueBaht) }),
        ];
  return [...sentence, latest].filter(Boolean).join(' · ');
}

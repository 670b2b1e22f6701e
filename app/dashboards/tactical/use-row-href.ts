import { useHereHref, useScopeHref } from '#app/filters/scope-href.ts';
import { useSheetHref } from '#app/sheet/sheet-link.tsx';
import { sheetName } from '#app/sheet/sheet-name.ts';
import type { RowLink } from './tactical-view.ts';

/** One level down with the same view, measure and round; a KPI opens its sheet. */
export function useRowHref(round: number): (link: RowLink) => string {
  const here = useHereHref();
  const scopeHref = useScopeHref();
  const sheetHref = useSheetHref();
  return (link) => {
    if (link.kind === 'kpi') return sheetHref(sheetName.kpiScore(link.kpiId, round));
    if (link.kind === 'agreement') return scopeHref(`/agreements/${link.id}`);
    return here({ unit: link.code, page: null, check: null });
  };
}

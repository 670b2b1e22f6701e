import type { Format } from '#app/components/format.ts';
import type { ProjectRow } from './projects-view.ts';

const DASH = '–';

/** First start and last end of the rows with dates: the axis that their slip bars share. */
export function toAxis(rows: readonly ProjectRow[]): { from: string; to: string } | null {
  const dated = rows.filter((row) => row.plannedStartOn && row.plannedEndOn);
  const starts = dated.map((row) => row.plannedStartOn!);
  const ends = dated
    .flatMap((row) => [row.plannedEndOn, row.forecastEndOn, row.actualEndOn])
    .filter((on) => on !== null);
  const from = starts.sort()[0];
  const to = ends.sort().at(-1);
  return from && to && from < to ? { from, to } : null;
}

/** Variance is stored below zero when over cost; people read it as over or under plan: +20.00%. */
export function toCostLabel(variance: string | null, format: Pick<Format, 'change'>): string {
  if (variance === null) return DASH;
  return `${format.change(negated(variance))}%`;
}

/** Whole percents are enough to compare money with work in a row. */
export function toShareLabel(share: string | null, format: Pick<Format, 'number'>): string {
  return share === null ? DASH : `${format.number(share)}%`;
}

/** The same decimal with the other sign; zero has none. */
export function negated(decimal: string): string {
  if (decimal.startsWith('-')) return decimal.slice(1);
  return /[1-9]/.test(decimal) ? `-${decimal}` : decimal;
}

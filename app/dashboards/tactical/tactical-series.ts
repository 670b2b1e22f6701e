import { cutAtGrapheme } from '#domain/text/graphemes.ts';
import type { BulletRow } from '#app/charts/bullet-series.ts';
import type { ContributionRow } from '#app/charts/contribution-series.ts';
import type { MoneyWorkPoint } from '#app/charts/money-work-series.ts';
import type { RankedRow } from '#app/charts/ranked-dots-series.ts';
import { toNiceTicks, toScoreTicks } from '#app/charts/scale.ts';
import type { TrajectoryPoint } from '#app/charts/trajectory-series.ts';
import type { Format } from '#app/components/format.ts';
import type {
  BandCount,
  ContributionView,
  Measure,
  MovedPart,
  RankRow,
  RankView,
  SpendingPoint,
  TrendSeries,
  TrendView,
} from './tactical-view.ts';

const DASH = '–';

/** A number to draw with; null stays null. */
export const toDrawn = (value: string | null): number | null => (value === null ? null : Number(value));

export function toRankedRow(row: RankRow, measure: Measure, format: Format, href: string, name = row.name): RankedRow {
  return {
    key: row.key,
    name,
    href,
    value: toDrawn(row.value),
    valueLabel: row.value === null ? DASH : format.number(row.value, measure.decimals),
    target: toDrawn(row.target),
    previous: toDrawn(row.previous),
    changeLabel: row.change === null ? DASH : signed(row.change, measure.decimals, format),
    status: row.status,
    state: row.state ?? undefined,
  };
}

/** Scores stand on 1–5 always; an indicator on round steps around all that is drawn of it. */
export function toRankAxis({ measure, rows }: Pick<RankView, 'measure' | 'rows'>): {
  ticks: number[];
  line: number | null;
} {
  if (measure.name === null) return { ticks: toScoreTicks(measure.lowest), line: 3 };
  const drawn = rows.flatMap((row) => [row.value, row.target, row.previous]).filter((value) => value !== null);
  const numbers = drawn.map(Number);
  return { ticks: numbers.length === 0 ? [0, 1] : toNiceTicks(Math.min(...numbers), Math.max(...numbers)), line: null };
}

export function toContributionRows(
  view: ContributionView,
  format: Format,
  hrefOf: (part: MovedPart) => string,
  restLabel: string,
): ContributionRow[] {
  const rows = view.leading.map((part) => ({
    key: part.key,
    label: toPlainName(part.name),
    value: Number(part.part),
    valueLabel: signed(part.part, view.places, format),
    href: hrefOf(part),
  }));
  if (view.rest.count === 0) return rows;
  const { part } = view.rest;
  return [
    ...rows,
    { key: 'rest', label: restLabel, value: Number(part), valueLabel: signed(part, view.places, format) },
  ];
}

export function toMoneyWorkPoint(point: SpendingPoint, valueLabel: string, href: string): MoneyWorkPoint {
  const { key, name, shortName, spentPercent, donePercent } = point;
  return {
    key,
    name,
    shortName,
    spent: Number(spentPercent),
    done: Number(donePercent),
    valueLabel,
    href,
  };
}

/** The point furthest from the diagonal, which is read first, with its distance in points; null where all keep within five. */
export function toFurthest([point]: readonly SpendingPoint[]): { point: SpendingPoint; gap: number } | null {
  if (!point) return null;
  const gap = Number(point.spentPercent) - Number(point.donePercent);
  return Math.abs(gap) >= 5 ? { point, gap } : null;
}

/** Difference of the last value to the first known, in two decimals, of figures as shown. */
export function toTrendChange(values: readonly (string | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  return (Math.round(Number(known.at(-1)) * 100) - Math.round(Number(known[0]) * 100)) / 100;
}

export function toTrajectoryPoints(series: TrendSeries, labels: readonly string[]): TrajectoryPoint[] {
  return labels.map((label, index) => ({
    key: label,
    label,
    plan: toDrawn(series.plans[index] ?? null),
    actual: toDrawn(series.values[index] ?? null),
  }));
}

export function toBandRows(
  bands: readonly BandCount[],
  labelOf: (band: BandCount) => string,
  format: Format,
): BulletRow[] {
  return bands.map((band) => ({
    key: band.from,
    label: labelOf(band),
    value: band.count,
    valueLabel: format.number(band.count),
  }));
}

/** Month ends as the month's name, years as the year's. */
export function labelsOf({ by, periods }: TrendView, figures: Format): string[] {
  return periods.map(({ endsOn, fiscalYear }) =>
    by === 'month' ? figures.month(endsOn).split('\u00a0')[0]! : figures.fiscalYear(fiscalYear),
  );
}

/** A ministry's name without its kind, where the place says that it is one; cut where it would not fit. */
export function toPlainName(name: string, most = 40): string {
  return cutAtGrapheme(name.replace(/^กระทรวง|^โครงการ|^Ministry of /, ''), most);
}

/** A change with its sign in the decimals of its measure. */
export function signed(value: string, places: number, format: Pick<Format, 'number'>): string {
  const text = format.number(value, places);
  return /[1-9]/.test(text) && !value.startsWith('-') ? `+${text}` : text;
}

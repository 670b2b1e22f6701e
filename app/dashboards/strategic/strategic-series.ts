import type { BulletRow } from '#app/charts/bullet-series.ts';
import type { MinistryDot } from '#app/charts/ministry-dots-series.ts';
import type { TrajectoryPoint } from '#app/charts/trajectory-series.ts';
import { periodsOfYear } from '#domain/time/periods-of-year.ts';
import type { HistoryPoint, ScoredUnit, ScoreView } from './strategic-view.ts';

/** Two decimals of an exact decimal; a dash for none. */
type ToLabel = (value: string) => string;

/** A number to draw with; null stays null. */
export const toDrawn = (value: string | null): number | null => (value === null ? null : Number(value));

export function toScoreBullet(score: ScoreView, label: string, format: ToLabel, href?: string): BulletRow {
  return {
    key: score.perspective,
    label,
    value: toDrawn(score.score),
    valueLabel: score.score === null ? '–' : format(score.score),
    target: toDrawn(score.plannedScore),
    previous: toDrawn(score.previousScore),
    status: score.status,
    href,
  };
}

export function toMinistryDotRow(unit: ScoredUnit, format: ToLabel, href: string): MinistryDot {
  return {
    key: unit.unitCode,
    name: unit.name,
    shortName: unit.shortName,
    value: toDrawn(unit.score),
    valueLabel: unit.score === null ? '–' : format(unit.score),
    status: unit.status,
    href,
  };
}

/**
 * The twelve months of a year with plan and actual. The forecast leads in a straight line from where the actual ends to the
 * year's end, and its range widens with it.
 */
export function toTrajectory(
  fiscalYear: number,
  history: readonly HistoryPoint[],
  score: Pick<ScoreView, 'forecastScore' | 'forecastLow' | 'forecastHigh'>,
  toLabel: (endsOn: string) => string,
): TrajectoryPoint[] {
  const at = new Map(history.map((point) => [point.periodId, point]));
  const months = periodsOfYear(fiscalYear, 'month').map((month) => ({
    key: String(month.id),
    label: toLabel(month.endsOn),
    plan: toDrawn(at.get(month.id)?.plannedScore ?? null),
    actual: toDrawn(at.get(month.id)?.score ?? null),
  }));
  const last = months.findLastIndex((month) => month.actual !== null);
  const end = months.length - 1;
  if (score.forecastScore === null || last < 0 || last === end) return months;
  const from = months[last]!.actual!;
  const towards = (value: string | null, index: number) =>
    value === null ? null : from + ((Number(value) - from) * (index - last)) / (end - last);
  return months.map((month, index) =>
    index < last
      ? month
      : {
          ...month,
          forecast: towards(score.forecastScore, index),
          low: towards(score.forecastLow, index),
          high: towards(score.forecastHigh, index),
        },
  );
}

/** Since which month's end the score has stood on the side of the plan on which it stands now; null before any month. */
export function toSideOfPlan(history: readonly HistoryPoint[]): { isBelow: boolean; since: string } | null {
  const known = history.filter((point) => point.score !== null && point.plannedScore !== null);
  const isBelow = (point: HistoryPoint) => Number(point.score) < Number(point.plannedScore);
  const last = known.at(-1);
  if (!last) return null;
  const other = known.findLastIndex((point) => isBelow(point) !== isBelow(last));
  return { isBelow: isBelow(last), since: known[other + 1]!.endsOn };
}

/** Those under the line of 3.00, lowest first. */
export function toBelowLine<Row extends { score: string | null }>(rows: readonly Row[]): Row[] {
  return rows
    .filter((row) => row.score !== null && Number(row.score) < 3)
    .sort((left, right) => Number(left.score) - Number(right.score));
}

/** The lowest of some scores; null where none has one. */
export function toWeakest<Row extends { score: string | null }>(rows: readonly Row[]): Row | null {
  return rows.reduce<Row | null>(
    (worst, row) =>
      row.score !== null && (worst?.score == null || Number(row.score) < Number(worst.score)) ? row : worst,
    null,
  );
}

/** The name as it fits on two lines of a list; a longer one by the abbreviation that officials know, as in กระทรวง อว. */
export function toFittingName({ name, shortName }: { name: string; shortName: string }, letters = FITTING): string {
  if (name.replace(MARKS, '').length <= letters) return name;
  return name.startsWith(MINISTRY) && shortName !== name ? `${MINISTRY} ${shortName}` : shortName;
}

const MINISTRY = 'กระทรวง';

/** Vowels and tone marks above and below take no width. */
const MARKS = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g;
const FITTING = 36;

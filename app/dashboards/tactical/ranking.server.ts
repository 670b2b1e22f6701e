import { Decimal } from '#domain/numbers/decimal.ts';
import { leastCertain as leastOf } from '#domain/status/round-state.ts';
import type { Certainty } from '#app/components/certainty-mark.tsx';
import type { RankedAgreement } from '#db/reads/agreement-ranking.ts';
import type { Measure, RankOrder, RankRow, RankView, TacticalSummary } from './tactical-view.ts';

/** Rows of a page of the whole list; the first view has no page and shows as many as fit. */
const PAGE_ROWS = 40;
/** More than any screen holds of the worst few. */
const FIRST_ROWS = 20;

export const SCORE: Measure = { name: null, unit: null, decimals: 2, isLowerBetter: false, lowest: 1 };

export function toRankRow(row: RankedAgreement): RankRow {
  return {
    key: row.unitCode,
    name: row.name,
    shortName: row.shortName,
    link: { kind: 'unit', code: row.unitCode },
    value: row.score,
    target: row.plannedScore,
    previous: row.previousScore,
    change: row.change,
    gap: row.gap,
    status: row.status ?? 'no_data',
    state: row.score === null ? 'missing' : null,
  };
}

/** Worst first by the figure asked for; rows without it stand last. */
export function orderRows(rows: readonly RankRow[], order: RankOrder, isLowerBetter = false): RankRow[] {
  const figure = (row: RankRow) => (order === 'score' ? row.value : row[order]);
  const sign = order === 'score' && isLowerBetter ? -1 : 1;
  return [...rows].sort((left, right) => {
    const [one, two] = [figure(left), figure(right)];
    if (one === null || two === null) return Number(one === null) - Number(two === null) || byKey(left, right);
    return new Decimal(one).comparedTo(two) * sign || byKey(left, right);
  });
}

export function toPage(rows: RankRow[], page: number | null, measure: Measure = SCORE): RankView {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const shown = page === null ? rows.slice(0, FIRST_ROWS) : rows.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  return { measure, rows: shown, total: rows.length, page: page ?? 1, pages };
}

export function worstOf(rows: readonly RankRow[], order: RankOrder): TacticalSummary['worst'] {
  const [row] = orderRows(
    rows.filter((one) => one.value !== null),
    order,
  );
  return row ? { name: row.name, shortName: row.shortName, value: row.value, gap: row.gap, link: row.link } : null;
}

export const isBelow3 = (score: string | null): boolean => score !== null && new Decimal(score).lt(3);

/** A comparison is no surer than its least certain score. */
export function leastCertain(rows: readonly Pick<RankedAgreement, 'score' | 'certainty'>[]): Certainty | null {
  const known = rows.flatMap(({ score, certainty }) => (score !== null && certainty ? [certainty] : []));
  const least = leastOf(known);
  return least === 'not_started' ? null : least;
}

const byKey = (left: RankRow, right: RankRow) => (left.key < right.key ? -1 : 1);

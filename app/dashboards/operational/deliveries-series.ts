import { fitsGraphemes } from '#domain/text/graphemes.ts';
import type { Deliveries } from './operational-view.ts';

type Cell = {
  key: string;
  name: string;
  shortName: string;
  code: string;
  month: string;
  state: Deliveries['rows'][number]['states'][number];
};

/** So many units show on the tallest screen; all of them are counted. */
const MOST_UNITS = 8;
/** Letters that two lines of the deliveries have room for. */
const LONGEST_NAME = 24;

/** Cells of a grid to its rows and columns: who owes longest first; a month without an expectation is not applicable. */
export function toDeliveries(
  cells: readonly Cell[],
  rowsAre: Deliveries['rowsAre'],
  months: readonly string[],
): Deliveries {
  const rows = new Map<string, Row>();
  for (const { key, name, shortName, code, month, state } of cells) {
    const row = rows.get(key) ?? { key, name, shortName, code, states: months.map(() => 'not_applicable' as const) };
    const at = months.indexOf(month);
    if (at >= 0) row.states[at] = state;
    rows.set(key, row);
  }
  const sorted = [...rows.values()].sort((a, b) => owed(b) - owed(a));
  return {
    rowsAre,
    months: [...months],
    rows: rowsAre === 'units' ? sorted.slice(0, MOST_UNITS).map(toShortRow) : sorted.map(toRow),
    late: sorted.filter((row) => owed(row) > 0).length,
    total: sorted.length,
  };
}

type Row = Deliveries['rows'][number] & { shortName: string };

function toRow({ key, name, code, states }: Row): Deliveries['rows'][number] {
  return { key, name, code, states };
}

/** In a column of ministries their common first word only takes room; a name that has none is an abbreviation rather than cut. */
function toShortRow(row: Row): Deliveries['rows'][number] {
  const name = row.name.replace(/^(?:กระทรวง|Ministry of )/, '');
  return toRow({ ...row, name: fitsGraphemes(name, LONGEST_NAME) ? name : row.shortName });
}

/** The last `count` months up to the one of a day, as their first days, oldest first. */
export function lastMonths(day: string, count: number): string[] {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, i) => {
    const index = year * 12 + month - (count - 1 - i);
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  });
}

const owed = ({ states }: Deliveries['rows'][number]): number =>
  states.reduce((sum, state) => sum + (state === 'missing' || state === 'rejected' ? 1 : 0), 0);

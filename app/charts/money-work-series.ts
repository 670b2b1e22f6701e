import { round2, toPercentScale } from './scale.ts';

export type MoneyWorkPoint = {
  key: string;
  name: string;
  shortName: string;
  /** Spending and progress, percent. */
  spent: number;
  done: number;
  valueLabel: string;
  href: string;
};

export type MoneyWorkMark = MoneyWorkPoint & { x: number; y: number; isNamed: boolean; labelSide: 'left' | 'right' };

/** Places in percent of a plot of 0–100 each way, y downwards; the `named` furthest from the diagonal get their name. */
export function toMoneyWorkMarks(points: readonly MoneyWorkPoint[], named = 3): MoneyWorkMark[] {
  const at = toPercentScale(0, 100);
  const furthest = [...points].sort((left, right) => gapOf(right) - gapOf(left)).slice(0, named);
  const marks = points.map((point) => ({
    ...point,
    x: at(point.spent),
    y: round2(100 - at(point.done)),
    isNamed: furthest.includes(point) && gapOf(point) >= 5,
    labelSide: at(point.spent) > 55 ? ('left' as const) : ('right' as const),
  }));
  return marks.map((mark) => ({ ...mark, isNamed: mark.isNamed && !isCrowded(mark, marks) }));
}

/** Two names at nearly the same place would cover each other: the one further from the diagonal keeps its own. */
function isCrowded(mark: MoneyWorkMark, marks: MoneyWorkMark[]): boolean {
  return marks.some(
    (other) =>
      other.key !== mark.key &&
      other.isNamed &&
      Math.abs(other.y - mark.y) < 9 &&
      Math.abs(other.x - mark.x) < 45 &&
      (gapOf(other) > gapOf(mark) || (gapOf(other) === gapOf(mark) && other.key < mark.key)),
  );
}

const gapOf = (point: MoneyWorkPoint) => Math.abs(point.spent - point.done);

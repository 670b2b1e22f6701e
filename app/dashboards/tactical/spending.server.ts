import type { SpendingProgress } from '#db/reads/spending-progress.ts';
import { toPlainName } from './tactical-series.ts';
import type { SpendingPoint } from './tactical-view.ts';

/** What a drawing leaves for a name. */
const LONGEST_NAME = 12;

export function toSpendingPoint({ code, ...row }: SpendingProgress): SpendingPoint {
  return { key: code, ...row, shortName: toSpendingName(row) };
}

/** An office is called by its abbreviation rather than by a piece of its name. */
function toSpendingName({ kind, name, shortName }: Pick<SpendingProgress, 'kind' | 'name' | 'shortName'>): string {
  const plain = toPlainName(name, LONGEST_NAME);
  const isCut = plain !== toPlainName(name, name.length);
  return isCut && kind === 'unit' && shortName.length <= LONGEST_NAME ? shortName : plain;
}

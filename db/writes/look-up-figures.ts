import type { Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';

/**
 * Joins the numbers of record (alias f) to the rows named before, each looked up by index: `which` compares f with them. A plain join
 * would read the whole years, since the view is of two tables and its conditions are not handed down into them.
 */
export function lookUpFigures(tx: Tx, which: Fragment): Fragment {
  return tx`cross join lateral (select * from figure f where ${which} offset 0) f`;
}

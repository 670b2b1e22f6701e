import type { Tx } from '../connect.ts';

/** Ids of the units in the viewer's own subtree; none for an administrator. */
export async function getOwnUnitIds(tx: Tx): Promise<number[]> {
  const [row] = await tx<{ units: number[] }[]>`select access.own_units() as units`;
  return row!.units;
}

/** The newest publication after `after` that touched something this viewer may see; null when there is none. */
export async function getNewestTouch(tx: Tx, { after }: { after: number }): Promise<number | null> {
  const [row] = await tx<
    { id: number | null }[]
  >`select max(publication_id) as id from publication_touch where publication_id > ${after}`;
  return row!.id;
}

/** Of KPIs that have reached their plan, the costliest are told only where none is below: a plan that was met is nothing to mend. */
export async function belowFirst<Row>(read: (isBelowPlan: boolean) => Promise<Row[]>): Promise<Row[]> {
  const below = await read(true);
  return below.length > 0 ? below : read(false);
}

import type { Tx } from '../connect.ts';

/** From so many rows on, reading a partition once is cheaper than looking each figure up. */
export const BULK = 20_000;

/**
 * Plans the rest of the transaction for very many rows: whole tables are joined instead of looked up row by row, from counts of what the
 * transaction itself wrote into staging and the readings of the years given. Publications run one at a time, so the memory is had once.
 */
export async function planForBulk(tx: Tx, years: readonly number[]): Promise<void> {
  await tx`set local enable_nestloop = off`;
  // What is grouped here has as many groups as guessed, or a thousand times more: hashing bears both, sorting does not.
  await tx`set local enable_mergejoin = off`;
  await tx`set local enable_sort = off`;
  await tx`set local work_mem = '128MB'`;
  await tx`select staging.count_rows(${[...years]}::int[])`;
}

import type { Tx } from '../connect.ts';

/** A reading takes about so many bytes of its partition. */
const BYTES_A_READING = 150;

/** A look-up by index costs as much as reading so many rows of a partition in a row. */
const ROWS_A_LOOK_UP = 50;

/** So few rows are always looked up: planning for many counts tables first, and then reads them whole, whatever else is small. */
const FEW = 250;

/** So many rows are never looked up one by one: joins between them would be tried pair by pair. */
const MANY = 5_000;

/** `one by one`: figures are looked up. `whole`: their years are read once. `parallel`: so, into tables that several workers fill. */
export type Reach = 'one by one' | 'whole' | 'parallel';

/** How so many figures are best computed: whether reading the years' partitions once is cheaper than looking each figure up. */
export async function chooseReach(tx: Tx, rows: number, years: readonly number[]): Promise<Reach> {
  if (rows > MANY) return 'parallel';
  if (rows <= FEW) return 'one by one';
  const [standing] = await tx<{ bytes: number }[]>`
    select coalesce(sum(pg_relation_size(c.oid)), 0)::bigint as bytes from pg_class c
     where c.relkind = 'r' and c.relname = any(${years.map((year) => `reading_${year}`)})`;
  return rows * ROWS_A_LOOK_UP > standing!.bytes / BYTES_A_READING ? 'whole' : 'one by one';
}

/**
 * Plans the rest of the transaction for very many rows: whole tables are joined instead of looked up row by row, from counts of what the
 * transaction itself wrote: into staging, and the readings of the years given. Publications run one at a time, so the memory is had once.
 */
export async function planForBulk(
  tx: Tx,
  counted: { staged: 'reading' | 'touched'; years?: readonly number[] },
): Promise<void> {
  await tx`set local enable_nestloop = off`;
  // What is grouped here has as many groups as guessed, or a thousand times more: hashing bears both, sorting does not.
  await tx`set local enable_mergejoin = off`;
  await tx`set local enable_sort = off`;
  await tx`set local work_mem = '128MB'`;
  // A second worker is worth it whenever a year is read whole, however many rows are guessed to come of it.
  await tx`set local parallel_setup_cost = 0`;
  await tx`set local parallel_tuple_cost = 0`;
  await tx`select staging.count_rows(${counted.staged}, ${[...(counted.years ?? [])]}::int[])`;
}

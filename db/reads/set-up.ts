import type { Tx } from '../connect.ts';

/** How far a new installation is: people who hold an office, and indicators. */
export async function getSetUp(tx: Tx): Promise<{ people: number; indicators: number }> {
  const [row] = await tx<{ people: number; indicators: number }[]>`
    select (select count(distinct person_id)::int from access.appointment) as people,
           (select count(*)::int from indicator) as indicators`;
  return row!;
}

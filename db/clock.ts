import type { Sql } from './connect.ts';

/** The only source of "now" in the product. */
export interface Clock {
  now(): Date;
}

/** Time as it is. */
export const realClock: Clock = { now: () => new Date() };

/** A clock that stands still or runs as told; for tests and for recomputing. */
export function fixedClock(instant: string | Date): Clock {
  return { now: () => new Date(instant) };
}

/**
 * Sets the demonstration's clock going from `startAt` (ISO instant); it never goes back before the newest publication.
 * The anchor stands in the database, so that every process agrees. Called once by whoever starts the suite.
 */
export async function startDemoClock(sql: Sql, startAt: string): Promise<Clock> {
  await sql`
    insert into demo_clock (id, anchor_real, anchor_demo)
    select 1, clock_timestamp(), greatest(${startAt}::timestamptz, (select max(published_at) from publication))
    on conflict (id) do update set anchor_real = excluded.anchor_real, anchor_demo = excluded.anchor_demo`;
  return openClock(sql, { demo: true, clockStart: startAt });
}

/** The clock of this installation: the demonstration's where it is one, else real time. */
export async function openClock(sql: Sql, env: { demo: boolean; clockStart: string }): Promise<Clock> {
  if (!env.demo) return realClock;
  const [anchor] = await sql<{ realMs: number; demoMs: number; driftMs: number }[]>`
    select (extract(epoch from anchor_real) * 1000)::bigint as "realMs", (extract(epoch from anchor_demo) * 1000)::bigint as "demoMs",
           (extract(epoch from clock_timestamp()) * 1000)::bigint - ${Date.now()}::bigint as "driftMs"
    from demo_clock where id = 1`;
  if (!anchor) return startDemoClock(sql, env.clockStart);
  // Measured on the server's clock, so that a machine whose own clock is off still agrees with the others.
  return { now: () => new Date(anchor.demoMs + (Date.now() + anchor.driftMs - anchor.realMs)) };
}

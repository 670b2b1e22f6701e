import type { Sql } from '#db/connect.ts';
import { getInstallationNote } from '#db/installation.ts';
import { turnDay } from '#db/writes/day-turn.ts';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';

/** Turns the day once per Bangkok date, by the suite's own clock; asked every minute it is on time wherever that clock stands. */
export async function turnDayIfNew(sql: Sql, now: Date): Promise<void> {
  const last = await getInstallationNote(sql, 'day_turned');
  if (last !== null && last >= bangkokDateOf(now)) return;
  await turnDay(sql, { now });
}

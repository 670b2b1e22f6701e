import type { Sql } from '../connect.ts';
import { expectReports, markLate } from './expected-reports.ts';
import { republish, type Publication } from './republish.ts';
import { turnRounds } from './round-states.ts';

/**
 * What a new day changes by itself at 00:00 in Bangkok: due becomes late, a round closes, a plan moves on, projects slip. One publication, or
 * none where the day changed nothing that people see. Safe to run again on the same day.
 */
export async function turnDay(sql: Sql, about: { now: Date }): Promise<Publication | null> {
  return republish(sql, { cause: 'day_turn', now: about.now }, async (tx, publication) => {
    const [last] = await tx<{ value: string }[]>`select value from installation where key = 'day_turned'`;
    const added = await expectReports(tx, publication);
    const late = await markLate(tx, publication);
    const closed = await turnRounds(tx, publication);
    if (last?.value === publication.asOfOn && added + late + closed.length === 0) return null;
    await tx`insert into installation (key, value) values ('day_turned', ${publication.asOfOn}) on conflict (key) do update set value = excluded.value`;
    const running = await tx<{ agreement_id: number }[]>`
      select agreement_id from agreement a join fiscal_year f on f.fiscal_year = a.fiscal_year
       where a.superseded_in is null and (
         ${publication.asOfOn}::date between f.starts_on and f.ends_on + 60
         -- A turn that comes late still closes the rounds that ended, or fell due, since the one before.
         or exists (select 1 from review_round r where r.fiscal_year = a.fiscal_year
                       and (r.ends_on between ${last?.value ?? '-infinity'}::date and ${publication.asOfOn}::date
                         or r.due_on between ${last?.value ?? '-infinity'}::date and ${publication.asOfOn}::date)))`;
    const units = await tx<
      { unit_id: number }[]
    >`select distinct unit_id from project where superseded_in is null and actual_end_on is null`;
    return {
      agreements: [...new Set([...closed, ...running.map((row) => row.agreement_id)])],
      projectUnits: units.map((row) => row.unit_id),
    };
  });
}

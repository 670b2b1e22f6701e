import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import type { Sql } from '#db/connect.ts';
import { hashPassword } from '#db/writes/password.ts';
import type { Organisation } from '../units.ts';
import { demoAides, demoPeople } from './roster.ts';

/** The password of everybody in a demonstration; nobody signs in with it elsewhere. */
const DEMO_PASSWORD = 'demo';

/**
 * Brings in the invented office holders, marked as demonstration, as the owner. Done again it changes nothing: one password
 * is hashed once and shared, since it is no secret.
 */
export async function loadPeople(owner: Sql, org: Organisation, now: Date): Promise<void> {
  const [known] = await owner`select from access.person where is_demonstration limit 1`;
  if (known) return;
  const day = bangkokDateOf(now);
  const codes = (await owner<{ code: string }[]>`select code from position order by code`).map(({ code }) => code);
  const people = demoPeople(org, codes, day);
  const aides = demoAides(day);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await owner.begin(async (tx) => {
    await tx`
      insert into access.person (login, title_th, name_th, name_en, password_hash, is_demonstration)
      select p.login, p."titleTh", p."nameTh", p."nameEn", ${passwordHash}, true
        from jsonb_to_recordset(${JSON.stringify([...people, ...aides])}::jsonb) as p(login text, "titleTh" text, "nameTh" text, "nameEn" text)
      on conflict (login) do nothing`;
    await tx`
      insert into access.appointment (person_id, position_id, from_on, to_on, acting)
      select p.id, q.id, a."fromOn", a."toOn", a.acting
        from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as a(login text, "positionCode" text, "fromOn" date, "toOn" date, acting text)
        join access.person p on p.login = a.login join position q on q.code = a."positionCode"`;
    await tx`
      insert into access.aide_grant (aide_person_id, principal_position_id, from_on, to_on)
      select p.id, q.id, a."fromOn", a."toOn"
        from jsonb_to_recordset(${JSON.stringify(aides)}::jsonb) as a(login text, "positionCode" text, "fromOn" date, "toOn" date)
        join access.person p on p.login = a.login join position q on q.code = a."positionCode"`;
  });
}

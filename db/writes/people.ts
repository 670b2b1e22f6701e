import type { IsoDate } from '#domain/time/fiscal-calendar.ts';
import type { Sql, Tx } from '../connect.ts';

/** A person who may sign in; the name without its title, which is not sorted by. */
export interface NewPerson {
  login: string;
  titleTh?: string;
  nameTh: string;
  nameEn: string;
  /** From hashPassword; none: the person cannot sign in yet. */
  passwordHash?: string;
  isDemonstration?: boolean;
}

/** Adds a person, or replaces name and password of a known login, and answers the id. As the owner. */
export async function upsertPerson(sql: Sql | Tx, person: NewPerson): Promise<number> {
  const [row] = await (sql as Sql)<{ id: number }[]>`
    insert into access.person as p (login, title_th, name_th, name_en, password_hash, is_demonstration)
    values (${person.login.toLowerCase()}, ${person.titleTh ?? null}, ${person.nameTh}, ${person.nameEn}, ${person.passwordHash ?? null}, ${person.isDemonstration ?? false})
    on conflict (login) do update set title_th = excluded.title_th, name_th = excluded.name_th, name_en = excluded.name_en,
      password_hash = coalesce(excluded.password_hash, p.password_hash)
    returning id`;
  return row!.id;
}

/** Gives a position to a person from a day on, or brings what was given from that day to what is said; `acting` for ผู้รักษาราชการแทน (for_absent) and ผู้รักษาการในตำแหน่ง (in_vacancy). */
export async function appoint(
  sql: Sql | Tx,
  appointment: {
    personId: number;
    positionCode: string;
    fromOn: IsoDate;
    toOn?: IsoDate;
    acting?: 'for_absent' | 'in_vacancy';
  },
): Promise<void> {
  const { personId, positionCode, fromOn, toOn = null, acting = null } = appointment;
  const added = await (sql as Sql)`
    with known as (
      update access.appointment a set to_on = ${toOn}, acting = ${acting} from position q
       where q.code = ${positionCode} and a.position_id = q.id and a.person_id = ${personId} and a.from_on = ${fromOn} returning a.id)
    insert into access.appointment (person_id, position_id, from_on, to_on, acting)
    select ${personId}, q.id, ${fromOn}, ${toOn}, ${acting} from position q where q.code = ${positionCode} and not exists (select from known)`;
  if (added.count === 0) await checkPosition(sql, positionCode);
}

/** Lets an aide read and prepare for the holder of a position, for the days named; days given from the same day end with these. */
export async function grantAide(
  sql: Sql | Tx,
  grant: { aidePersonId: number; positionCode: string; fromOn: IsoDate; toOn: IsoDate },
): Promise<void> {
  const { aidePersonId, positionCode, fromOn, toOn } = grant;
  const added = await (sql as Sql)`
    with known as (
      update access.aide_grant g set to_on = ${toOn} from position q
       where q.code = ${positionCode} and g.principal_position_id = q.id and g.aide_person_id = ${aidePersonId} and g.from_on = ${fromOn} returning g.id)
    insert into access.aide_grant (aide_person_id, principal_position_id, from_on, to_on)
    select ${aidePersonId}, q.id, ${fromOn}, ${toOn} from position q where q.code = ${positionCode} and not exists (select from known)`;
  if (added.count === 0) await checkPosition(sql, positionCode);
}

/** Lets an appointment, or an aide's days, end with a day; false where there is none on that day. As the owner. */
export async function endHolding(
  sql: Sql | Tx,
  about: { login: string; positionCode: string; toOn: IsoDate; isAide: boolean },
): Promise<boolean> {
  const { login, positionCode, toOn } = about;
  const [table, person, position] = about.isAide
    ? ['aide_grant', 'aide_person_id', 'principal_position_id']
    : ['appointment', 'person_id', 'position_id'];
  const ended = await (sql as Sql)`
    update access.${(sql as Sql)(table!)} h set to_on = ${toOn} from access.person p, position q
     where h.${(sql as Sql)(person!)} = p.id and h.${(sql as Sql)(position!)} = q.id and p.login = ${login} and q.code = ${positionCode}
       and h.from_on <= ${toOn} and (h.to_on is null or h.to_on >= ${toOn})`;
  return ended.count > 0;
}

/** Keeps a person from signing in and ends all sessions; false where nobody has the login. */
export async function disablePerson(tx: Tx, login: string, at: Date): Promise<boolean> {
  const disabled = await tx`update access.person set disabled_at = ${at} where login = ${login}`;
  await tx`delete from access.session s using access.person p where p.id = s.person_id and p.login = ${login}`;
  return disabled.count === 1;
}

async function checkPosition(sql: Sql | Tx, code: string): Promise<void> {
  const known = await (sql as Sql)`select from position where code = ${code}`;
  if (known.length === 0) throw new Error(`There is no position with the code ${code}.`);
}

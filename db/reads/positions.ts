import type { Sql, Tx } from '../connect.ts';

export interface HeldPosition {
  positionId: number;
  aideGrantId: number | null;
  acting: 'for_absent' | 'in_vacancy' | null;
  titleTh: string;
  titleEn: string;
  unitNameTh: string;
  unitNameEn: string;
}

/** The offices that a person may use on a day: own ones first, then as acting holder, then as an aide. */
export function getChoices(tx: Tx, personId: number, on: string): Promise<HeldPosition[]> {
  return tx<HeldPosition[]>`
    select h.position_id as "positionId", h.aide_grant_id as "aideGrantId", h.acting, q.title_th as "titleTh", q.title_en as "titleEn",
           u.name_th as "unitNameTh", u.name_en as "unitNameEn"
    from access.holdings(${personId}, ${on}::date) with ordinality h(position_id, acting, aide_grant_id, n)
    join position q on q.id = h.position_id join org_unit u on u.id = q.unit_id order by h.n`;
}

/** The offices of a unit, each with who holds it on a day. As the owner. */
export function getPositionsOf(
  sql: Sql,
  unitCode: string,
  on: string,
): Promise<{ code: string; title: string; holders: string[] }[]> {
  return sql<{ code: string; title: string; holders: string[] }[]>`
    select q.code, q.title_th as title,
           array(select concat_ws(' ', p.login, a.acting) from access.appointment a join access.person p on p.id = a.person_id
                  where a.position_id = q.id and a.from_on <= ${on} and (a.to_on is null or a.to_on >= ${on}) order by a.acting nulls first, p.login)
           || array(select p.login || ' aide' from access.aide_grant g join access.person p on p.id = g.aide_person_id
                  where g.principal_position_id = q.id and g.from_on <= ${on} and g.to_on >= ${on} order by p.login) as holders
      from position q join org_unit u on u.id = q.unit_id where u.code = ${unitCode} order by q.code`;
}

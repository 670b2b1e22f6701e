import type { Tx } from '../connect.ts';

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

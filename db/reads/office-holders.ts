import type { Tx } from '../connect.ts';
import { named, titled, type ReadArgs } from './named.ts';

export interface OfficeHolder {
  positionCode: string;
  position: string;
  unitName: string;
  personId: number;
  login: string;
  titleTh: string | null;
  nameTh: string;
  nameEn: string;
  capacity: 'holder' | 'for_absent' | 'in_vacancy' | 'aide';
  fromOn: string;
  toOn: string | null;
  lastSignIn: string | null;
  disabledAt: string | null;
  total: number;
}

/** Who holds which office on a day or will, by unit; acting holders and aides after the holder. The database shows it to administrators only. */
export function getOfficeHolders(
  tx: Tx,
  {
    on,
    text,
    limit,
    offset,
    language,
  }: { on: string; text: string | null; limit: number; offset: number } & Pick<ReadArgs, 'language'>,
): Promise<OfficeHolder[]> {
  return tx<OfficeHolder[]>`
    select q.code as "positionCode", ${titled(tx, 'q', language)} as position, ${named(tx, 'u', language)} as "unitName", h.person_id as "personId", h.login,
           h.title_th as "titleTh", h.name_th as "nameTh", h.name_en as "nameEn", h.capacity, h.from_on as "fromOn", h.to_on as "toOn",
           h.last_sign_in as "lastSignIn", h.disabled_at as "disabledAt", h.total
      from access.office_holders(${on}::date, ${text}, ${limit}, ${offset}) with ordinality
             h(position_id, person_id, login, title_th, name_th, name_en, capacity, from_on, to_on, last_sign_in, disabled_at, total, n)
      join position q on q.id = h.position_id join org_unit u on u.id = q.unit_id order by h.n`;
}

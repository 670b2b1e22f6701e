import type { Sql, Tx } from '../connect.ts';
import { abbreviated, named, type ReadArgs } from './named.ts';

export interface UnitOptionRow {
  code: string;
  name: string;
  abbreviation: string | null;
  /** Name of the ministry that the unit stands under in a list; a root's own name. */
  group: string;
  /** Every name that people may type. */
  names: (string | null)[];
}

/** All units of the Prime Minister's line that exist now, ministry by ministry, the ministry itself first. */
export async function getUnitOptions(tx: Tx | Sql, { language }: Pick<ReadArgs, 'language'>) {
  return tx<UnitOptionRow[]>`
    select u.code, ${named(tx, 'u', language)} as name, nullif(${abbreviated(tx, 'u', language)}, ${named(tx, 'u', language)}) as abbreviation,
           ${named(tx, 'm', language)} as "group", array[u.code, u.name_th, u.name_en, u.abbr_th, u.abbr_en] as names
      from org_unit u join org_unit m on m.id = case when u.level = 'PMOC' then u.id else u.ministry_id end
     where u.in_chain and u.valid_to is null
     order by (u.level <> 'PMOC'), m.code, (u.id <> m.id), u.code`;
}

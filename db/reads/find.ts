import type { Sql, Tx } from '../connect.ts';
import { current } from './current.ts';
import { named, type ReadArgs } from './named.ts';

export interface FoundRow {
  kind: 'indicators' | 'projects';
  code: string;
  name: string;
  unit: string;
}

/** Indicators and projects whose name or code holds the text, a few of each; those whose name begins with it first. */
export async function findByName(
  tx: Tx | Sql,
  { text, asOf, language, limit = 8 }: ReadArgs & { text: string; limit?: number },
) {
  const holds = (names: string) => tx`position(lower(${text}) in lower(${tx.unsafe(names)})) > 0`;
  return tx<FoundRow[]>`
    (select 'indicators' as kind, i.code, ${named(tx, 'v', language)} as name, ${named(tx, 'u', language)} as unit
       from indicator i join org_unit u on u.id = i.owner_unit_id and u.in_chain
       join lateral (select * from indicator_version v where v.indicator_id = i.id order by version desc limit 1) v on true
      where ${holds("concat_ws(' ', i.code, v.name_th, v.name_en)")}
      order by position(lower(${text}) in lower(${named(tx, 'v', language)})) = 0, position(lower(${text}) in lower(${named(tx, 'v', language)})), i.code limit ${limit})
    union all
    (select 'projects', p.code, ${named(tx, 'p', language)}, ${named(tx, 'u', language)}
       from project p join org_unit u on u.id = p.unit_id and u.in_chain
      where ${current(tx, 'p', asOf)} and ${holds("concat_ws(' ', p.code, p.name_th, p.name_en)")}
      order by p.code limit ${limit})`;
}

import type { Sql, Tx } from '../connect.ts';
import { abbreviated, named, type ReadArgs } from './named.ts';

export interface UnitRow {
  id: number;
  code: string;
  name: string;
  shortName: string;
  level: 'PMOC' | 'MOC' | 'DOC' | 'province';
  kind: string;
  ministryId: number;
  parentCode: string | null;
  parentName: string | null;
  inChain: boolean;
  validFrom: string | null;
  validTo: string | null;
}

export interface UnitLink {
  code: string;
  name: string;
  shortName: string;
}

/** One unit by its code; null where there is none. */
export async function getUnit(tx: Tx | Sql, { code, language }: { code: string } & Pick<ReadArgs, 'language'>) {
  const [row] = await tx<UnitRow[]>`
    select u.id, u.code, ${named(tx, 'u', language)} as name, ${abbreviated(tx, 'u', language)} as "shortName", u.level, u.kind,
           u.ministry_id as "ministryId", p.code as "parentCode", ${named(tx, 'p', language)} as "parentName", u.in_chain as "inChain",
           u.valid_from as "validFrom", u.valid_to as "validTo"
      from org_unit u left join org_unit p on p.id = u.parent_id where u.code = ${code}`;
  return row ?? null;
}

/** Units with the same parent, in the order of their codes. */
export async function getSisterUnits(
  tx: Tx | Sql,
  { unitId, language }: { unitId: number } & Pick<ReadArgs, 'language'>,
) {
  return tx<UnitLink[]>`
    select s.code, ${named(tx, 's', language)} as name, ${abbreviated(tx, 's', language)} as "shortName"
      from org_unit u join org_unit s on s.parent_id = u.parent_id and s.id <> u.id and s.in_chain = u.in_chain and s.valid_to is null
     where u.id = ${unitId} order by s.code limit 60`;
}

export async function getChildUnits(
  tx: Tx | Sql,
  { unitId, language }: { unitId: number } & Pick<ReadArgs, 'language'>,
) {
  return tx<UnitLink[]>`
    select s.code, ${named(tx, 's', language)} as name, ${abbreviated(tx, 's', language)} as "shortName"
      from org_unit s where s.parent_id = ${unitId} and s.in_chain and s.valid_to is null order by s.code limit 60`;
}

/** The unit that this one followed, and those that followed it. */
export async function getUnitLineage(
  tx: Tx | Sql,
  { unitId, language }: { unitId: number } & Pick<ReadArgs, 'language'>,
) {
  return tx<(UnitLink & { relation: 'predecessor' | 'successor' })[]>`
    select o.code, ${named(tx, 'o', language)} as name, ${abbreviated(tx, 'o', language)} as "shortName",
           case when o.id = u.predecessor_id then 'predecessor' else 'successor' end as relation
      from org_unit u join org_unit o on o.id = u.predecessor_id or o.predecessor_id = u.id
     where u.id = ${unitId} order by relation, o.code`;
}

/** Other names under which senders may call a unit. */
export async function getUnitAliases(tx: Tx | Sql, { unitId }: { unitId: number }) {
  const rows = await tx<{ alias: string }[]>`
    select distinct alias from org_unit_alias where unit_id = ${unitId} order by alias limit 12`;
  return rows.map(({ alias }) => alias);
}

/** Units whose code or name comes nearest to what was asked for, for a page that does not exist. */
export async function getNearestUnits(tx: Tx | Sql, { text, language }: { text: string } & Pick<ReadArgs, 'language'>) {
  return tx<UnitLink[]>`
    select u.code, ${named(tx, 'u', language)} as name, ${abbreviated(tx, 'u', language)} as "shortName"
      from org_unit u where u.in_chain and u.valid_to is null
     order by (u.code like left(${text}, 2) || '%') desc, similarity(u.search_key || ' ' || u.code, lower(${text})) desc, u.code limit 5`;
}

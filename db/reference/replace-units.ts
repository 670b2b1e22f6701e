import { toSearchKey, toSearchKeys } from '#domain/text/search-key.ts';
import type { Tx } from '../connect.ts';
import type { UnitSeed } from './unit-seed.ts';

/** Writes units with their place in the tree and answers the id of each code. Ids of known codes stay. */
export async function replaceUnits(tx: Tx, units: readonly UnitSeed[]): Promise<Map<string, number>> {
  const idOf = await reserveIds(
    tx,
    units.map(({ code }) => code),
  );
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const rows = units.map((unit) => toRow(unit, byCode, idOf));
  await tx`
    insert into org_unit as u (id, code, parent_id, ministry_id, root_id, path, depth, level, kind, name_th, name_en, abbr_th, abbr_en,
      certainty, in_chain, valid_from, valid_to, predecessor_id, search_key)
    overriding system value
    select id, code, "parentId", "ministryId", "rootId", path, cardinality(path) - 1, level, kind, "nameTh", "nameEn", "abbrTh", "abbrEn",
      certainty, "inChain", "validFrom", "validTo", "predecessorId", "searchKey"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id int, code text, "parentId" int, "ministryId" int, "rootId" int, path int[], level text,
      kind text, "nameTh" text, "nameEn" text, "abbrTh" text, "abbrEn" text, certainty text, "inChain" boolean, "validFrom" date, "validTo" date, "predecessorId" int, "searchKey" text)
    on conflict (id) do update set name_th = excluded.name_th, name_en = excluded.name_en, abbr_th = excluded.abbr_th, abbr_en = excluded.abbr_en,
      kind = excluded.kind, certainty = excluded.certainty, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      predecessor_id = excluded.predecessor_id, search_key = excluded.search_key
      where (u.name_th, u.name_en, u.abbr_th, u.abbr_en, u.kind, u.certainty, u.valid_from, u.valid_to, u.predecessor_id, u.search_key)
        is distinct from (excluded.name_th, excluded.name_en, excluded.abbr_th, excluded.abbr_en, excluded.kind, excluded.certainty,
          excluded.valid_from, excluded.valid_to, excluded.predecessor_id, excluded.search_key)`;
  return idOf;
}

async function reserveIds(tx: Tx, codes: string[]): Promise<Map<string, number>> {
  const known = await tx<
    { code: string; id: number }[]
  >`select code, id from org_unit where code = any(${codes}::text[])`;
  const idOf = new Map(known.map(({ code, id }) => [code, id]));
  const missing = codes.filter((code) => !idOf.has(code));
  const fresh = await tx<{ id: number }[]>`
    select nextval(pg_get_serial_sequence('org_unit', 'id'))::int as id from generate_series(1, ${missing.length}) order by 1`;
  missing.forEach((code, index) => idOf.set(code, fresh[index]!.id));
  return idOf;
}

function toRow(unit: UnitSeed, byCode: Map<string, UnitSeed>, idOf: Map<string, number>) {
  const ancestors = [unit];
  for (let above = unit.parentCode; above !== null; above = ancestors[0]!.parentCode)
    ancestors.unshift(byCode.get(above)!);
  const id = (code: string | null): number | null => (code === null ? null : idOf.get(code)!);
  const ministry = ancestors.findLast(({ level }) => level === 'MOC') ?? unit;
  return {
    ...unit,
    id: id(unit.code),
    parentId: id(unit.parentCode),
    ministryId: id(ministry.code),
    rootId: id(ancestors[0]!.code),
    path: ancestors.map(({ code }) => id(code)),
    predecessorId: id(unit.predecessorCode),
    searchKey: [...toSearchKeys([unit.nameTh, unit.nameEn, unit.abbrTh, unit.abbrEn]), toSearchKey(unit.code)].join(
      ' ',
    ),
  };
}

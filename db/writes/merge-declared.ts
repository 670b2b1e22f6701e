import { toSearchKey } from '#domain/text/search-key.ts';
import type { Tx } from '../connect.ts';
import type { Publication } from './republish.ts';

type DeclaredUnit = {
  code: string;
  parentCode: string | null;
  kind: string;
  nameTh: string;
  nameEn: string;
  aliases: string[];
};

/** Makes the units and indicators that a mapping declares for a root outside the Prime Minister's line; roots first. */
export async function mergeDeclared(tx: Tx, publication: Publication, runId: number): Promise<void> {
  const units = await tx<DeclaredUnit[]>`
    select code, parent_code as "parentCode", kind, name_th as "nameTh", name_en as "nameEn", aliases from staging.unit where run_id = ${runId}`;
  for (const generation of byGeneration(units)) await insertUnits(tx, generation);
  await insertIndicators(tx, publication, runId);
  await tx`delete from staging.unit where run_id = ${runId}`;
  await tx`delete from staging.indicator where run_id = ${runId}`;
}

/** Parents before children. */
function byGeneration(units: readonly DeclaredUnit[]): DeclaredUnit[][] {
  const declared = new Set(units.map((unit) => unit.code));
  const generations: DeclaredUnit[][] = [];
  let left = [...units];
  const made = new Set<string>();
  while (left.length > 0) {
    const ready = left.filter(
      (unit) => unit.parentCode === null || !declared.has(unit.parentCode) || made.has(unit.parentCode),
    );
    if (ready.length === 0) throw new RangeError(`Units below themselves: ${left.map((unit) => unit.code).join(', ')}`);
    for (const unit of ready) made.add(unit.code);
    left = left.filter((unit) => !made.has(unit.code));
    generations.push(ready);
  }
  return generations;
}

async function insertUnits(tx: Tx, units: readonly DeclaredUnit[]): Promise<void> {
  const rows = units.map((unit) => ({ ...unit, searchKey: toSearchKey(unit.nameTh) }));
  await tx`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g(code text, "parentCode" text, kind text, "nameTh" text, "nameEn" text, aliases jsonb, "searchKey" text)),
    numbered as (
      select g.*, nextval(pg_get_serial_sequence('org_unit', 'id'))::int as id from given g where not exists (select 1 from org_unit u where u.code = g.code)),
    made as (
      insert into org_unit (id, code, parent_id, ministry_id, root_id, path, depth, level, kind, name_th, name_en, certainty, in_chain, search_key)
      overriding system value
      select n.id, n.code, p.id, coalesce(p.root_id, n.id), coalesce(p.root_id, n.id), coalesce(p.path, '{}') || n.id, coalesce(p.depth + 1, 0),
             case when p.id is null then 'MOC' else 'DOC' end, n.kind, n."nameTh", n."nameEn", 'high', false, n."searchKey"
        from numbered n left join org_unit p on p.code = n."parentCode"
      returning id, code)
    insert into org_unit_alias (unit_id, alias_key, alias, source)
    select m.id, a.alias, a.alias, 'mapping' from made m join given g using (code) cross join lateral jsonb_array_elements_text(g.aliases) as a(alias)
    on conflict do nothing`;
}

async function insertIndicators(tx: Tx, publication: Publication, runId: number): Promise<void> {
  await tx`
    insert into indicator (code, owner_unit_id)
    select s.code, u.id from staging.indicator s join org_unit u on u.code = s.owner_code where s.run_id = ${runId} on conflict (code) do nothing`;
  await tx`
    insert into indicator_version (indicator_id, version, name_th, name_en, unit_of_measure, direction, org_rollup, time_rollup, frequency, is_share, ratio_scale, run_id, published_in)
    select i.id, 1, s.name_th, s.name_en, s.unit_of_measure, s.direction, s.org_rollup, s.time_rollup, s.frequency, s.is_share,
           case when s.is_share then 100 else 1 end, ${runId}, ${publication.id}
      from staging.indicator s join indicator i on i.code = s.code
     where s.run_id = ${runId} on conflict do nothing`;
}

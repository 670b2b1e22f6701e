import type { Sql, Tx } from '../connect.ts';

export type UnitRow = {
  id: number;
  code: string;
  nameTh: string;
  nameEn: string;
  abbrTh: string | null;
  abbrEn: string | null;
  aliases: string[];
  ministryId: number;
  rootId: number;
  path: number[];
  inChain: boolean;
  validFrom: string | null;
  validTo: string | null;
};
export type IndicatorRow = {
  id: number;
  code: string;
  nameTh: string;
  nameEn: string;
  version: number;
  isShare: boolean;
  frequency: string;
  rootId: number;
  /** Public 0, internal 1, restricted 2. */
  clearance: number;
  ratioScale: string;
  orgRollup: string;
};
export type SliceRow = { id: number; kind: string; code: string };

/** Every unit, indicator (newest version) and slice that a record may refer to. */
export async function getLoadReference(
  sql: Sql | Tx,
): Promise<{ units: UnitRow[]; indicators: IndicatorRow[]; slices: SliceRow[] }> {
  const units = await sql<UnitRow[]>`
    select u.id, u.code, u.name_th as "nameTh", u.name_en as "nameEn", u.abbr_th as "abbrTh", u.abbr_en as "abbrEn", u.ministry_id as "ministryId",
           u.root_id as "rootId", u.path, u.in_chain as "inChain", u.valid_from as "validFrom", u.valid_to as "validTo",
           coalesce((select array_agg(a.alias) from org_unit_alias a where a.unit_id = u.id), '{}') as aliases
      from org_unit u`;
  const indicators = await sql<IndicatorRow[]>`
    select distinct on (i.id) i.id, i.code, v.name_th as "nameTh", v.name_en as "nameEn", v.version, v.is_share as "isShare", v.frequency, u.root_id as "rootId",
           case v.classification when 'restricted' then 2 when 'internal' then 1 else 0 end as clearance,
           v.ratio_scale as "ratioScale", v.org_rollup as "orgRollup"
      from indicator i join indicator_version v on v.indicator_id = i.id join org_unit u on u.id = i.owner_unit_id
     order by i.id, v.version desc`;
  const slices = await sql<SliceRow[]>`select id, kind, code from slice where id <> 0`;
  return { units: [...units], indicators: [...indicators], slices: [...slices] };
}

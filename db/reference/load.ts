import { toSearchKey } from '#domain/text/search-key.ts';
import type { Sql, Tx } from '../connect.ts';
import { allPeriods, fiscalYears, reviewRounds } from './calendar.ts';
import { aliases } from './former-units.ts';
import { listItems } from './lists.ts';
import { toPositions } from './positions.ts';
import { toSlices } from './slices.ts';
import { replaceUnits } from './replace-units.ts';
import { readUnits } from './units.ts';

/**
 * Brings the fixed lists of this folder into the database, as owner or loader. Doing it again changes nothing;
 * a name changed here is changed there, and ids stay. One transaction.
 */
export async function loadReference(sql: Sql): Promise<void> {
  const units = readUnits();
  await sql.begin(async (tx) => {
    const idOf = await replaceUnits(tx, units);
    await upsertAliases(tx, idOf);
    await upsertPositions(tx, idOf, toPositions(units));
    await upsertLists(tx);
    await upsertCalendar(tx);
    await tx`
      insert into slice (id, kind, code, name_th, name_en)
      select * from jsonb_to_recordset(${json(toSlices(units))}::jsonb) as s(id smallint, kind text, code text, "nameTh" text, "nameEn" text)
      on conflict (id) do update set name_th = excluded.name_th, name_en = excluded.name_en`;
  });
}

async function upsertAliases(tx: Tx, idOf: Map<string, number>): Promise<void> {
  const rows = aliases.map(({ unitCode, alias, source }) => ({
    id: idOf.get(unitCode),
    key: toSearchKey(alias),
    alias,
    source,
  }));
  await tx`
    insert into org_unit_alias (unit_id, alias_key, alias, source)
    select distinct on (key, id) * from jsonb_to_recordset(${json(rows)}::jsonb) as a(id int, key text, alias text, source text)
    on conflict do nothing`;
}

async function upsertPositions(
  tx: Tx,
  idOf: Map<string, number>,
  positions: ReturnType<typeof toPositions>,
): Promise<void> {
  const rows = positions.map((position) => ({ ...position, unitId: idOf.get(position.unitCode) }));
  await tx`
    insert into position as p (code, unit_id, role, title_th, title_en, clearance)
    select * from jsonb_to_recordset(${json(rows)}::jsonb)
      as q(code text, "unitId" int, role text, "titleTh" text, "titleEn" text, clearance text)
    on conflict (code) do update set title_th = excluded.title_th, title_en = excluded.title_en
      where (p.title_th, p.title_en) is distinct from (excluded.title_th, excluded.title_en)`;
}

async function upsertLists(tx: Tx): Promise<void> {
  await tx`
    insert into list_item as i (list, code, position, name_th, name_en, detail)
    select * from jsonb_to_recordset(${json(listItems)}::jsonb)
      as l(list text, code text, position smallint, "nameTh" text, "nameEn" text, detail jsonb)
    on conflict (list, code) do update set position = excluded.position, name_th = excluded.name_th, name_en = excluded.name_en, detail = excluded.detail
      where (i.position, i.name_th, i.name_en, i.detail) is distinct from (excluded.position, excluded.name_th, excluded.name_en, excluded.detail)`;
}

/** Settings of a year belong to the installation once they stand: only what is missing is added. */
async function upsertCalendar(tx: Tx): Promise<void> {
  await tx`
    insert into fiscal_year (fiscal_year, starts_on, ends_on, scheme, floor, incentive_line, min_coverage_share, perspective_weights)
    select * from jsonb_to_recordset(${json(fiscalYears)}::jsonb)
      as y("fiscalYear" smallint, "startsOn" date, "endsOn" date, scheme text, floor text, "incentiveLine" numeric, "minCoverageShare" numeric, "perspectiveWeights" jsonb)
    on conflict do nothing`;
  await tx`
    insert into review_round (fiscal_year, round, starts_on, ends_on, due_on)
    select * from jsonb_to_recordset(${json(reviewRounds)}::jsonb)
      as r("fiscalYear" smallint, round smallint, "startsOn" date, "endsOn" date, "dueOn" date)
    on conflict do nothing`;
  const periods = allPeriods();
  const [stored] = await tx<{ count: number }[]>`select count(*)::int as count from period`;
  if (stored!.count === periods.length) return;
  await tx`
    insert into period (id, code, kind, fiscal_year, starts_on, ends_on)
    select * from unnest(${periods.map(({ id }) => id)}::int[], ${periods.map(({ code }) => code)}::text[], ${periods.map(({ kind }) => kind)}::text[],
      ${periods.map(({ fiscalYear }) => fiscalYear)}::smallint[], ${periods.map(({ startsOn }) => startsOn)}::text[]::date[], ${periods.map(({ endsOn }) => endsOn)}::text[]::date[])
    on conflict do nothing`;
}

const json = (rows: unknown): string => JSON.stringify(rows);

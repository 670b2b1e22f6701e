import type { Sql } from '../connect.ts';

/** A feed as whoever runs the installation decides it. */
export interface FeedOfOperator {
  code: string;
  unitCode: string;
  unitName: string;
  level: 'DOC' | 'MOC' | 'PMOC';
  dataset: string;
  mapping: string;
  nameTh: string;
  nameEn: string;
  frequency: 'day' | 'month' | 'quarter' | 'year';
  lagDays: number;
  classification: 'public' | 'internal' | 'restricted';
  acceptsItself: number;
  maxRejectedShare: number;
  sourceUrl: string | null;
  schedule: string | null;
  isActive: boolean;
  duties: number;
}

/** One feed by its code, active or not. As owner or loader. */
export async function getFeedSetting(sql: Sql, code: string): Promise<FeedOfOperator | null> {
  const [row] = await sql<FeedOfOperator[]>`
    select f.code, u.code as "unitCode", u.name_th as "unitName", f.level, f.dataset, f.mapping, f.name_th as "nameTh", f.name_en as "nameEn", f.frequency,
           f.lag_days as "lagDays", f.classification, f.accepts_itself as "acceptsItself", f.max_rejected_share::float8 as "maxRejectedShare",
           f.source_url as "sourceUrl", f.schedule, f.active as "isActive", (select count(*)::int from reporting_duty d where d.feed_id = f.id) as duties
      from feed f join org_unit u on u.id = f.unit_id where f.code = ${code}`;
  return row ?? null;
}

/** The data officer's position of a unit, and whether anybody holds it from a day on; null where the unit has none. */
export async function getOfficerOf(
  sql: Sql,
  unitCode: string,
  on: string,
): Promise<{ position: string; isHeld: boolean } | null> {
  const [row] = await sql<{ position: string; isHeld: boolean }[]>`
    select q.code as position, exists (select from access.appointment a where a.position_id = q.id and (a.to_on is null or a.to_on >= ${on}::date)) as "isHeld"
      from position q join org_unit u on u.id = q.unit_id where u.code = ${unitCode} and q.role = 'officer' limit 1`;
  return row ?? null;
}

/** Of the codes named, those that are no indicator, or no unit at or below another. */
export async function findUnknownCodes(
  sql: Sql,
  { indicators, units, above }: { indicators: readonly string[]; units: readonly string[]; above: string },
): Promise<{ indicators: string[]; units: string[] }> {
  const [row] = await sql<{ indicators: string[]; units: string[] }[]>`
    select array(select c from unnest(${[...indicators]}::text[]) c where not exists (select from indicator i where i.code = c)) as indicators,
           array(select c from unnest(${[...units]}::text[]) c where not exists (
             select from org_unit u join org_unit a on a.code = ${above} where u.code = c and u.path @> array[a.id])) as units`;
  return row!;
}

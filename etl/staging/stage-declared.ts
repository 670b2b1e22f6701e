import type { Sql } from '#db/connect.ts';
import type { Declared } from '../mappings/declared.ts';

/** Puts the units and indicators that a mapping brings along beside the run's records; they are made when it is published. */
export async function stageDeclared(sql: Sql, runId: number, { units, indicators }: Declared): Promise<void> {
  const unitRows = [...units.values()];
  const indicatorRows = [...indicators.values()];
  if (unitRows.length > 0) {
    await sql`
      insert into staging.unit (run_id, code, parent_code, kind, name_th, name_en, aliases)
      select ${runId}, u.code, u."parentCode", u.kind, u."nameTh", u."nameEn", u.aliases
        from jsonb_to_recordset(${JSON.stringify(unitRows)}::jsonb) as u(code text, "parentCode" text, kind text, "nameTh" text, "nameEn" text, aliases text[])`;
  }
  if (indicatorRows.length > 0) {
    await sql`
      insert into staging.indicator (run_id, code, owner_code, name_th, name_en, unit_of_measure, direction, org_rollup, time_rollup, frequency, is_share)
      select ${runId}, i.code, i."ownerCode", i."nameTh", i."nameEn", i."unitOfMeasure", i.direction, i."orgRollup", i."timeRollup", i.frequency, i."isShare"
        from jsonb_to_recordset(${JSON.stringify(indicatorRows)}::jsonb)
          as i(code text, "ownerCode" text, "nameTh" text, "nameEn" text, "unitOfMeasure" text, direction text, "orgRollup" text, "timeRollup" text, frequency text, "isShare" boolean)`;
  }
}

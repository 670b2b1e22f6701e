import type { Sql } from '#db/connect.ts';
import { periodId } from '#domain/time/period.ts';
import { publishRun } from '#db/writes/publish-run.ts';

/** A reading as a test writes it; the rest is filled in. */
export type GivenReading = {
  unit: string;
  indicator: string;
  period: string;
  value?: string;
  num?: string;
  den?: string;
  state?: string;
};

export type GivenIndicator = Partial<Record<'org_rollup' | 'time_rollup' | 'frequency' | 'classification' | 'of_record' | 'direction' | 'unit_of_measure' | 'ratio_scale', string>>;

/** Makes an indicator whose version 1 is as given; higher is better, monthly, a percentage of sums by default. */
export async function buildIndicator(sql: Sql, code: string, given: GivenIndicator = {}): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into indicator (code, owner_unit_id) select ${code}, id from org_unit where code = 'PMOC' returning id`;
  await sql`
    insert into indicator_version ${sql({
      indicator_id: row!.id, version: 1, name_th: `ตัวชี้วัด ${code}`, name_en: `Indicator ${code}`, unit_of_measure: 'percent', direction: 'higher', org_rollup: 'ratio_of_sums',
      time_rollup: 'sum', frequency: 'month', ratio_scale: '100', perspective: 'EFF', published_in: 0, ...given,
    })}`;
  return row!.id;
}

export async function buildDuty(sql: Sql, unit: string, indicator: string, fromFiscalYear: number): Promise<void> {
  await sql`
    insert into reporting_duty (unit_id, indicator_id, from_fiscal_year, lag_days)
    select u.id, i.id, ${fromFiscalYear}, 15 from org_unit u, indicator i where u.code = ${unit} and i.code = ${indicator}`;
}

/** Makes the feed `<dataset>-<unit>`; accepts itself everywhere unless told otherwise. */
export async function buildFeed(sql: Sql, dataset: string, unit: string, given: { acceptsItself?: number; classification?: string } = {}): Promise<string> {
  const code = `${dataset}-${unit}`;
  await sql`
    insert into feed (code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, accepts_itself, classification)
    select ${code}, u.id, u.ministry_id, case u.level when 'province' then 'DOC' else u.level end, ${dataset}, ${dataset}, ${code}, ${code}, 'month',
           ${given.acceptsItself ?? 6}, ${given.classification ?? 'public'}
      from org_unit u where u.code = ${unit} on conflict do nothing`;
  return code;
}

/** Opens a run of a feed as the pipeline does before it stages. */
export async function buildRun(sql: Sql, feed: string, now: Date): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into etl_run (feed_id, dataset, mapping, mapping_version, contract_version, unit_id, ministry_id, level, classification, status, stage, source, started_at, audiences)
    select f.id, f.dataset, f.mapping, '1', '1', f.unit_id, f.ministry_id, f.level, f.classification, 'running', 'publishing', 'command', ${now},
           fact_audiences(7, case f.classification when 'restricted' then 2 when 'internal' then 1 else 0 end) & ~64
      from feed f where f.code = ${feed} returning id`;
  return row!.id;
}

/** Stages readings for a new run of the feed, numbered from 1; answers the run. */
export async function stageReadings(sql: Sql, feed: string, readings: readonly GivenReading[], now: Date): Promise<number> {
  const runId = await buildRun(sql, feed, now);
  const rows = readings.map((reading, index) => ({
    run_id: runId, record_no: index + 1, file_no: 1, sheet: null, row_no: index + 2, as_sent: null, unit_code: reading.unit, indicator_code: reading.indicator,
    fiscal_year: String(Math.floor(periodId(reading.period) / 100_000)), period_id: String(periodId(reading.period)), slice_id: '0', state: reading.state ?? 'reported',
    value: reading.value ?? null, numerator: reading.num ?? null, denominator: reading.den ?? null, note: null,
  }));
  await sql`insert into staging.reading ${sql(rows)}`;
  await sql`update etl_run set read = ${rows.length} where id = ${runId}`;
  return runId;
}

/** Stages readings for a run of the feed and publishes it. */
export async function publishReadings(sql: Sql, feed: string, readings: readonly GivenReading[], now: Date) {
  const runId = await stageReadings(sql, feed, readings, now);
  return { runId, ...(await publishRun(sql, { runId, now })) };
}

/** Stages records of any other dataset and publishes the run. */
export async function publishRecords(sql: Sql, feed: string, dataset: string, records: readonly Record<string, unknown>[], now: Date) {
  const runId = await buildRun(sql, feed, now);
  const rows = records.map((payload, index) => ({
    run_id: runId, record_no: index + 1, file_no: 1, sheet: null, row_no: index + 2, as_sent: null, dataset, record_key: String(index), payload: JSON.stringify(payload),
  }));
  await sql`insert into staging.record ${sql(rows)}`;
  await sql`update etl_run set read = ${rows.length} where id = ${runId}`;
  return { runId, ...(await publishRun(sql, { runId, now })) };
}

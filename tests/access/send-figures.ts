import { periodId } from '#domain/time/period.ts';
import { publishRun } from '#db/writes/publish-run.ts';
import { buildRun } from '#tests/build/publication.ts';
import type { TestDatabase } from '#tests/setup/database.ts';

const period = '2569-10';
export const november = (day: number) => new Date(`2026-11-${String(day).padStart(2, '0')}T09:00:00+07:00`);

export type Send = ReturnType<typeof sender>;

type Readings = [indicator: string, value: string | null, slice?: number][];

/** Publishes readings of the unit that a feed is named after, on a day of November; answers with the run. */
export const sender = (etl: TestDatabase['etl']) => async (feed: string, readings: Readings, day: number) => {
  const unit = feed.slice(feed.indexOf('-') + 1);
  const runId = await buildRun(etl, feed, november(day));
  const rows = readings.map(([indicator, value, slice = 0], index) => ({
    ...{
      run_id: runId,
      record_no: index + 1,
      file_no: 1,
      sheet: null,
      row_no: index + 2,
      as_sent: null,
      unit_code: unit,
      indicator_code: indicator,
    },
    ...{
      fiscal_year: '2570',
      period_id: String(periodId(period)),
      slice_id: String(slice),
      state: value === null ? 'withheld' : 'reported',
      value,
      numerator: null,
      denominator: null,
      note: null,
    },
  }));
  await etl`insert into staging.reading ${etl(rows)}`;
  const total = readings.reduce((sum, [, value]) => sum + Number(value ?? 0), 0);
  await etl`
    insert into run_total (run_id, column_name, read_records, read_total, accepted_records, accepted_total)
    values (${runId}, 'value', ${rows.length}, ${total}, ${rows.length}, ${total})`;
  await etl`update etl_run set read = ${rows.length} where id = ${runId}`;
  await publishRun(etl, { runId, now: november(day) });
  return runId;
};

import type { Sql } from '#db/connect.ts';
import { reject, type Finding } from '../checks/finding.ts';
import type { DatasetName } from '../datasets/contract.ts';

export type Repeat = { finding: Finding; values: Record<string, string | null> };

type Row = {
  recordNo: number;
  fileNo: number;
  sheet: string | null;
  row: number;
  key: string;
  content: string;
  values: Record<string, string | null>;
};

/**
 * Takes repeats out of a run's staging: of records that say the same, all but the first; of records about the same
 * subject that say different things, every one, since none is certain. `suspects` narrows the search for readings; null compares all.
 */
export async function removeDuplicates(
  sql: Sql,
  runId: number,
  dataset: DatasetName,
  suspects: readonly number[] | null,
): Promise<Repeat[]> {
  const isReading = dataset === 'reading';
  if (isReading && suspects !== null && suspects.length === 0) return [];
  const rows = isReading ? await getReadingGroups(sql, runId, suspects) : await getRecordGroups(sql, runId, dataset);
  const repeats = toRepeats(rows);
  const gone = repeats.map(({ recordNo }) => recordNo);
  const table = sql(isReading ? 'reading' : 'record');
  for (let from = 0; from < gone.length; from += 10_000) {
    await sql`delete from staging.${table} where run_id = ${runId} and record_no = any(${gone.slice(from, from + 10_000)}::int[])`;
  }
  return repeats;
}

function getReadingGroups(sql: Sql, runId: number, suspects: readonly number[] | null): Promise<Row[]> {
  const key = sql`s.unit_code, s.indicator_code, s.period_id, s.slice_id`;
  const named = suspects
    ? sql`select distinct ${key} from staging.reading s where s.run_id = ${runId} and s.record_no = any(${[...suspects]}::int[])`
    : sql`select ${key} from staging.reading s where s.run_id = ${runId} group by ${key} having count(*) > 1`;
  return sql<Row[]>`
    with named as materialized (${named})
    select s.record_no as "recordNo", s.file_no as "fileNo", s.sheet, s.row_no as "row", concat_ws('|', ${key}) as key,
           row_to_json(row(s.state, s.value, s.numerator, s.denominator, s.note))::text as content,
           jsonb_build_object('value', s.value::text, 'numerator', s.numerator::text, 'denominator', s.denominator::text) as values
      from staging.reading s join named n using (unit_code, indicator_code, period_id, slice_id) where s.run_id = ${runId} order by s.record_no`;
}

/** A line of money is the same line only within its unit, year and period. */
function getRecordGroups(sql: Sql, runId: number, dataset: DatasetName): Promise<Row[]> {
  const key =
    dataset === 'budget'
      ? sql`concat_ws('|', r.record_key, r.payload::jsonb ->> 'unit_code', r.payload::jsonb ->> 'fiscal_year', r.payload::jsonb ->> 'period_id')`
      : sql`r.record_key`;
  return sql<Row[]>`
    with keyed as (select r.*, ${key} as full_key from staging.record r where r.run_id = ${runId}),
    -- Counted in one pass: nothing is known of rows just staged, and a join of them with themselves may be tried pair by pair.
    counted as (select *, count(*) over (partition by full_key) as times from keyed)
    select k.record_no as "recordNo", k.file_no as "fileNo", k.sheet, k.row_no as "row", k.full_key as key, k.payload as content, k.payload::jsonb as values
      from counted k where k.times > 1 order by k.record_no`;
}

function toRepeats(rows: readonly Row[]): (Repeat & { recordNo: number })[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const [first] = group as [Row];
      const isSame = group.every(({ content }) => content === first.content);
      const gone = isSame ? group.slice(1) : group;
      return gone.map((row) => {
        const other = row === first ? group[1]! : first;
        const told = isSame
          ? reject('duplicate_record', { firstRow: first.row })
          : reject('conflicting_duplicate', { otherRow: other.row });
        const finding: Finding = {
          ...told,
          fileNo: row.fileNo,
          sheet: row.sheet ?? '',
          row: row.row,
          sourceColumn: null,
          contractColumn: null,
          raw: null,
          record: null,
        };
        return { recordNo: row.recordNo, finding, values: row.values };
      });
    });
}

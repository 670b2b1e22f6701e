import type { Sql, Tx } from '../connect.ts';
import { current } from './current.ts';
import { abbreviated, named, type ReadArgs } from './named.ts';

export type FigureKey = {
  unitId: number;
  indicatorId: number;
  fiscalYear: number;
  periodId: number;
  sliceId: number;
};

export interface FigureRow {
  unitId: number;
  unitCode: string;
  unitName: string;
  unitShortName: string;
  fiscalYear: number;
  periodId: number;
  sliceId: number;
  basis: 'reading' | 'across' | 'time';
  state: 'reported' | 'estimated' | 'withheld' | 'not_applicable';
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  isEstimated: boolean;
  unitsReported: number;
  unitsExpected: number;
  unitsWithheld: number;
  throughPeriodId: number | null;
  runId: number | null;
  revision: number | null;
}

const figureColumns = (tx: Tx | Sql, { language }: Pick<ReadArgs, 'language'>) => tx`
  f.unit_id as "unitId", u.code as "unitCode", ${named(tx, 'u', language)} as "unitName", ${abbreviated(tx, 'u', language)} as "unitShortName",
  f.fiscal_year as "fiscalYear", f.period_id as "periodId", f.slice_id as "sliceId", f.basis, f.state, f.value, f.numerator, f.denominator,
  f.is_estimated as "isEstimated", f.units_reported as "unitsReported", f.units_expected as "unitsExpected", f.units_withheld as "unitsWithheld",
  f.through_period_id as "throughPeriodId", f.run_id as "runId", f.revision`;

/** The number of record for a unit, indicator, period and slice; null where the viewer sees none. */
export async function getFigure(tx: Tx | Sql, args: ReadArgs & FigureKey): Promise<FigureRow | null> {
  const [row] = await tx<FigureRow[]>`
    select ${figureColumns(tx, args)} from figure f join org_unit u on u.id = f.unit_id
     where f.unit_id = ${args.unitId} and f.indicator_id = ${args.indicatorId} and f.fiscal_year = ${args.fiscalYear}
       and f.period_id = ${args.periodId} and f.slice_id = ${args.sliceId} and ${current(tx, 'f', args.asOf)}`;
  return row ?? null;
}

/** The same measure one level down: the figures of the child units, in the order of their codes. */
export async function getChildFigures(tx: Tx | Sql, args: ReadArgs & FigureKey & { limit: number }) {
  return tx<FigureRow[]>`
    select ${figureColumns(tx, args)} from org_unit u
      join figure f on f.unit_id = u.id and f.indicator_id = ${args.indicatorId} and f.fiscal_year = ${args.fiscalYear}
       and f.period_id = ${args.periodId} and f.slice_id = ${args.sliceId} and ${current(tx, 'f', args.asOf)}
     where u.parent_id = ${args.unitId} order by u.code limit ${args.limit}`;
}

/** The shorter periods of the same unit that a year's figure is made of, newest first. */
export async function getPeriodFigures(tx: Tx | Sql, args: ReadArgs & Omit<FigureKey, 'periodId'> & { limit: number }) {
  return tx<FigureRow[]>`
    select ${figureColumns(tx, args)} from figure f join org_unit u on u.id = f.unit_id join period p on p.id = f.period_id and p.kind <> 'year'
     where f.unit_id = ${args.unitId} and f.indicator_id = ${args.indicatorId} and f.fiscal_year = ${args.fiscalYear}
       and f.slice_id = ${args.sliceId} and ${current(tx, 'f', args.asOf)}
     order by p.ends_on desc, p.starts_on limit ${args.limit}`;
}

export interface OtherFigureRow {
  basis: 'reading' | 'across' | 'time';
  value: string | null;
  /** Relative difference of the two, and whether it is more than the indicator tolerates. */
  difference: string | null;
  isBeyondTolerance: boolean;
}

/** Where a level reports what can also be computed from below: the figure that is not of record, and how far apart they are. */
export async function getOtherFigure(
  tx: Tx | Sql,
  args: ReadArgs & FigureKey & { value: string | null },
): Promise<OtherFigureRow | null> {
  const [row] = await tx<OtherFigureRow[]>`
    with other as (
      select 'reading' as basis, r.value from reading r where not r.of_record and ${sameKey(tx, 'r', args)}
      union all
      select r.basis, r.value from unit_rollup r where not r.of_record and ${sameKey(tx, 'r', args)})
    select o.basis, o.value, d.difference, coalesce(abs(d.difference) > i.tolerance, false) as "isBeyondTolerance"
      from other o join indicator_current i on i.indicator_id = ${args.indicatorId}
      cross join lateral (select (o.value - ${args.value}::numeric) / nullif(abs(${args.value}::numeric), 0) as difference) d limit 1`;
  return row ?? null;
}

const sameKey = (tx: Tx | Sql, alias: string, args: FigureKey & Pick<ReadArgs, 'asOf'>) => {
  const table = tx(alias);
  return tx`${table}.unit_id = ${args.unitId} and ${table}.indicator_id = ${args.indicatorId} and ${table}.fiscal_year = ${args.fiscalYear}
    and ${table}.period_id = ${args.periodId} and ${table}.slice_id = ${args.sliceId} and ${current(tx, alias, args.asOf)}`;
};

export interface SourceReadingRow extends FigureKey {
  unitCode: string;
  unitName: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  state: string;
  runId: number;
  fileName: string | null;
  sheet: string | null;
  rowNo: number;
  /** Letter of the column that the value, or else the numerator, was read from. */
  columnLetter: string | null;
}

/** The newest readings under a figure – of the unit itself and of all units below it – each with its cell. */
export async function getSourceReadings(
  tx: Tx | Sql,
  args: ReadArgs & Omit<FigureKey, 'periodId'> & { throughPeriodId: number | null; limit: number },
) {
  return tx<SourceReadingRow[]>`
    select r.unit_id as "unitId", r.indicator_id as "indicatorId", r.fiscal_year as "fiscalYear", r.period_id as "periodId", r.slice_id as "sliceId",
           u.code as "unitCode", ${named(tx, 'u', args.language)} as "unitName", r.value, r.numerator, r.denominator, r.state,
           r.run_id as "runId", f.name as "fileName", r.sheet, r.row_no as "rowNo",
           (select c.source_column from run_column c where c.run_id = r.run_id and c.file_no = r.file_no and c.sheet = coalesce(r.sheet, '')
              and c.contract_column in ('value', 'numerator') order by c.contract_column desc limit 1) as "columnLetter"
      from org_unit u
      join reading r on r.unit_id = u.id and r.indicator_id = ${args.indicatorId} and r.fiscal_year = ${args.fiscalYear} and r.slice_id = ${args.sliceId}
       and ${current(tx, 'r', args.asOf)}
      join period p on p.id = r.period_id
      left join run_file f on f.run_id = r.run_id and f.file_no = r.file_no
     where u.path @> array[${args.unitId}::int] ${args.throughPeriodId === null ? tx`` : tx`and p.ends_on <= (select ends_on from period where id = ${args.throughPeriodId})`}
     order by p.ends_on desc, u.code limit ${args.limit}`;
}

/** The id of a slice; null for one that is in no list. */
export async function getSliceId(tx: Tx | Sql, { kind, code }: { kind: string; code: string }): Promise<number | null> {
  const [row] = await tx<{ id: number }[]>`select id from slice where kind = ${kind} and code = ${code}`;
  return row?.id ?? null;
}

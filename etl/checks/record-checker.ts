import type { Contract, ContractColumn } from '../datasets/contract.ts';
import { isRejecting } from '../decode/cell-fault.ts';
import { columnLetter, type HeaderRow, type SourceRecord } from '../decode/record.ts';
import { planColumns, type NameParts, type PlannedColumn } from '../mappings/column-plan.ts';
import { toIndex } from '../mappings/headings.ts';
import { isOwnForm } from '../mappings/identity.ts';
import type { ColumnSource, Mapping } from '../mappings/mapping.ts';
import { toCellParser, type CellFormat, type CellParser, type CellScope } from './cell-parsers.ts';
import type { Finding, Told } from './finding.ts';
import { Row } from './row.ts';
import { UnreadColumns } from './unread-columns.ts';
import { toWatchers, type Watcher } from './watched-columns.ts';

export type FilePlace = { fileNo: number; sheet: string };

type ReadColumn = {
  column: ContractColumn;
  plan: PlannedColumn;
  parse: CellParser;
  isFixed: boolean;
  /** Whether its cells name something that is looked up. */
  hasLink: boolean;
};

const LINKED: ReadonlySet<string> = new Set(['unit', 'indicator', 'period']);

/** Reads the records of one sheet of one file in contract terms and says what is wrong with each. */
export class RecordChecker {
  readonly row: Row;
  /** Contract column → the sender's own text, only where it differs from what is stored. */
  asSent: Record<string, string> | null = null;
  /** Everything the last record's rules found, with addresses. */
  findings: Finding[] = [];
  readonly columns: readonly ReadColumn[];
  /** Contract columns that the file lacks: rules may fill them, so each record begins without. */
  private readonly absent: readonly string[];
  private readonly watchers: readonly Watcher[];
  /** Null once there is nothing more to say of the sheet's columns, which for most sheets is from the start. */
  private unread: UnreadColumns | null = null;

  constructor(
    private readonly contract: Contract,
    mapping: Mapping,
    header: HeaderRow,
    private readonly place: FilePlace,
    parts: NameParts,
    scope: CellScope,
  ) {
    this.row = new Row(scope.reference, {
      ...mapping.settings,
      today: scope.today,
      ...(mapping.blankState ? { blankState: mapping.blankState } : {}),
    });
    const plans = planColumns(contract, mapping, header, parts);
    this.columns = contract.columns.flatMap((column, i) => {
      const plan = plans[i];
      if (!plan) return [];
      return [
        {
          column,
          plan,
          parse: toCellParser(column.type, toFormat(mapping, mapping.columns[column.name]!), scope),
          isFixed: plan.index < 0,
          hasLink: LINKED.has(column.type.kind),
        },
      ];
    });
    this.row.present = new Set(this.columns.map(({ column }) => column.name));
    if (isOwnForm(mapping)) this.unread = new UnreadColumns(contract, mapping, header, plans);
    if (this.unread?.isDone) this.unread = null;
    this.watchers = toWatchers(mapping, toIndex(header));
    for (const { name } of contract.columns) this.row.values[name] = null;
    this.absent = contract.columns.map(({ name }) => name).filter((name) => !this.row.present.has(name));
  }

  /** True when the record may be stored; row, asSent and findings then speak of this record until the next call. */
  check(record: SourceRecord): boolean {
    const { row } = this;
    row.told.length = 0;
    this.findings = [];
    this.asSent = null;
    if (this.unread) this.tellUnread(this.unread, record);
    for (const name of this.absent) row.values[name] = null;
    for (const read of this.columns) this.readCell(read, record);
    if (record.faults) this.tellFaults(record);
    for (const watcher of this.watchers) this.watch(watcher, record);
    if (row.told.length === 0 || !row.isRejected) {
      checkUnitThen(row);
      this.contract.check(row);
    }
    if (row.told.length === 0 && this.findings.length === 0) return true;
    return this.settle(record);
  }

  /** The address of one of the last record's cells. */
  placeOf(record: SourceRecord, contractColumn: string): Omit<Finding, keyof Told> {
    const read = this.columns.find(({ column }) => column.name === contractColumn);
    const isCell = read !== undefined && !read.isFixed;
    const raw = isCell ? (record.cells[read.plan.index] ?? '') : null;
    return {
      ...this.place,
      row: record.row,
      sourceColumn: isCell ? read.plan.sourceColumn : null,
      contractColumn,
      raw,
      record: null,
    };
  }

  private tellUnread(unread: UnreadColumns, record: SourceRecord): void {
    for (const { told, row, index, raw } of unread.take(record))
      this.add(told, { ...record, row }, index === null ? null : columnLetter(index + 1), null, raw);
    if (unread.isDone) this.unread = null;
  }

  private readCell({ column, plan, parse, isFixed, hasLink }: ReadColumn, record: SourceRecord): void {
    const { row } = this;
    const raw = plan.take(record.cells);
    const { name } = column;
    if (hasLink) row.links[name] = undefined;
    if (isBlank(raw)) {
      row.values[name] = null;
      const note = isFixed ? null : plan.note?.(record.cells);
      if (note) row.told.push({ ...note, column: name });
      if (column.isRequired) row.reject('required_missing', name, { column: column.th, columnEn: column.en });
      return;
    }
    const cell = parse(raw);
    row.values[name] = cell.value;
    if (cell.link) row.links[name] = cell.link;
    if (cell.told) row.told.push({ ...cell.told, column: name });
    if (cell.value === null && column.isRequired && cell.told?.severity !== 'rejection') {
      row.reject('required_missing', name, { column: column.th, columnEn: column.en });
    }
    const sent = isFixed ? raw : (record.cells[plan.index] ?? '');
    const note = isFixed ? null : plan.note?.(record.cells);
    if (note) row.told.push({ ...note, column: name });
    if (cell.value !== sent && !isFixed) (this.asSent ??= {})[name] = sent;
  }

  private tellFaults(record: SourceRecord): void {
    for (const fault of record.faults!) {
      const told: Told = {
        rule: fault.rule,
        severity: isRejecting(fault) ? 'rejection' : 'warning',
        params: fault.params,
      };
      const read = this.columns.find(({ plan }) => plan.index === fault.columnNo - 1);
      // A broken cell in a column that nobody reads costs nothing; a broken record does.
      const isElsewhere =
        !read &&
        (fault.rule === 'formula_used' || fault.rule === 'formula_without_value' || fault.rule === 'error_cell');
      if (isElsewhere) continue;
      this.add(
        told,
        record,
        fault.columnNo > 0 ? columnLetter(fault.columnNo) : null,
        read?.column.name ?? null,
        fault.raw,
      );
    }
  }

  private watch({ index, parse }: Watcher, record: SourceRecord): void {
    const raw = record.cells[index] ?? '';
    const told = raw.trim() === '' ? undefined : parse(raw).told;
    if (told) this.add({ ...told, severity: 'warning' }, record, columnLetter(index + 1), null, raw);
  }

  private settle(record: SourceRecord): boolean {
    for (const told of this.row.told) {
      const read = told.column === null ? undefined : this.columns.find(({ column }) => column.name === told.column);
      const isCell = read !== undefined && !read.isFixed;
      this.add(
        told,
        record,
        isCell ? read.plan.sourceColumn : null,
        told.column,
        isCell ? (record.cells[read.plan.index] ?? '') : null,
      );
    }
    const isRejected = this.findings.some(({ severity }) => severity === 'rejection');
    return !isRejected;
  }

  private add(
    { rule, severity, params }: Told,
    record: SourceRecord,
    sourceColumn: string | null,
    contractColumn: string | null,
    raw: string | null,
  ): void {
    const { fileNo, sheet } = this.place;
    const whole = severity === 'rejection' ? record.cells : null;
    this.findings.push({
      rule,
      severity,
      params,
      fileNo,
      sheet,
      row: record.row,
      sourceColumn,
      contractColumn,
      raw: raw === null ? null : raw.slice(0, 500),
      record: whole,
    });
  }
}

/** Runs over every cell: most begin with an ordinary character, which is told without looking at the rest. */
function isBlank(raw: string): boolean {
  if (raw === '') return true;
  const first = raw.charCodeAt(0);
  return (first <= 32 || first >= 127) && raw.trim() === '';
}

/** A unit reports for the time in which it exists. */
function checkUnitThen(row: Row): void {
  const unit = row.unit();
  const period = row.period();
  if (!unit || !period || (unit.validFrom === null && unit.validTo === null)) return;
  const isTooEarly = unit.validFrom !== null && period.endsOn < unit.validFrom;
  const isTooLate = unit.validTo !== null && period.startsOn > unit.validTo;
  if (isTooEarly || isTooLate)
    row.reject('unit_not_valid', 'unit_code', { from: unit.validFrom ?? '–', to: unit.validTo ?? '–' });
}

function toFormat(mapping: Mapping, source: ColumnSource): CellFormat {
  const era = source.era ?? mapping.era;
  return {
    ...(era ? { era } : {}),
    date: { ...(era ? { era } : {}), ...(source.dateOrder ? { order: source.dateOrder } : {}) },
    ...(source.decimalMark ? { decimalMark: source.decimalMark } : {}),
    ...(source.multiplier ? { multiplier: source.multiplier } : {}),
  };
}

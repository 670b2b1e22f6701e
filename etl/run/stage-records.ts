import type { Sql } from '#db/connect.ts';
import type { StagedPart } from '#db/writes/merge-readings.ts';
import type { CellScope } from '../checks/cell-parsers.ts';
import { RecordChecker } from '../checks/record-checker.ts';
import type { Row } from '../checks/row.ts';
import { SeenKeys } from '../checks/seen-keys.ts';
import { ControlTotals } from '../checks/totals.ts';
import type { Contract } from '../datasets/contract.ts';
import type { OpenedFile } from '../decode/open-file.ts';
import type { RecordBatch, SourceRecord } from '../decode/record.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { toNameParts } from '../mappings/name-parts.ts';
import { copyLines, copyParts, type CopyParts } from '../staging/copy-lines.ts';
import { CopyBuffer } from '../staging/copy-buffer.ts';
import {
  READING_COPY,
  RECORD_COPY,
  toReadingLine,
  toRecordLine,
  type StagedAddress,
  type ToLine,
} from '../staging/staged-line.ts';
import type { FindingsSink } from './findings-sink.ts';
import { Magnitudes } from './magnitude.ts';
import { OtherYears } from './other-years.ts';
import type { RunCounts } from './run-rows.ts';

export type FileToStage = { name: string; opened: OpenedFile };
export type StagingJob = {
  runId: number;
  mapping: Mapping;
  contract: Contract;
  scope: CellScope;
  files: readonly FileToStage[];
  sink: FindingsSink;
  counts: RunCounts;
  onSheet: (fileNo: number, sheet: string, checker: RecordChecker) => Promise<void>;
  onBatch: () => void;
  /** Told which readings stand in staging from now on, each time that so many were read; the last part may have any number. */
  onPart?: (part: StagedPart, isLast: boolean) => void;
  partSize?: number;
};
export type Staged = {
  totals: ControlTotals;
  recordsByFile: Map<number, number>;
  seen: SeenKeys;
  magnitudes: Magnitudes;
  /** What the records ask for, rejected ones among them: public 0, internal 1, restricted 2. */
  clearance: number;
  part: OpenPart;
};

/** Reads, checks and copies every record of the run's files into staging. */
export async function stageRecords(sql: Sql, job: StagingJob): Promise<Staged> {
  const { contract, mapping } = job;
  const numeric = contract.columns
    .filter(({ type, name }) => type.kind === 'number' && !(contract.dataset === 'reading' && CHECK_ONLY.has(name)))
    .map(({ name }) => name);
  const staged: Staged = {
    totals: new ControlTotals(numeric, mapping.totalsBy ?? []),
    recordsByFile: new Map(),
    seen: new SeenKeys(),
    magnitudes: new Magnitudes(),
    clearance: 0,
    part: { from: 1, years: new Set() },
  };
  const isReading = contract.dataset === 'reading';
  const lines = readLines(job, staged, isReading ? toReadingLine : toRecordLine(contract));
  try {
    if (isReading) await copyParts(sql, READING_COPY, lines, partsOf(job, staged.part));
    else await copyLines(sql, RECORD_COPY, lines);
  } finally {
    await lines.return(undefined);
  }
  await job.sink.flush();
  return staged;
}

/** What is copied can be read by others once its COPY is over. */
function partsOf({ counts, onPart, partSize = PART }: StagingJob, part: OpenPart): CopyParts {
  return {
    isFull: () => counts.read - part.from >= partSize,
    onCopied: (isLast) => {
      const [from, to, years] = [part.from, counts.read, [...part.years]];
      if (years.length > 0) onPart?.({ from, to, years }, isLast);
      part.from = to + 1;
      part.years.clear();
    },
  };
}

/** So many records: a load of some thousands is one part, and the last one of many is merged in a moment. */
const PART = 50_000;

/** The part that is being read: its first record's number and the fiscal years that it has records of. */
type OpenPart = { from: number; years: Set<number> };

/** Columns of readings that are compared and not stored, so there is nothing accepted to add up. */
const CHECK_ONLY = new Set(['target', 'stated_share']);

async function* readLines(job: StagingJob, staged: Staged, toLine: ToLine): AsyncGenerator<Buffer> {
  const lines = new CopyBuffer();
  for (const [i, { name, opened }] of job.files.entries()) {
    const fileNo = i + 1;
    const years = new OtherYears();
    let checker: RecordChecker | null = null;
    for await (const batch of opened.batches) {
      checker ??= await openSheet(job, fileNo, name, batch);
      checkBatch(job, staged, checker, years, { fileNo, sheet: batch.sheet }, batch.records, (record, read) =>
        lines.add(toLine(record, read.row, read.asSent)),
      );
      staged.recordsByFile.set(fileNo, (staged.recordsByFile.get(fileNo) ?? 0) + batch.records.length);
      if (job.sink.isFull) await job.sink.flush();
      job.onBatch();
      const bytes = lines.take();
      if (bytes) yield bytes;
    }
    for (const finding of years.findings()) job.sink.add(finding);
  }
}

async function openSheet(
  job: StagingJob,
  fileNo: number,
  name: string,
  { header, sheet }: RecordBatch,
): Promise<RecordChecker> {
  const checker = new RecordChecker(
    job.contract,
    job.mapping,
    header,
    { fileNo, sheet },
    toNameParts(job.mapping, name, sheet),
    job.scope,
  );
  await job.onSheet(fileNo, sheet, checker);
  return checker;
}

function checkBatch(
  job: StagingJob,
  staged: Staged,
  checker: RecordChecker,
  years: OtherYears,
  { fileNo, sheet }: { fileNo: number; sheet: string },
  records: readonly SourceRecord[],
  accept: (address: StagedAddress, checker: RecordChecker) => void,
): void {
  const { counts, sink, contract } = job;
  const isReading = contract.dataset === 'reading';
  for (const record of records) {
    counts.read++;
    const isAccepted = checker.check(record);
    for (const finding of checker.findings) sink.add(finding);
    staged.totals.add(checker.row.values, isAccepted);
    staged.clearance = Math.max(staged.clearance, clearanceOf(checker.row, isReading));
    if (!isAccepted) {
      counts.rejected++;
      continue;
    }
    if (isReading) compareReading(staged, checker, years, record, sink, counts.read);
    accept({ runId: job.runId, recordNo: counts.read, fileNo, sheet, row: record.row }, checker);
  }
  counts.warnings = sink.warnings;
}

/** A reading is as confidential as its indicator; other records say it themselves. */
function clearanceOf(row: Row, isReading: boolean): number {
  if (isReading) return row.indicator()?.clearance ?? 0;
  const { classification } = row.values;
  return classification === 'restricted' ? 2 : classification === 'internal' ? 1 : 0;
}

/** What can only be said of a reading beside the others: repeats, odd years, jumps. */
function compareReading(
  { seen, magnitudes, part }: Staged,
  checker: RecordChecker,
  years: OtherYears,
  record: SourceRecord,
  sink: FindingsSink,
  recordNo: number,
): void {
  const { row } = checker;
  const period = row.period()!;
  const unit = row.unit()!;
  const indicator = row.indicator()!;
  const { value, numerator, denominator, slice_id } = row.values;
  seen.add(unit.id, indicator.id, period.id, Number(slice_id), recordNo);
  part.years.add(period.fiscalYear);
  years.add(period.fiscalYear, () => checker.placeOf(record, 'period'));
  if (slice_id !== '0') return;
  const measured = {
    unitId: unit.id,
    indicatorId: indicator.id,
    periodId: period.id,
    row: record.row,
    value: toNumber(value),
    numerator: toNumber(numerator),
    denominator: toNumber(denominator),
  };
  for (const jump of magnitudes.add(measured, checker, (column) => checker.placeOf(record, column))) sink.add(jump);
}

const toNumber = (text: string | null | undefined): number | null => (text == null ? null : Number(text));

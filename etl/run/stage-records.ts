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
import type { Destination } from '../staging/destination.ts';
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
};
export type Staged = {
  totals: ControlTotals;
  recordsByFile: Map<number, number>;
  seen: SeenKeys;
  magnitudes: Magnitudes;
  /** What the records ask for, rejected ones among them: public 0, internal 1, restricted 2. */
  clearance: number;
  /** Fiscal years that are known to have had no reading before. */
  firstYears: readonly number[];
};

/** Reads and checks every record of the run's files, and sends the good ones where they are to go. */
export async function stageRecords(destination: Destination, job: StagingJob): Promise<Staged> {
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
    firstYears: [],
  };
  try {
    await readFiles(destination, job, staged);
    await destination.end();
    staged.firstYears = destination.firstYears();
  } finally {
    await destination.settle();
  }
  await job.sink.flush();
  return staged;
}

/** Columns of readings that are compared and not stored, so there is nothing accepted to add up. */
const CHECK_ONLY = new Set(['target', 'stated_share']);

async function readFiles(destination: Destination, job: StagingJob, staged: Staged): Promise<void> {
  for (const [i, { name, opened }] of job.files.entries()) {
    const fileNo = i + 1;
    const years = new OtherYears();
    let checker: RecordChecker | null = null;
    for await (const batch of opened.batches) {
      checker ??= await openSheet(job, fileNo, name, batch);
      checkBatch(job, staged, checker, years, { fileNo, sheet: batch.sheet }, batch.records, destination);
      staged.recordsByFile.set(fileNo, (staged.recordsByFile.get(fileNo) ?? 0) + batch.records.length);
      if (job.sink.isFull) await job.sink.flush();
      job.onBatch();
      await destination.send();
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
  destination: Destination,
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
    if (isReading) {
      if (!destination.findsRepeats) rememberKey(staged.seen, checker.row, counts.read);
      compareReading(staged, checker, years, record, sink);
    }
    const address = { runId: job.runId, recordNo: counts.read, fileNo, sheet, row: record.row };
    destination.add(address, checker.row, checker.asSent);
  }
  counts.warnings = sink.warnings;
}

/** A reading is as confidential as its indicator; other records say it themselves. */
function clearanceOf(row: Row, isReading: boolean): number {
  if (isReading) return row.indicator()?.clearance ?? 0;
  const { classification } = row.values;
  return classification === 'restricted' ? 2 : classification === 'internal' ? 1 : 0;
}

function rememberKey(seen: SeenKeys, row: Row, recordNo: number): void {
  seen.add(row.unit()!.id, row.indicator()!.id, row.period()!.id, Number(row.values.slice_id), recordNo);
}

/** What can only be said of a reading beside the others: odd years, jumps. */
function compareReading(
  { magnitudes }: Staged,
  checker: RecordChecker,
  years: OtherYears,
  record: SourceRecord,
  sink: FindingsSink,
): void {
  const { row } = checker;
  const period = row.period()!;
  const unit = row.unit()!;
  const indicator = row.indicator()!;
  const { value, numerator, denominator, slice_id } = row.values;
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

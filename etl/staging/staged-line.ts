import { periodId, parsePeriod } from '#domain/time/period.ts';
import type { Row } from '../checks/row.ts';
import type { Contract } from '../datasets/contract.ts';
import type { CopyLines } from './copy-lines.ts';

export type StagedAddress = { runId: number; recordNo: number; fileNo: number; sheet: string; row: number };
/** Writes a record that passed its own checks as one line. */
export type WriteLine = (
  lines: CopyLines,
  address: StagedAddress,
  row: Row,
  asSent: Record<string, string> | null,
) => void;

export const READING_COPY =
  'copy staging.reading (run_id, record_no, file_no, sheet, row_no, as_sent, unit_code, indicator_code, fiscal_year, period_id, slice_id, state, value, numerator, denominator, note) from stdin';
export const RECORD_COPY =
  'copy staging.record (run_id, record_no, file_no, sheet, row_no, as_sent, dataset, record_key, payload) from stdin';

export const readingLine: WriteLine = (lines, address, { values, links }, asSent) => {
  const period = links.period!.period!;
  const { unit_code, indicator_code, slice_id, state, value, numerator, denominator, note } = values;
  writeAddress(lines, address, asSent);
  lines.text(unit_code).text(indicator_code).count(period.fiscalYear).count(period.id).text(slice_id).text(state);
  lines.text(value).text(numerator).text(denominator).text(note).end();
};

export function recordLine(contract: Contract): WriteLine {
  return (lines, address, row, asSent) => {
    writeAddress(lines, address, asSent);
    lines
      .text(contract.dataset)
      .text(contract.keyOf(row))
      .text(JSON.stringify(toPayload(contract, row)))
      .end();
  };
}

/** The contract's columns as canonical text; absent ones are left out. Periods carry their id beside their code. */
function toPayload(contract: Contract, { values }: Row): Record<string, string> {
  const filled = contract.columns.flatMap(({ name }) => (values[name] == null ? [] : [[name, values[name]!] as const]));
  const payload = Object.fromEntries(filled);
  const { period } = payload;
  return period !== undefined && parsePeriod(period).ok ? { ...payload, period_id: String(periodId(period)) } : payload;
}

function writeAddress(
  lines: CopyLines,
  { runId, recordNo, fileNo, sheet, row }: StagedAddress,
  asSent: Record<string, string> | null,
): void {
  lines
    .count(runId)
    .count(recordNo)
    .count(fileNo)
    .text(sheet || null)
    .count(row);
  lines.text(asSent && JSON.stringify(asSent));
}

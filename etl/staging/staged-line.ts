import { periodId, parsePeriod } from '#domain/time/period.ts';
import type { Row } from '../checks/row.ts';
import type { Contract } from '../datasets/contract.ts';
import { copyField } from './copy-text.ts';

export type StagedAddress = { runId: number; recordNo: number; fileNo: number; sheet: string; row: number };
/** A record that passed its own checks → one line for COPY. */
export type ToLine = (address: StagedAddress, row: Row, asSent: Record<string, string> | null) => string;

export const READING_COPY =
  'copy staging.reading (run_id, record_no, file_no, sheet, row_no, as_sent, unit_code, indicator_code, fiscal_year, period_id, slice_id, state, value, numerator, denominator, note) from stdin';
export const RECORD_COPY =
  'copy staging.record (run_id, record_no, file_no, sheet, row_no, as_sent, dataset, record_key, payload) from stdin';

export function toReadingLine(
  address: StagedAddress,
  { values, links }: Row,
  asSent: Record<string, string> | null,
): string {
  const period = links.period!.period!;
  const { unit_code, indicator_code, slice_id, state, value, numerator, denominator, note } = values;
  return (
    `${addressOf(address, asSent)}\t${copyField(unit_code)}\t${copyField(indicator_code)}\t${period.fiscalYear}\t${period.id}\t${slice_id}\t${state}` +
    `\t${value ?? '\\N'}\t${numerator ?? '\\N'}\t${denominator ?? '\\N'}\t${copyField(note)}\n`
  );
}

export function toRecordLine(contract: Contract): ToLine {
  return (address, row, asSent) => {
    const payload = toPayload(contract, row);
    return `${addressOf(address, asSent)}\t${contract.dataset}\t${copyField(contract.keyOf(row))}\t${copyField(JSON.stringify(payload))}\n`;
  };
}

/** The contract's columns as canonical text; absent ones are left out. Periods carry their id beside their code. */
function toPayload(contract: Contract, { values }: Row): Record<string, string> {
  const filled = contract.columns.flatMap(({ name }) => (values[name] == null ? [] : [[name, values[name]!] as const]));
  const payload = Object.fromEntries(filled);
  const { period } = payload;
  return period !== undefined && parsePeriod(period).ok ? { ...payload, period_id: String(periodId(period)) } : payload;
}

function addressOf(
  { runId, recordNo, fileNo, sheet, row }: StagedAddress,
  asSent: Record<string, string> | null,
): string {
  return `${runId}\t${recordNo}\t${fileNo}\t${sheet === '' ? '\\N' : copyField(sheet)}\t${row}\t${asSent === null ? '\\N' : copyField(JSON.stringify(asSent))}`;
}

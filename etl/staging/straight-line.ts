import { CLEARANCES, factAudiences } from '#domain/hierarchy/audience.ts';
import { LEVELS } from '#domain/hierarchy/levels.ts';
import { productOf, quotientOf } from '#domain/numbers/quotient.ts';
import type { StraightReadings } from '#db/writes/straight-readings.ts';
import type { Row } from '../checks/row.ts';
import { copyField } from './copy-text.ts';
import type { ToLine } from './staged-line.ts';

/** A reading that passed its own checks → one line for COPY with STRAIGHT_COLUMNS: all that a merge would look up or compute. */
export function toStraightLine({ publication, run }: Pick<StraightReadings, 'publication' | 'run'>): ToLine {
  const levels = LEVELS.filter((_, bit) => run.levels & (1 << bit));
  const visible = CLEARANCES.map(
    (clearance, no) => `${no}\t${run.levels}\t${factAudiences(clearance, levels)}\t${publication.id}`,
  );
  return ({ fileNo, sheet, row: rowNo }, row, asSent) => {
    const period = row.period()!;
    const unit = row.unit()!;
    const indicator = row.indicator()!;
    const { slice_id, state, denominator, note } = row.values;
    const classification = Math.max(indicator.clearance ?? 0, run.classificationNo);
    return (
      `${period.fiscalYear}\t${unit.ministryId}\t${unit.id}\t${indicator.id}\t${period.id}\t${slice_id}\t1\t${indicator.version}\t${visible[classification]!}\t${state}` +
      `\t${valueOf(row) ?? '\\N'}\t${numeratorOf(row) ?? '\\N'}\t${denominator ?? '\\N'}\t${copyField(note)}` +
      `\t${run.id}\t${fileNo}\t${sheet === '' ? '\\N' : copyField(sheet)}\t${rowNo}\t${asSent === null ? '\\N' : copyField(JSON.stringify(asSent))}\n`
    );
  };
}

/** The value as sent, else the ratio of its parts. */
function valueOf(row: Row): string | null {
  const { value, numerator, denominator } = row.values;
  if (value != null || numerator == null || denominator == null) return value ?? null;
  return quotientOf(numerator, row.indicator()!.ratioScale ?? '1', denominator);
}

/** A mean with a known weight is carried as weight × mean over weight, so that parents add it up. */
function numeratorOf(row: Row): string | null {
  const { value, numerator, denominator } = row.values;
  if (numerator != null || row.indicator()!.orgRollup !== 'weighted_avg') return numerator ?? null;
  return value == null || denominator == null ? null : productOf(value, denominator);
}

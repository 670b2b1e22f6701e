import { CLEARANCES, factAudiences } from '#domain/hierarchy/audience.ts';
import { LEVELS } from '#domain/hierarchy/levels.ts';
import { productOf, quotientOf } from '#domain/numbers/quotient.ts';
import type { StraightReadings } from '#db/writes/straight-readings.ts';
import type { Row } from '../checks/row.ts';
import type { WriteLine } from './staged-line.ts';

/** Writes a reading that passed its own checks with STRAIGHT_COLUMNS: all that a merge would look up or compute. */
export function straightLine({ publication, run }: Pick<StraightReadings, 'publication' | 'run'>): WriteLine {
  const levels = LEVELS.filter((_, bit) => run.levels & (1 << bit));
  const audiences = CLEARANCES.map((clearance) => factAudiences(clearance, levels));
  return (lines, { fileNo, sheet, row: rowNo }, row, asSent) => {
    const period = row.period()!;
    const unit = row.unit()!;
    const indicator = row.indicator()!;
    const { slice_id, state, denominator, note } = row.values;
    const classification = Math.max(indicator.clearance ?? 0, run.classificationNo);
    lines.count(period.fiscalYear).count(unit.ministryId).count(unit.id).count(indicator.id).count(period.id);
    lines.text(slice_id).count(FIRST_REVISION).count(indicator.version);
    lines.count(classification).count(run.levels).count(audiences[classification]!).count(publication.id);
    lines.text(state).text(valueOf(row)).text(numeratorOf(row)).text(denominator).text(note);
    lines
      .count(run.id)
      .count(fileNo)
      .text(sheet || null)
      .count(rowNo);
    lines.text(asSent && JSON.stringify(asSent)).end();
  };
}

const FIRST_REVISION = 1;

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

import type { Period } from '#domain/time/period.ts';
import { monthOfYear, periodsAt } from '../calendar.ts';
import type { IndicatorSpec } from '../indicators/spec.ts';
import type { DemoUnit, Organisation } from '../units.ts';
import { figureOf } from './series.ts';

type Sum = { value: number; above: number; below: number; units: number };

/**
 * The figure of several offices from 1 October to the end of a month of the year (6, 9 or 12 for a round), by the rules of the indicator; null without any.
 * Serves to set believable thresholds: what people see is computed by the database.
 */
export function actualOf(
  org: Organisation,
  units: readonly DemoUnit[],
  spec: IndicatorSpec,
  fiscalYear: number,
  throughMonth: number,
): number | null {
  const periods = periodsAt(fiscalYear, spec.frequency).filter((period) => monthOfYear(period) <= throughMonth);
  const counted = spec.timeRollup === 'sum' || spec.timeRollup === 'avg' ? periods : periods.slice(-1);
  const sums = counted.map((period) => acrossUnits(org, units, spec, period)).filter((sum) => sum.units > 0);
  if (sums.length === 0) return null;
  const total = sums.reduce((all, one) => ({
    value: all.value + one.value,
    above: all.above + one.above,
    below: all.below + one.below,
    units: one.units,
  }));
  if (total.below > 0) return (total.above / total.below) * spec.ratioScale;
  const value = spec.timeRollup === 'avg' ? total.value / sums.length : total.value;
  return spec.orgRollup === 'avg' ? value / total.units : value;
}

function acrossUnits(org: Organisation, units: readonly DemoUnit[], spec: IndicatorSpec, period: Period): Sum {
  const sum: Sum = { value: 0, above: 0, below: 0, units: 0 };
  for (const unit of units) {
    if (!spec.isOwedBy(unit)) continue;
    const figure = figureOf(org, unit, spec, period);
    if (figure.state === 'withheld') continue;
    sum.units += 1;
    if ('value' in figure) sum.value += figure.value;
    else {
      sum.above += figure.numerator;
      sum.below += figure.denominator;
    }
  }
  return sum;
}

import type { Period } from '#domain/time/period.ts';
import { indicatorsOwedBy } from '../indicators/index.ts';
import type { IndicatorSpec } from '../indicators/spec.ts';
import type { DemoUnit, Organisation } from '../units.ts';
import { figureOf, type Figure } from './series.ts';

/** A reading in the contract's own columns; absent cells are ''. */
export type ReadingRow = {
  indicator_code: string;
  unit_code: string;
  period: string;
  value: string;
  numerator: string;
  denominator: string;
  state: string;
  note: string;
};

/** Everything that a unit reports for the periods given, indicator by indicator. */
export function readingRows(
  org: Organisation,
  unit: DemoUnit,
  periodsOf: (spec: IndicatorSpec) => readonly Period[],
): ReadingRow[] {
  return indicatorsOwedBy(unit).flatMap((spec) =>
    periodsOf(spec).map((period) => toReadingRow(spec.code, unit.code, period.code, figureOf(org, unit, spec, period))),
  );
}

export function toReadingRow(indicator: string, unit: string, period: string, figure: Figure): ReadingRow {
  const head = { indicator_code: indicator, unit_code: unit, period };
  const empty = { value: '', numerator: '', denominator: '', state: '', note: '' };
  if (figure.state === 'withheld') return { ...head, ...empty, state: 'withheld', note: 'ไม่เปิดเผยด้วยเหตุผลด้านความมั่นคง' };
  if ('value' in figure) return { ...head, ...empty, value: figure.value.toFixed(figure.decimals) };
  const whole = (value: number): string => value.toFixed(figure.decimals);
  return { ...head, ...empty, numerator: whole(figure.numerator), denominator: whole(figure.denominator) };
}

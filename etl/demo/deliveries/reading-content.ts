import type { Period } from '#domain/time/period.ts';
import { monthOfYear, periodsAt } from '../calendar.ts';
import { indicatorSpec, missionIndicators } from '../indicators/index.ts';
import type { IndicatorSpec } from '../indicators/spec.ts';
import { chance } from '../random.ts';
import { actualOf } from '../readings/roll-up.ts';
import { readingRows, toReadingRow, type ReadingRow } from '../readings/rows.ts';
import { figureOf } from '../readings/series.ts';
import type { DemoUnit, Organisation } from '../units.ts';
import { CORRECTING_SENDER, DIFFERING_MINISTRY, LATE, MISSING_QUARTER, type Scenario } from './scenario.ts';

/** What an indicator is told of with a month: the month, and the quarter or year that ends with it. */
export function periodsTold(spec: IndicatorSpec, month: Period): Period[] {
  if (spec.frequency === 'month') return [month];
  return periodsAt(month.fiscalYear, spec.frequency).filter((period) => monthOfYear(period) === monthOfYear(month));
}

/** The rows of several units for a month: theirs, unless they are late, and those of the month before that came late. */
export function rowsOfMonth(
  org: Organisation,
  scenario: Scenario,
  units: readonly DemoUnit[],
  month: Period,
): ReadingRow[] {
  const before = scenario.months[scenario.months.findIndex(({ code }) => code === month.code) - 1];
  return units.flatMap((unit) => [
    ...(before && isLate(scenario, unit, before) ? ownRows(org, scenario, unit, before) : []),
    ...(isLate(scenario, unit, month) ? [] : ownRows(org, scenario, unit, month)),
  ]);
}

/** Everything that a unit owes of a month. */
export function ownRows(org: Organisation, scenario: Scenario, unit: DemoUnit, month: Period): ReadingRow[] {
  const skipsQuarter = unit.code === MISSING_QUARTER && month.code === scenario.modernFrom.code;
  return readingRows(org, unit, (spec) =>
    skipsQuarter && spec.frequency === 'quarter' ? [] : periodsTold(spec, month),
  );
}

/** Whole rounds at once, as history is handed over. */
export function rowsOfMonths(org: Organisation, units: readonly DemoUnit[], months: readonly Period[]): ReadingRow[] {
  return units.flatMap((unit) => readingRows(org, unit, (spec) => months.flatMap((month) => periodsTold(spec, month))));
}

function isLate(scenario: Scenario, unit: DemoUnit, month: Period): boolean {
  if (month.code === scenario.newest.code) return LATE.has(unit.code);
  return month.fiscalYear > 2568 && chance('late', unit.code, month.code) < 0.025;
}

/** A ministry that also reports what can be computed from its departments, and comes to something else. */
export function differingRows(org: Organisation, month: Period): ReadingRow[] {
  const ministry = org.unit(DIFFERING_MINISTRY);
  const spec = missionIndicators(ministry.code)[1]!;
  const actual =
    actualOf(
      org,
      org.reportersOf(ministry.code),
      { ...spec, timeRollup: 'last' },
      month.fiscalYear,
      monthOfYear(month),
    ) ?? 0;
  const row = toReadingRow(spec.code, ministry.code, month.code, {
    state: 'reported',
    value: actual * 1.021,
    decimals: 2,
  });
  return [{ ...row, note: 'กระทรวงรวบรวมเอง' }];
}

/** The corrected reading: its numerator was counted in another unit. */
export function correctedRow(org: Organisation, month: Period): ReadingRow {
  const spec = indicatorSpec('C-DIG-02');
  const unit = org.unit(CORRECTING_SENDER);
  const figure = figureOf(org, unit, spec, month);
  if (figure.state === 'withheld' || 'value' in figure) throw new RangeError('The corrected reading is a ratio.');
  const numerator = Math.floor(figure.numerator * 0.97);
  return {
    ...toReadingRow(spec.code, unit.code, month.code, { ...figure, numerator }),
    note: 'แก้ไขตัวตั้งซึ่งนับซ้ำเอกสารเวียน',
  };
}

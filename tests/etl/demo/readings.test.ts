import { describe, expect, test } from 'vitest';
import { periodsAt } from '#etl/demo/calendar.ts';
import { DEMO_INDICATORS, indicatorsOwedBy, indicatorSpec } from '#etl/demo/indicators/index.ts';
import { moneyLines, moneyTotals } from '#etl/demo/money/unit-money.ts';
import { figureOf } from '#etl/demo/readings/series.ts';
import { readingRows } from '#etl/demo/readings/rows.ts';
import { org } from './organisation.ts';

const years = [2568, 2569, 2570];
const monthsOf = (year: number) => periodsAt(year, 'month');

describe('readings of the demonstration', () => {
  test('there are 20 ministries, some 160 departments and 60 to 90 indicators', () => {
    expect(org.ministries).toHaveLength(20);
    expect(org.departments.length).toBeGreaterThan(150);
    expect(DEMO_INDICATORS.length).toBeGreaterThanOrEqual(60);
    expect(DEMO_INDICATORS.length).toBeLessThanOrEqual(90);
    expect(new Set(DEMO_INDICATORS.map(({ code }) => code)).size).toBe(DEMO_INDICATORS.length);
  });

  test('every indicator is owed by somebody, and its owner is a unit of the list', () => {
    for (const spec of DEMO_INDICATORS) {
      expect(org.reporters.filter(spec.isOwedBy).length, spec.code).toBeGreaterThan(0);
      expect(org.unit(spec.ownerCode).code).toBe(spec.ownerCode);
    }
  });

  test('a numerator never exceeds its denominator where the indicator is a share', () => {
    const wrong = org.reporters.flatMap((unit) =>
      indicatorsOwedBy(unit)
        .filter(({ isShare }) => isShare)
        .flatMap((spec) =>
          years
            .flatMap((year) => periodsAt(year, spec.frequency))
            .filter((period) => {
              const figure = figureOf(org, unit, spec, period);
              return 'numerator' in figure && (figure.numerator > figure.denominator || figure.denominator <= 0);
            })
            .map(({ code }) => `${unit.code} ${spec.code} ${code}`),
        ),
    );
    expect(wrong).toEqual([]);
  });

  test('what is cumulative never falls within a year', () => {
    const falls = (values: readonly number[]) => values.some((value, i) => i > 0 && value < values[i - 1]!);
    const wrong = org.reporters.flatMap((unit) =>
      indicatorsOwedBy(unit)
        .filter(({ timeRollup }) => timeRollup === 'ytd')
        .flatMap((spec) =>
          years
            .filter((year) => {
              const figures = periodsAt(year, spec.frequency).map((period) => figureOf(org, unit, spec, period));
              return falls(figures.flatMap((figure) => ('numerator' in figure ? [figure.numerator] : [])));
            })
            .map((year) => `${unit.code} ${spec.code} ${year}`),
        ),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing is disbursed that was not committed, and nothing committed that was not allotted', () => {
    const wrong = org.reporters.flatMap((unit) =>
      years.flatMap(monthsOf).flatMap((period) =>
        moneyLines(org, unit, period)
          .filter(
            (line) => !(0 <= line.disbursed && line.disbursed <= line.committed && line.committed <= line.allocated),
          )
          .map((line) => `${line.key} ${period.code}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('the percentage of spending is that of the lines of money', () => {
    const spec = indicatorSpec('C-BUD-01');
    for (const unit of org.reporters.slice(0, 30)) {
      const period = monthsOf(2569)[7]!;
      const { all } = moneyTotals(org, unit, period);
      expect(figureOf(org, unit, spec, period)).toMatchObject({
        numerator: all.disbursed / 100,
        denominator: all.allocated / 100,
      });
    }
  });

  test("spending follows a curve with a jump at the year's end, not dice", () => {
    const spec = indicatorSpec('C-BUD-02');
    const share = (month: number): number => {
      const figures = org.reporters.map((unit) => figureOf(org, unit, spec, monthsOf(2569)[month - 1]!));
      const sum = (part: 'numerator' | 'denominator') =>
        figures.reduce((all, figure) => all + (part in figure ? (figure as Record<typeof part, number>)[part] : 0), 0);
      return (100 * sum('numerator')) / sum('denominator');
    };
    expect(share(12)).toBeGreaterThan(70);
    expect(share(12)).toBeLessThan(95);
    expect(share(12) - share(11)).toBeGreaterThan(2 * (share(5) - share(4)));
  });

  test('an office moves slowly: months of a rate lie closer together than offices do', () => {
    const spec = indicatorSpec('C-SRV-04');
    const rate = (code: string, month: number): number => {
      const figure = figureOf(org, org.unit(code), spec, monthsOf(2569)[month]!);
      return 'numerator' in figure ? (100 * figure.numerator) / figure.denominator : Number.NaN;
    };
    const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
    const acrossOffices = spread(
      org.reporters.map(({ code }) => rate(code, 5)).filter((value) => !Number.isNaN(value)),
    );
    const withinOffices = org.reporters.map(({ code }) =>
      spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) => rate(code, month))),
    );
    const usual = withinOffices.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)[
      Math.floor(withinOffices.length / 2)
    ]!;
    expect(usual).toBeLessThan(acrossOffices / 2);
  });

  test('figures that everybody knows are of believable size', () => {
    const year = (code: string, unit: string): number =>
      periodsAt(2569, indicatorSpec(code).frequency).reduce((sum, period) => {
        const figure = figureOf(org, org.unit(unit), indicatorSpec(code), period);
        return sum + ('value' in figure ? figure.value : 0);
      }, 0);
    // Million baht of revenue; people killed on highways; kilometres repaired.
    const revenue = ['03003', '03005', '03006', '03007'].map((unit) => year('M03-01', unit));
    expect(revenue.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(2_200_000);
    expect(revenue.reduce((sum, one) => sum + one, 0)).toBeLessThan(3_400_000);
    expect(revenue[0]).toBeLessThan(25_000);
    expect(year('M08-01', '08006') + year('M08-01', '08007')).toBeLessThan(5_000);
    expect(year('M08-03', '08006')).toBeLessThan(20_000);
    const schools = figureOf(org, org.unit('20004'), indicatorSpec('M20-03'), periodsAt(2569, 'month')[0]!);
    expect('denominator' in schools && schools.denominator).toBe(29_000);
  });

  test('what is counted has the unit of what is counted', () => {
    for (const { code, shape, unitOfMeasure, nameTh } of DEMO_INDICATORS) {
      if (shape.kind !== 'count') continue;
      if (/^จำนวน(คน|ผู้ได้|ผู้เข้า|ผู้รับ)/.test(nameTh)) expect(unitOfMeasure, code).toBe('คน');
      if (/^มูลค่า|^รายได้/.test(nameTh)) expect(unitOfMeasure, code).toBe('ล้านบาท');
    }
  });

  test('a whole year is some 20,000 readings, so that the first start stays short', () => {
    const rows = org.reporters.flatMap((unit) => readingRows(org, unit, (spec) => periodsAt(2569, spec.frequency)));
    expect(rows.length).toBeGreaterThan(15_000);
    expect(rows.length).toBeLessThan(25_000);
    expect(rows.some(({ state }) => state === 'withheld')).toBe(true);
  });
});

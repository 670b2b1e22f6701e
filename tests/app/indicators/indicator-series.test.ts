import { describe, expect, test } from 'vitest';
import { toIndicatorPoints, toValueTicks } from '#app/indicators/indicator-series.ts';
import type { IndicatorPeriodView } from '#app/indicators/indicator-view.ts';

const period = (name: string, endsOn: string, value: string | null): IndicatorPeriodView => ({
  periodId: Number(endsOn.replaceAll('-', '')),
  name,
  endsOn,
  value,
  state: value === null ? 'missing' : 'reported',
  dueOn: null,
});
const plan = [{ round: 6, endsOn: '2026-03-31', plan: '44' }];

describe('the periods of an indicator', () => {
  test('a missing period is a gap, never 0', () => {
    const points = toIndicatorPoints([period('ต.ค. 2568', '2025-10-31', null)], [], {
      orgRollup: 'sum',
      timeRollup: 'sum',
      fiscalYear: 2569,
    });
    expect(points[0]).toMatchObject({ label: 'ต.ค.', actual: null, plan: null });
    expect(toValueTicks(points)).toEqual([0, 1]);
  });

  test.each([
    ['ytd', 'ratio_of_sums', (44 * 92) / 182],
    ['last', 'sum', 44],
    ['sum', 'ratio_of_sums', 44],
    ['sum', 'sum', null],
  ])(
    'a figure of %s over time and %s across units is held against a plan of %s at the end of the year’s third month',
    (timeRollup, orgRollup, planned) => {
      const [point] = toIndicatorPoints([period('ธ.ค. 2568', '2025-12-31', '20')], plan, {
        orgRollup,
        timeRollup,
        fiscalYear: 2569,
      });
      if (planned === null) expect(point!.plan).toBeNull();
      else expect(point!.plan).toBeCloseTo(planned, 6);
    },
  );

  test.each([
    ['ไตรมาส\u00a01/2569', 'ไตรมาส\u00a01'],
    ['Q1\u00a0FY\u00a02026', 'Q1'],
    ['Oct\u00a02025', 'Oct'],
  ])('%s is %s on an axis whose title has the year', (name, label) => {
    expect(
      toIndicatorPoints([period(name, '2025-12-31', '1')], [], {
        orgRollup: 'sum',
        timeRollup: 'last',
        fiscalYear: 2569,
      })[0]!.label,
    ).toBe(label);
  });
});

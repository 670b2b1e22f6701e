import { describe, expect, it } from 'vitest';
import { rollUpAcrossTime, type TimeSlot } from '#domain/roll-up/across-time.ts';

const slot = (value: string | null, more: Partial<TimeSlot> = {}): TimeSlot => ({
  value,
  num: null,
  den: null,
  weight: null,
  ...more,
});

describe('roll-up across time', () => {
  it.each([
    ['sum', ['10', '20', '30'], '60', 3, false],
    ['last', ['10', '20', '30'], '30', 3, false],
    ['ytd', ['10', '20', '30'], '30', 3, false],
    ['avg', ['10', '20', '40'], '23.3333333333', 3, false],
    ['max', ['10', '50', '30'], '50', 3, false],
    ['min', ['10', '5', '30'], '5', 3, false],
    ['sum', ['10', null, '30'], '40', 2, false],
    ['last', ['10', '20', null], '20', 2, true],
    ['last', ['10', null, null], null, 1, false],
    ['ytd', ['10', '20', null], '20', 2, false],
    ['sum', [null, null], null, 0, false],
  ] as const)('%s over %j is %s from %i periods, carried forward: %s', (rule, values, value, count, isEstimate) => {
    const slots = values.map((one) => (one === null ? null : slot(one)));
    expect(rollUpAcrossTime(rule, slots)).toMatchObject({ value, count, expected: values.length, isEstimate });
  });

  it('a ratio adds its parts over time', () => {
    const slots = [slot('90', { num: '9', den: '10' }), slot('10', { num: '100', den: '1000' })];
    for (const rule of ['sum', 'avg'] as const) {
      expect(rollUpAcrossTime(rule, slots)).toMatchObject({ value: '10.7920792079', num: '109', den: '1010' });
    }
    expect(rollUpAcrossTime('last', slots)).toMatchObject({ value: '10', num: '100', at: 1 });
  });

  it('uptime is averaged by its minutes where they are known', () => {
    const slots = [slot('100', { weight: '1' }), slot('90', { weight: '3' })];
    expect(rollUpAcrossTime('avg', slots).value).toBe('92.5');
  });
});

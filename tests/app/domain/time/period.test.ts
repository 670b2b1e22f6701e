import { describe, expect, it } from 'vitest';
import { containsPeriod, parsePeriod, periodAt, periodId, periodOfId } from '#domain/time/period.ts';
import { periodsOfYear } from '#domain/time/periods-of-year.ts';

describe('periods', () => {
  it.each([
    ['2569', 'year', 2569, '2025-10-01', '2026-09-30', 256_900_000],
    ['๒๕๖๙', 'year', 2569, '2025-10-01', '2026-09-30', 256_900_000],
    ['2569-Q1', 'quarter', 2569, '2025-10-01', '2025-12-31', 256_910_001],
    ['2569-q2', 'quarter', 2569, '2026-01-01', '2026-03-31', 256_910_002],
    ['2569-Q3', 'quarter', 2569, '2026-04-01', '2026-06-30', 256_910_003],
    ['2569-Q4', 'quarter', 2569, '2026-07-01', '2026-09-30', 256_910_004],
    ['2569-10', 'month', 2570, '2026-10-01', '2026-10-31', 257_020_001],
    ['2570-02', 'month', 2570, '2027-02-01', '2027-02-28', 257_020_005],
    ['2567-02', 'month', 2567, '2024-02-01', '2024-02-29', 256_720_005],
    ['2026-10-01', 'day', 2570, '2026-10-01', '2026-10-01', 257_030_001],
    ['2569-10-01', 'day', 2570, '2026-10-01', '2026-10-01', 257_030_001],
    ['2567-02-29', 'day', 2567, '2024-02-29', '2024-02-29', 256_730_152],
    ['2569-R6', 'round', 2569, '2025-10-01', '2026-03-31', 256_940_006],
    ['2569-R9', 'round', 2569, '2025-10-01', '2026-06-30', 256_940_009],
    ['2569-R12', 'round', 2569, '2025-10-01', '2026-09-30', 256_940_012],
  ])('%s is a %s of fiscal year %i from %s to %s with id %i', (text, kind, fiscalYear, startsOn, endsOn, id) => {
    const parsed = parsePeriod(text);
    expect(parsed).toMatchObject({ ok: true, value: { kind, fiscalYear, startsOn, endsOn, id } });
    expect(parsed.ok && periodOfId(id)).toEqual(parsed.ok && parsed.value);
  });

  it('a Buddhist day gets the code of its common-era date', () => {
    expect(parsePeriod('2569-10-01')).toMatchObject({ value: { code: '2026-10-01' } });
  });

  it.each([
    ['2026', 'period_year_not_buddhist', '2569'],
    ['2026-Q1', 'period_year_not_buddhist', '2569-Q1'],
    ['2026-10', 'period_year_not_buddhist', '2569-10'],
    ['0099', 'period_year_not_buddhist', undefined],
    ['2569-13', 'period_impossible', undefined],
    ['2569-00', 'period_impossible', undefined],
    ['2568-02-29', 'period_impossible', undefined],
    ['2300-01-01', 'period_impossible', undefined],
    ['2569-Q5', 'period_unreadable', undefined],
    ['2569-R3', 'period_unreadable', undefined],
    ['Q1', 'period_unreadable', undefined],
    ['', 'period_unreadable', undefined],
  ])('"%s" is refused by %s with hint %s', (text, rule, hint) => {
    expect(parsePeriod(text)).toEqual(hint === undefined ? { ok: false, rule } : { ok: false, rule, hint });
  });

  it('every period of a year comes back from its id and lies in the year', () => {
    const all = [2567, 2570].flatMap((year) =>
      (['day', 'week', 'month', 'quarter', 'round', 'year'] as const).flatMap((f) => periodsOfYear(year, f)),
    );
    for (const period of all) {
      expect(periodOfId(period.id)).toEqual(period);
      expect(periodId(period.code)).toBe(period.id);
      expect(containsPeriod(periodOfId(period.fiscalYear * 100_000), period)).toBe(true);
    }
    expect(new Set(all.map((period) => period.id)).size).toBe(366 + 365 + 2 * (12 + 4 + 3 + 1));
  });

  it('months and quarters of a year follow one another without gap', () => {
    expect(periodsOfYear(2570, 'month').map((p) => p.code)[0]).toBe('2569-10');
    for (const frequency of ['month', 'quarter', 'day'] as const) {
      const periods = periodsOfYear(2570, frequency);
      expect(periods.at(0)?.startsOn).toBe('2026-10-01');
      expect(periods.at(-1)?.endsOn).toBe('2027-09-30');
    }
  });

  it.each([
    ['year', '2570'],
    ['quarter', '2570-Q1'],
    ['month', '2569-11'],
    ['day', '2026-11-20'],
    ['round', '2570-R6'],
  ] as const)('on 20 November 2026 the running %s is %s', (kind, code) => {
    expect(periodAt('2026-11-20', kind).code).toBe(code);
  });

  it.each([0, 256_910_005, 256_920_013, 256_930_366, 256_940_007, 256_950_001])('%i is no period id', (id) => {
    expect(() => periodOfId(id)).toThrow(RangeError);
  });
});

describe('the ids of one kind within a year', () => {
  it('stand in the order of time, October before September', () => {
    const codes = ['2568-10', '2568-11', '2568-12', '2569-01', '2569-06', '2569-09', '2569-10'];
    const ids = codes.map(periodId);
    expect([...ids].sort((a, b) => a - b)).toEqual(ids);
    expect(periodId('2568-10')).toBe(256920001);
  });
});

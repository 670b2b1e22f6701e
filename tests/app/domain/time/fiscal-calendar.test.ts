import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  bangkokDateOf,
  buddhistYearOf,
  dayOfFiscalYear,
  daysBetween,
  endOfDayBangkok,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  isIsoDate,
  quarterOf,
  startOfDayBangkok,
  weekdayOf,
} from '#domain/time/fiscal-calendar.ts';

describe('fiscal calendar', () => {
  it.each([
    ['FY-1', '2025-10-01', 2569, 1],
    ['FY-2', '2025-09-30', 2568, 4],
    ['today', '2026-11-20', 2570, 1],
    ['January', '2027-01-01', 2570, 2],
    ['end of March', '2027-03-31', 2570, 2],
    ['April', '2027-04-01', 2570, 3],
    ['July', '2027-07-01', 2570, 4],
  ])('%s: %s lies in fiscal year %i, quarter %i', (_, date, year, quarter) => {
    expect([fiscalYearOf(date), quarterOf(date)]).toEqual([year, quarter]);
  });

  it.each([
    ['2026-10-01', 1],
    ['2026-11-20', 51],
    ['2027-09-30', 365],
    ['2024-09-30', 366],
  ])('%s is day %i of its fiscal year', (date, day) => {
    expect(dayOfFiscalYear(date)).toBe(day);
  });

  it('the first evening of October in London is already the new fiscal year in Bangkok', () => {
    expect(bangkokDateOf('2026-09-30T18:00Z')).toBe('2026-10-01');
    expect(fiscalYearOf(bangkokDateOf(new Date('2026-09-30T16:59:59.999Z')))).toBe(2569);
    expect(bangkokDateOf('2026-09-30 17:00:00+00')).toBe('2026-10-01');
    expect(bangkokDateOf('2026-09-30')).toBe('2026-09-30');
  });

  it('an instant without a zone is refused, for the machine must not decide', () => {
    expect(() => bangkokDateOf('2026-09-30T18:00:00')).toThrow(/zone/);
  });

  it('a feed due on 31 March is on time until 24:00 in Bangkok', () => {
    const end = endOfDayBangkok('2027-03-31');
    expect(end.toISOString()).toBe('2027-03-31T17:00:00.000Z');
    expect(bangkokDateOf(new Date(end.getTime() - 1))).toBe('2027-03-31');
    expect(bangkokDateOf(end)).toBe('2027-04-01');
    expect(startOfDayBangkok('2027-04-01')).toEqual(end);
  });

  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026-04-31', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isIsoDate(text)).toBe(exists);
  });

  it('20 November 2026 is a Friday of Buddhist year 2569', () => {
    expect([weekdayOf('2026-11-20'), buddhistYearOf('2026-11-20')]).toEqual([5, 2569]);
  });

  it('every day lies inside its own fiscal year, and days add and subtract back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (offset) => {
        const date = addDays('2000-01-01', offset);
        const year = fiscalYearOf(date);
        expect(fiscalYearStart(year) <= date && date <= fiscalYearEnd(year)).toBe(true);
        expect(daysBetween('2000-01-01', date)).toBe(offset);
      }),
      { numRuns: 2_000 },
    );
  });
});

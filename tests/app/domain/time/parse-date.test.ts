import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/time/fiscal-calendar.ts';
import { THAI_MONTHS, THAI_MONTHS_SHORT } from '#domain/time/month-names.ts';
import { parseDate, type DateFormat } from '#domain/time/parse-date.ts';
import { toThaiDigits } from '#domain/text/thai-digits.ts';

describe('dates that people write', () => {
  it.each<[string | number, string]>([
    ['2026-10-01', '2026-10-01'],
    ['2569-10-01', '2026-10-01'],
    ['2026-10-01T17:00:00', '2026-10-01'],
    ['2569/10/1', '2026-10-01'],
    ['01/10/2569', '2026-10-01'],
    ['1-10-2569', '2026-10-01'],
    ['1.10.69', '2026-10-01'],
    ['๑/๑๐/๒๕๖๙', '2026-10-01'],
    ['1 ตุลาคม 2569', '2026-10-01'],
    ['วันที่ 1 ตุลาคม พ.ศ. 2569', '2026-10-01'],
    ['วันศุกร์ที่ 20 พฤศจิกายน 2569', '2026-11-20'],
    ['1 ต.ค. 2569', '2026-10-01'],
    ['1 ต.ค.69', '2026-10-01'],
    ['๑ ต.ค. ๖๙', '2026-10-01'],
    ['1 ตุลาคม ค.ศ. 2026', '2026-10-01'],
    ['1 Oct 2026', '2026-10-01'],
    ['October 1, 2026', '2026-10-01'],
    ['29/02/2567', '2024-02-29'],
    [46_296, '2026-10-01'],
    [46_296.75, '2026-10-01'],
    [244_623, '2026-10-01'],
  ])('%s is %s', (input, expected) => {
    expect(parseDate(input)).toEqual({ ok: true, value: expected });
  });

  it.each<[string | number, DateFormat, string, string | undefined]>([
    ['29/02/2568', {}, 'date_impossible', undefined],
    ['31/04/2569', {}, 'date_impossible', undefined],
    ['03/25/2569', {}, 'date_impossible', '2026-03-25'],
    ['25/03/2026', { order: 'month_first' }, 'date_impossible', '2026-03-25'],
    ['2026-10-01', { era: 'buddhist' }, 'date_not_buddhist', '2026-10-01'],
    ['1 ตุลาคม ค.ศ. 2026', { era: 'buddhist' }, 'date_not_buddhist', undefined],
    ['2569-10-01', { era: 'common' }, 'date_not_common_era', '2026-10-01'],
    ['01/10/26', { era: 'common' }, 'date_two_digit_year', undefined],
    ['2300-01-01', {}, 'date_impossible', undefined],
    ['2569', {}, 'date_unreadable', undefined],
    ['ต.ค. 2569', {}, 'date_unreadable', undefined],
    ['1 ตุลาคา 2569', {}, 'date_unreadable', undefined],
    ['46296', {}, 'date_unreadable', undefined],
    [12, {}, 'date_unreadable', undefined],
    ['', {}, 'date_missing', undefined],
    ['-', {}, 'date_missing', undefined],
  ])('%s with %j is refused by %s, hint %s', (input, format, rule, hint) => {
    expect(parseDate(input, format)).toEqual(hint === undefined ? { ok: false, rule } : { ok: false, rule, hint });
  });

  it('month first and day counts are read where the mapping says so', () => {
    expect(parseDate('03/25/2026', { order: 'month_first', era: 'common' })).toEqual({ ok: true, value: '2026-03-25' });
    expect(parseDate('46296', { isSerial: true })).toEqual({ ok: true, value: '2026-10-01' });
  });

  it('every writing of one day gives that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -15_000, max: 25_000 }), (offset) => {
        const date = addDays('2000-01-01', offset);
        const [year, month, day] = date.split('-').map(Number) as [number, number, number];
        const thaiYear = year + 543;
        for (const text of [
          date,
          `${day}/${month}/${thaiYear}`,
          `${day} ${THAI_MONTHS[month - 1]} ${thaiYear}`,
          toThaiDigits(`${day} ${THAI_MONTHS_SHORT[month - 1]} ${thaiYear}`),
        ]) {
          expect(parseDate(text)).toEqual({ ok: true, value: date });
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

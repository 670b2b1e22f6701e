import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatDayMonth, formatTime } from '#domain/format/date.ts';
import { formatBaht, formatMillionBaht, formatMillionBahtFigure } from '#domain/format/money.ts';
import { formatAsSent, formatNumber, formatWithUnit } from '#domain/format/number.ts';
import { formatPercent, formatPercentInText, formatPercentPoints, formatShare } from '#domain/format/percent.ts';
import { formatPeriod } from '#domain/format/period.ts';
import { formatScore, formatScoreChange, formatScoreExact } from '#domain/format/score.ts';
import { parsePeriod } from '#domain/time/period.ts';

/** No-break spaces as _, so that the tables below show them. */
const shown = (text: string | null): string | undefined => text?.replace(/\u00a0/g, '_');

describe('numbers', () => {
  it.each([
    ['1234567.005', { places: 2 }, '1,234,567.01'],
    ['-1234.5', { places: 2 }, '−1,234.50'],
    ['-0.001', { places: 2 }, '0.00'],
    ['999.995', { places: 2 }, '1,000.00'],
    ['12', {}, '12'],
    ['123456789012345678901234.5', { places: 1 }, '123,456,789,012,345,678,901,234.5'],
    ['1234.5', { places: 2, isThaiDigits: true }, '๑,๒๓๔.๕๐'],
    ['3', { isSigned: true }, '+3'],
    ['0.001', { places: 2, isSigned: true }, '0.00'],
  ])('%s with %j is written %s', (value, style, text) => {
    expect(formatNumber(value, style)).toBe(text);
  });

  it('decimals as sent carry no more than were sent', () => {
    expect([formatAsSent('12.50'), formatAsSent('1234'), formatAsSent('0.123456')]).toEqual([
      '12.5',
      '1,234',
      '0.1235',
    ]);
  });

  it('number and unit are never parted', () => {
    expect(shown(formatWithUnit('1200', 'ราย'))).toBe('1,200_ราย');
  });
});

describe('money', () => {
  it.each([
    ['1234560000', 'th', '1,234.56_ล้านบาท'],
    ['10000000.01', 'en', '10.00_million_baht'],
    ['-4999', 'th', '0.00_ล้านบาท'],
    ['538800.0000', 'th', '0.54_ล้านบาท'],
  ] as const)('%s baht in %s is %s', (baht, language, text) => {
    expect(shown(formatMillionBaht(baht, language))?.replace(' ', '_')).toBe(text);
  });

  it('baht carry satang, and a column may carry the unit instead', () => {
    expect(shown(formatBaht('1234.5', 'th'))).toBe('1,234.50_บาท');
    expect(formatMillionBahtFigure('10000000')).toBe('10.00');
  });
});

describe('percentages', () => {
  it('% in tiles, ร้อยละ in Thai sentences', () => {
    expect(formatPercent('85.5')).toBe('85.50%');
    expect(shown(formatPercentInText('85.5', 'th'))).toBe('ร้อยละ_85.50');
    expect(formatPercentInText('85.5', 'en')).toBe('85.50%');
  });

  it('a share comes from numerator and denominator, and of nothing there is none', () => {
    expect(formatShare('109', '1010')).toBe('10.79%');
    expect(formatShare('1', '0')).toBeNull();
  });

  it('a change of a percentage is in points', () => {
    expect(shown(formatPercentPoints('-1.25', 'th'))).toBe('−1.25_จุด');
  });
});

describe('scores', () => {
  it('two decimals on dashboards, four in the calculation', () => {
    expect([formatScore('3.6825'), formatScoreExact('3.6825')]).toEqual(['3.68', '3.6825']);
    expect([formatScoreChange('0.12'), formatScoreChange('-0.2249')]).toEqual(['+0.12', '−0.22']);
  });
});

describe('dates', () => {
  it.each([
    ['th', 'medium', '20_พ.ย._2569'],
    ['th', 'long', '20_พฤศจิกายน_2569'],
    ['th', 'weekday', 'ศุกร์ที่_20_พ.ย._2569'],
    ['en', 'medium', '20_Nov_2026'],
    ['en', 'long', '20_November_2026'],
    ['en', 'weekday', 'Friday 20_Nov_2026'],
  ] as const)('in %s, %s: %s', (language, style, text) => {
    expect(shown(formatDate('2026-11-20', language, style))).toBe(text);
  });

  it('instants are told in Bangkok time', () => {
    expect(shown(formatDateTime('2026-09-30T18:05:00Z', 'th'))).toBe('1_ต.ค._2569 01:05_น.');
    expect(formatTime(new Date('2026-11-20T02:00:00Z'), 'en')).toBe('09:00');
    expect(shown(formatDayMonth('2026-11-20', 'th'))).toBe('20_พ.ย.');
  });
});

describe('periods', () => {
  it.each([
    ['2569', 'ปี_2569', 'FY_2026'],
    ['2570-Q1', 'ไตรมาส_1/2570', 'Q1_FY_2027'],
    ['2569-10', 'ต.ค._2569', 'Oct_2026'],
    ['2026-10-01', '1_ต.ค._2569', '1_Oct_2026'],
    ['2569-R6', 'รอบ_6_เดือน ปี_2569', '6-month round FY_2026'],
  ])('%s is %s, in English %s', (code, thai, english) => {
    const parsed = parsePeriod(code);
    if (!parsed.ok) throw new Error(code);
    expect([shown(formatPeriod(parsed.value, 'th')), shown(formatPeriod(parsed.value, 'en'))]).toEqual([thai, english]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '#domain/numbers/parse-number.ts';

describe('numbers that people write', () => {
  it.each([
    ['85.5', '85.5'],
    ['85.50', '85.50'],
    ['0', '0'],
    ['0.05', '0.05'],
    ['-12', '-12'],
    ['๘๕.๕๐', '85.50'],
    ['1,234.56', '1234.56'],
    ['๑,๒๓๔,๕๖๗', '1234567'],
    ['1 234 567', '1234567'],
    ['1\u00a0234.5', '1234.5'],
    ['  42 ', '42'],
    ['\ufeff42\u200b', '42'],
    ['(1,234.50)', '-1234.50'],
    ['( 5 )', '-5'],
    ['+7', '7'],
    ['−7', '-7'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1.5E+06', '1500000'],
    ['1.25e-3', '0.00125'],
  ])('"%s" is %s', (text, value) => {
    expect(parseNumber(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['85.5%', '85.5'],
    ['ร้อยละ 85.50', '85.50'],
    ['(3%)', '-3'],
  ])('"%s" is %s percent', (text, value) => {
    expect(parseNumber(text)).toEqual({ ok: true, value, isPercent: true });
  });

  it.each([
    ['85,5', 'number_decimal_comma', '85.5'],
    ['-85,5', 'number_decimal_comma', '-85.5'],
    ['0,500', 'number_decimal_comma', '0.500'],
    ['1234,567', 'number_decimal_comma', '1234.567'],
    ['1.234,56', 'number_decimal_comma', '1234.56'],
    ['18,250,00', 'number_grouping', '18250.00'],
    ['1,00,000', 'number_grouping', '100000'],
    ['12,34,56', 'number_grouping', '123456'],
    ['12 34', 'number_grouping', undefined],
    ['1.2.3', 'number_grouping', undefined],
    ['1,234.56 บาท', 'number_with_words', '1234.56'],
    ['฿500', 'number_with_words', '500'],
    ['(-5)', 'number_unreadable', undefined],
    ['#DIV/0!', 'number_formula_error', undefined],
    ['abc', 'number_unreadable', undefined],
    ['1-2', 'number_unreadable', undefined],
    ['9'.repeat(39), 'number_too_long', undefined],
    ['1e99', 'number_too_long', undefined],
    ['NaN', 'number_unreadable', undefined],
    ['Infinity', 'number_unreadable', undefined],
    ['0x10', 'number_unreadable', undefined],
  ])('"%s" is refused by %s, hint %s', (text, rule, hint) => {
    expect(parseNumber(text)).toEqual(hint === undefined ? { ok: false, rule } : { ok: false, rule, hint });
  });

  it.each([
    ['', 'blank'],
    ['  ', 'blank'],
    ['-', 'dash'],
    ['–', 'dash'],
    ['n/a', 'no_data'],
    ['N/A', 'no_data'],
    ['ไม่มีข้อมูล', 'no_data'],
    ['อยู่ระหว่างดำเนินการ', 'in_progress'],
    ['ไม่เกี่ยวข้อง', 'not_applicable'],
    ['ไม่เปิดเผย', 'withheld'],
    ['ยังไม่ถึงกำหนด', 'not_due'],
  ])('"%s" is no number but the state %s', (text, state) => {
    expect(parseNumber(text)).toEqual({ ok: false, rule: 'number_missing', state });
  });

  it('a feed that writes decimal commas says so in its mapping', () => {
    expect(parseNumber('1.234,56', 'comma')).toEqual({ ok: true, value: '1234.56' });
    expect(parseNumber('85,5', 'comma')).toEqual({ ok: true, value: '85.5' });
    expect(parseNumber('85.5', 'comma')).toEqual({ ok: false, rule: 'number_decimal_point', hint: '85.5' });
  });

  it('grouped, Thai and plain writings of one number give one value', () => {
    const digits = fc.bigInt({ min: 1n, max: 10n ** 20n });
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 99 }), fc.boolean(), (whole, cents, isNegative) => {
        const fraction = String(cents).padStart(2, '0');
        const plain = `${isNegative ? '-' : ''}${whole}.${fraction}`;
        const grouped = `${whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
        const thai = plain.replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)]!);
        for (const text of [plain, thai, isNegative ? `(${grouped})` : grouped, `${plain} `]) {
          expect(parseNumber(text)).toEqual({ ok: true, value: plain });
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

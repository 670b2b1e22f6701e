import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNormalForm, toNormalForm } from '#domain/text/normal-form.ts';
import { toArabicDigits, toThaiDigits } from '#domain/text/thai-digits.ts';

describe('normal form of Thai text', () => {
  it.each([
    ['ํ and า become ำ', 'ท\u0e4d\u0e32งาน', 'ทำงาน'],
    ['a tone before ํ stays before ำ', 'น\u0e49\u0e4d\u0e32', 'น\u0e49\u0e33'],
    ['a tone after ํ comes before ำ', 'น\u0e4d\u0e49\u0e32', 'น\u0e49\u0e33'],
    ['ำ is not split', 'น้ำ', 'น้ำ'],
    ['two เ become แ', 'เเละ', 'และ'],
    ['zero-width space and byte-order mark go', '\ufeffกรม\u200bที่ดิน', 'กรมที่ดิน'],
    ['a no-break space is a space', 'กรม\u00a0ก', 'กรม ก'],
    ['runs of spaces collapse', '  a \t\n b  ', 'a b'],
    ['a decomposed accent is composed', 'Cafe\u0301', 'Café'],
    ['full-width letters are left alone', 'Ａ', 'Ａ'],
    ['plain text stays', 'Ministry of Finance', 'Ministry of Finance'],
    ['nothing stays nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(toNormalForm(text)).toBe(expected);
    expect(isNormalForm(expected)).toBe(true);
    expect(isNormalForm(text)).toBe(text === expected);
  });

  it('applied twice it changes nothing more', () => {
    const signs = fc.constantFrom(...'กนทเแาำ\u0e4d\u0e48\u0e49\u0e38ะ ab\u00a0\u200b\ufeff\t\u0301');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
        const once = toNormalForm(parts.join(''));
        expect(toNormalForm(once)).toBe(once);
      }),
      { numRuns: 5_000 },
    );
  });
});

it('Thai and Arabic digits are one to one', () => {
  expect(toArabicDigits('พ.ศ. ๒๕๖๙ และ 12')).toBe('พ.ศ. 2569 และ 12');
  expect(toThaiDigits('1,234.50')).toBe('๑,๒๓๔.๕๐');
});

import { expect, it } from 'vitest';
import { cutAtGrapheme, fitsGraphemes, toGraphemes, toWords, wrapWords } from '#domain/text/graphemes.ts';

it('ที่ is one sign', () => {
  expect(toGraphemes('ที่ดิน')).toEqual(['ที่', 'ดิ', 'น']);
});

it.each([
  ['ที่ดิน', 3, 'ที่ดิน'],
  ['ที่ดิน', 2, 'ที่…'],
  ['กรม ที่ดิน', 5, 'กรม…'],
  ['abc', 1, '…'],
])('"%s" cut at %i signs is "%s"', (text, most, expected) => {
  expect(cutAtGrapheme(text, most)).toBe(expected);
});

it.each([
  ['ที่ดิน', 3, true],
  ['ที่ดิน', 2, false],
  ['abc', 3, true],
  ['abcd', 3, false],
])('whether "%s" fits %i signs: %s', (text, most, expected) => {
  expect(fitsGraphemes(text, most)).toBe(expected);
});

it('protected terms are never broken, and the words join to the text again', () => {
  const text = 'แดชบอร์ดเชิงกลยุทธ์ของคำรับรองการปฏิบัติราชการ';
  expect(toWords(text)).toEqual(['แดชบอร์ด', 'เชิงกลยุทธ์', 'ของ', 'คำรับรองการปฏิบัติราชการ']);
  expect(toWords(text, []).join('')).toBe(text);
});

it('a long name goes into two lines, the second cut with an ellipsis', () => {
  const lines = wrapWords('กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม', 18);
  expect(lines).toHaveLength(2);
  expect(lines.join('')).toBe('กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม');
  const short = wrapWords('กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม', 10);
  expect(short).toHaveLength(2);
  expect(short[1]?.endsWith('…')).toBe(true);
  expect(short.every((line) => toGraphemes(line).length <= 10)).toBe(true);
});

it('a short name stays one line, an empty one none', () => {
  expect(wrapWords('กรมที่ดิน', 20)).toEqual(['กรมที่ดิน']);
  expect(wrapWords('', 20)).toEqual([]);
});

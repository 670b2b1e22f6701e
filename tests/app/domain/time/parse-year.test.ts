import { expect, it } from 'vitest';
import { parseBuddhistYear, parseCommonYear } from '#domain/time/parse-year.ts';

it.each([
  ['2569', 2569],
  ['๒๕๖๙', 2569],
  ['69', 2569],
  ['๖๙', 2569],
  [' พ.ศ. 2569 ', 2569],
  ['ปีงบประมาณ พ.ศ. 2569', 2569],
])('FY-5, FY-6: "%s" is the Buddhist year %i', (text, value) => {
  expect(parseBuddhistYear(text)).toEqual({ ok: true, value });
});

it('FY-7: 2026 in a Buddhist column is refused with a hint, never read as 1483', () => {
  expect(parseBuddhistYear('2026')).toEqual({ ok: false, rule: 'year_not_buddhist', hint: '2569' });
});

it('2569 in a common-era column is refused with a hint', () => {
  expect(parseCommonYear('2569')).toEqual({ ok: false, rule: 'year_not_common_era', hint: '2026' });
  expect(parseCommonYear('2022')).toEqual({ ok: true, value: 2022 });
});

it.each(['', '256', 'ปี', '25690'])('"%s" is no year', (text) => {
  expect(parseBuddhistYear(text)).toEqual({ ok: false, rule: 'year_unreadable' });
});

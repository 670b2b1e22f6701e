import { describe, expect, it } from 'vitest';
import { compareThai, sortThaiBy } from '#domain/text/collation.ts';
import { nearest } from '#domain/text/nearest.ts';
import { matchesSearch, toSearchKey, toSearchKeys, withoutKindOfUnit } from '#domain/text/search-key.ts';

describe('Thai order', () => {
  it('sorts by consonant before leading vowel', () => {
    const words = ['เขา', 'ไก่', 'แกน', 'ขอ', 'เกาะ', 'กา', 'กรม'];
    expect(sortThaiBy(words, (word) => word)).toEqual(['กรม', 'กา', 'เกาะ', 'แกน', 'ไก่', 'ขอ', 'เขา']);
  });

  it('counts numbers as numbers, in both kinds of digits', () => {
    expect(compareThai('ตัวชี้วัดที่ ๒', 'ตัวชี้วัดที่ ๑๐')).toBeLessThan(0);
    expect(compareThai('ตัวชี้วัดที่ ๒', 'ตัวชี้วัดที่ 2')).toBe(0);
  });
});

describe('search', () => {
  const digital = toSearchKeys([
    'กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม',
    'Ministry of Digital Economy and Society',
    'ดศ',
    'MDES',
  ]);

  it.each(['กระทรวงดิจิทัล', 'ดิจิทัล', 'เศรษฐกิจ', 'ดศ.', 'ดศ', 'mdes', 'digital economy', 'Ministry of Digital', ''])(
    '"%s" finds the ministry of digital economy',
    (query) => {
      expect(matchesSearch(query, digital)).toBe(true);
    },
  );

  it.each(['คลัง', 'finance'])('"%s" does not', (query) => {
    expect(matchesSearch(query, digital)).toBe(false);
  });

  it('a key has no dots, spaces or capitals', () => {
    expect(toSearchKey('  ก.พ.ร. ๒๕๖๙ OPDC ')).toBe('กพร2569opdc');
  });

  it('the word for the kind of unit goes, unless nothing else is left', () => {
    expect(withoutKindOfUnit('กรมที่ดิน')).toBe('ที่ดิน');
    expect(withoutKindOfUnit('กรม')).toBe('กรม');
  });
});

describe('nearest names', () => {
  const units = [
    { code: '03000', names: ['กระทรวงการคลัง', 'Ministry of Finance', 'กค'] },
    { code: '15000', names: ['กระทรวงมหาดไทย', 'Ministry of Interior', 'มท'] },
    { code: '03002', names: ['กรมธนารักษ์', 'Treasury Department'] },
    { code: '11000', names: ['กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม', 'Ministry of Digital Economy and Society'] },
  ];

  it.each([
    ['กระทรวงการคลั', '03000'],
    ['กระทรวงมหาดไท', '15000'],
    ['Ministry of Finanse', '03000'],
    ['กรมธนารักส์', '03002'],
    ['ดิจิตัลเพื่อเศรษฐกิจและสังคม', '11000'],
    ['0300', '03000'],
  ])('"%s" is most like %s', (text, code) => {
    expect(nearest(text, units)[0]?.code).toBe(code);
  });

  it('nothing is offered for what is like nothing', () => {
    expect(nearest('xyzzy', units)).toEqual([]);
  });

  it('at most as many as asked for', () => {
    expect(nearest('กระทรวง', units, 2).length).toBeLessThanOrEqual(2);
  });
});

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

describe('nearest names and codes', () => {
  const units = [
    { code: 'PMOC', names: ['ศูนย์ปฏิบัติการนายกรัฐมนตรี', 'Prime Minister Operation Center'] },
    { code: '02000', names: ['กระทรวงกลาโหม', 'Ministry of Defence'] },
    { code: '02004', names: ['กองทัพบก', 'Royal Thai Army'] },
    { code: '03000', names: ['กระทรวงการคลัง', 'Ministry of Finance'] },
    { code: '03002', names: ['สำนักงานปลัดกระทรวงการคลัง', 'Office of the Permanent Secretary'] },
    { code: '03003', names: ['กรมธนารักษ์', 'Treasury Department'] },
    { code: '03007', names: ['กรมสรรพากร', 'Revenue Department'] },
    { code: '11000', names: ['กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม', 'Ministry of Digital Economy and Society'] },
    { code: '15000', names: ['กระทรวงมหาดไทย', 'Ministry of Interior'] },
    { code: '28003', names: ['สำนักงานศาลปกครอง', 'Office of the Administrative Courts'] },
    { code: 'TH-19', names: ['สระบุรี', 'Saraburi'] },
    { code: 'TH-43', names: ['หนองคาย', 'Nong Khai'] },
    { code: 'TH-63', names: ['ตาก', 'Tak'] },
    { code: 'TH-91', names: ['สตูล', 'Satun'] },
    { code: 'TH-95', names: ['ยะลา', 'Yala'] },
  ];
  const found = (text: string) => nearest(text, units).map(({ code }) => code);

  it.each([
    ['a name cut short', 'กระทรวงการคลั', ['03000']],
    ['a name cut short', 'กระทรวงมหาดไท', ['15000']],
    ['a letter changed', 'Ministry of Finanse', ['03000']],
    ['a letter left out', 'กรมสรรพกร', ['03007']],
    ['letters changed', 'กรมธนารักส์', ['03003']],
    ['a name without the word for its kind', 'ดิจิตัลเพื่อเศรษฐกิจและสังคม', ['11000']],
    ['a slip in the word for the kind', 'Minstry of Finance', ['03000']],
    ['a part of a name', 'Treasury', ['03003']],
  ])('%s: "%s"', (_, text, codes) => {
    expect(found(text)).toEqual(codes);
  });

  it.each([
    ['a digit too few', '0300', ['03000', '03002', '03003']],
    ['a lost leading zero', '3003', ['03003']],
    ['a letter for a digit', '1100O', ['11000']],
    ['two neighbours swapped', '10500', ['15000']],
    ['two neighbours swapped', 'PMCO', ['PMOC']],
    ['a lost dash, and nothing beside it', 'TH95', ['TH-95']],
    ['a last digit left out, the codes that begin alike first', 'TH-9', ['TH-91', 'TH-95', 'TH-19']],
  ])('%s: "%s"', (_, text, codes) => {
    expect(found(text)).toEqual(codes);
  });

  it.each([
    'Y',
    'y1',
    'ก',
    'กค',
    'สป.',
    '12',
    '999',
    'TH',
    'test',
    'nowhere',
    'xyzzy',
    'รวม',
    '-',
    '',
    '99999',
    'สำนักงาน',
    'กองทุน',
  ])('nothing is offered for "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('at most as many as asked for', () => {
    expect(nearest('TH-9', units, 2)).toHaveLength(2);
  });
});

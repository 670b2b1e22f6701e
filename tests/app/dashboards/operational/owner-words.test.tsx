import { expect, test } from 'vitest';
import { toOwnerWords } from '#app/dashboards/operational/owner-words.ts';

const local = { unitName: 'กรมส่งเสริมการปกครองท้องถิ่น', unitShortName: 'สถ.', ownerName: null };
const works = { unitName: 'กรมโยธาธิการและผังเมือง', unitShortName: 'ยผ.', ownerName: null };

const BOARD = 44;

test.each([
  ['an office that fits', { ...local, ownerTitle: 'ผู้อำนวยการกองคลัง' }, 'กรมส่งเสริมการปกครองท้องถิ่น · ผอ.กองคลัง'],
  [
    'a long one, beside which the unit is called by its abbreviation',
    { ...local, ownerTitle: 'ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร' },
    'สถ. · ผอ.ศูนย์เทคโนโลยีสารสนเทศฯ',
  ],
  [
    'a person, who gives way before the unit',
    { ...works, ownerTitle: 'เจ้าหน้าที่ข้อมูลกระทรวง', ownerName: 'นางสาวสมหญิง ตัวอย่าง' },
    'กรมโยธาธิการและผังเมือง · เจ้าหน้าที่ข้อมูลกระทรวง',
  ],
  [
    'both, where there is room',
    { ...works, ownerTitle: 'อธิบดี', ownerName: 'นายก ข' },
    'กรมโยธาธิการและผังเมือง · อธิบดี นายก ข',
  ],
  [
    'an office that names its unit',
    { ...local, ownerTitle: 'เจ้าหน้าที่ข้อมูลกรมส่งเสริมการปกครองท้องถิ่น', ownerName: 'นายก ข' },
    'เจ้าหน้าที่ข้อมูลกรมส่งเสริมการปกครองท้องถิ่น นายก ข',
  ],
  [
    'an office too long for any line, whole as ever',
    { ...works, ownerTitle: 'เจ้าหน้าที่ข้อมูลกระทรวงมหาดไทยและหน่วยงานในกำกับทั้งหมด' },
    'ยผ. · เจ้าหน้าที่ข้อมูลกระทรวงมหาดไทยและหน่วยงานในกำกับทั้งหมด',
  ],
  ['nobody', { ...local, ownerTitle: null }, 'กรมส่งเสริมการปกครองท้องถิ่น · ยังไม่ระบุ'],
])('tells %s', (_what, row, words) => {
  expect(toOwnerWords(row, 'ยังไม่ระบุ', BOARD)).toBe(words);
});

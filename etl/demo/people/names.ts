import { pick } from '../random.ts';

/** Given names that are common, and family names that say that nobody is meant. */
const GIVEN = [
  ['กมล', 'Kamon', 'f'],
  ['กานดา', 'Kanda', 'f'],
  ['เกษม', 'Kasem', 'm'],
  ['ขวัญใจ', 'Khwanchai', 'f'],
  ['จรูญ', 'Charun', 'm'],
  ['จิราพร', 'Chiraphon', 'f'],
  ['ชูชัย', 'Chuchai', 'm'],
  ['ดวงใจ', 'Duangchai', 'f'],
  ['ทวีศักดิ์', 'Thawisak', 'm'],
  ['ธนพล', 'Thanaphon', 'm'],
  ['นภา', 'Napha', 'f'],
  ['นิพนธ์', 'Niphon', 'm'],
  ['บุญมี', 'Bunmi', 'm'],
  ['ปราณี', 'Prani', 'f'],
  ['ประเสริฐ', 'Prasoet', 'm'],
  ['พรทิพย์', 'Phonthip', 'f'],
  ['ไพโรจน์', 'Phairot', 'm'],
  ['มาลี', 'Mali', 'f'],
  ['มานะ', 'Mana', 'm'],
  ['ยุพา', 'Yupha', 'f'],
  ['รัตนา', 'Rattana', 'f'],
  ['เรวัต', 'Rewat', 'm'],
  ['ลัดดา', 'Ladda', 'f'],
  ['วรรณา', 'Wanna', 'f'],
  ['วิชัย', 'Wichai', 'm'],
  ['ศิริพร', 'Siriphon', 'f'],
  ['สมชาย', 'Somchai', 'm'],
  ['สมหญิง', 'Somying', 'f'],
  ['สุนทร', 'Sunthon', 'm'],
  ['อรุณ', 'Arun', 'm'],
  ['อำไพ', 'Amphai', 'f'],
  ['อุดม', 'Udom', 'm'],
] as const;
const FAMILY = [
  ['สาธิตวงศ์', 'Satitwong'],
  ['สมมติกุล', 'Sommutikun'],
  ['ตัวอย่างดี', 'Tuayangdi'],
  ['จำลองศรี', 'Chamlongsi'],
  ['ทดลองชัย', 'Thotlongchai'],
  ['แบบอย่างเจริญ', 'Baepyangcharoen'],
  ['นามสมมุติ', 'Namsommut'],
  ['ลองใช้ดี', 'Longchaidi'],
  ['สาธิตสุข', 'Satitsuk'],
  ['ตัวอย่างไทย', 'Tuayangthai'],
  ['จำลองกิจ', 'Chamlongkit'],
  ['สมมติพงษ์', 'Sommutiphong'],
] as const;

/** Heads of the armed forces carry their rank. */
const RANKS: Record<string, string> = {
  'ps-02000': 'พลเอก',
  'dg-02001': 'พลเอก',
  'dg-02008': 'พลเอก',
  'dg-02004': 'พลเอก',
  'dg-02005': 'พลเรือเอก',
  'dg-02006': 'พลอากาศเอก',
};

export type DemoName = { titleTh: string; nameTh: string; nameEn: string };

/** A name for the holder of an office; titles stand apart, since names are not sorted by them. */
export function demoName(key: string): DemoName {
  const rank = RANKS[key];
  const [givenTh, givenEn, gender] = pick(rank ? GIVEN.filter(([, , gender]) => gender === 'm') : GIVEN, 'given', key);
  const [familyTh, familyEn] = pick(FAMILY, 'family', key);
  return {
    titleTh:
      rank ?? pick(gender === 'm' ? ['นาย', 'นาย', 'นาย', 'ดร.'] : ['นาง', 'นางสาว', 'นาง', 'ดร.'], 'title', key),
    nameTh: `${givenTh} ${familyTh}`,
    nameEn: `${givenEn} ${familyEn}`,
  };
}

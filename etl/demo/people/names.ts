import { pick } from '../random.ts';

/** Given names that are common, and family names that say that nobody is meant. */
const GIVEN = [
  ['กมล', 'Kamon'],
  ['กานดา', 'Kanda'],
  ['เกษม', 'Kasem'],
  ['ขวัญใจ', 'Khwanchai'],
  ['จรูญ', 'Charun'],
  ['จิราพร', 'Chiraphon'],
  ['ชูชัย', 'Chuchai'],
  ['ดวงใจ', 'Duangchai'],
  ['ทวีศักดิ์', 'Thawisak'],
  ['ธนพล', 'Thanaphon'],
  ['นภา', 'Napha'],
  ['นิพนธ์', 'Niphon'],
  ['บุญมี', 'Bunmi'],
  ['ปราณี', 'Prani'],
  ['ประเสริฐ', 'Prasoet'],
  ['พรทิพย์', 'Phonthip'],
  ['ไพโรจน์', 'Phairot'],
  ['มาลี', 'Mali'],
  ['มานะ', 'Mana'],
  ['ยุพา', 'Yupha'],
  ['รัตนา', 'Rattana'],
  ['เรวัต', 'Rewat'],
  ['ลัดดา', 'Ladda'],
  ['วรรณา', 'Wanna'],
  ['วิชัย', 'Wichai'],
  ['ศิริพร', 'Siriphon'],
  ['สมชาย', 'Somchai'],
  ['สมหญิง', 'Somying'],
  ['สุนทร', 'Sunthon'],
  ['อรุณ', 'Arun'],
  ['อำไพ', 'Amphai'],
  ['อุดม', 'Udom'],
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

export type DemoName = { titleTh: string; nameTh: string; nameEn: string };

/** A name for the holder of an office; titles stand apart, since names are not sorted by them. */
export function demoName(key: string): DemoName {
  const [givenTh, givenEn] = pick(GIVEN, 'given', key);
  const [familyTh, familyEn] = pick(FAMILY, 'family', key);
  return {
    titleTh: pick(['นาย', 'นาง', 'นางสาว', 'นาย', 'ดร.'], 'title', key),
    nameTh: `${givenTh} ${familyTh}`,
    nameEn: `${givenEn} ${familyEn}`,
  };
}

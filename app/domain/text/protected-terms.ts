/** Words of ours and of units' names, which ICU's dictionary breaks inside (แด|ช|บอร์ด, ทาง|บก, มาก|สุด, ต่ำ|กว่า). */
export const PROTECTED_TERMS: readonly string[] = [
  'คำรับรองการปฏิบัติราชการ',
  'คำรับรอง',
  'แดชบอร์ด',
  'เชิงกลยุทธ์',
  'เชิงยุทธวิธี',
  'เชิงปฏิบัติการ',
  'ตัวชี้วัด',
  'ก.พ.ร.',
  'ก.พ.',
  'ล้านบาท',
  'งบประมาณ',
  'หมุดหมาย',
  'คลาวด์',
  'ภาครัฐ',
  'ผู้โดยสาร',
  'สรรพสามิต',
  'มากสุด',
  'มากที่สุด',
  'ต่ำสุด',
  'ต่ำกว่า',
  'สิ่งแวดล้อม',
  'ราชพัสดุ',
  'ครุภัณฑ์',
  'ทางบก',
  'ทางราง',
  'ทางน้ำ',
  'ทางหลวง',
  'ทางอากาศ',
];

/** A text in pieces, of which terms are to stay on one line. Joined, they give the text again. */
export function splitAtTerms(
  text: string,
  terms: readonly string[] = PROTECTED_TERMS,
): { part: string; isTerm: boolean }[] {
  if (terms.length === 0) return [{ part: text, isTerm: false }];
  const longestFirst = [...terms].sort((left, right) => right.length - left.length).map(escapeForRegExp);
  return text
    .split(new RegExp(`(${longestFirst.join('|')})`))
    .map((part, index) => ({ part, isTerm: index % 2 === 1 }))
    .filter(({ part }) => part !== '');
}

const escapeForRegExp = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

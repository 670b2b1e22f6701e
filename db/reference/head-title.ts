import type { UnitSeed } from './unit-seed.ts';

/** What the head of a unit is called. */
export interface Title {
  th: string;
  en: string;
}

/**
 * Title of the head of a department, agency, enterprise or province, by the name's first word and the kind. Under the
 * permanent secretary's own office the head is a deputy, since the permanent secretary heads the ministry.
 */
export function headTitle(unit: Pick<UnitSeed, 'code' | 'level' | 'nameTh' | 'nameEn'>): Title {
  const own = ownTitles[unit.code];
  if (own) return { th: own[0], en: own[1] };
  const { nameTh, nameEn } = unit;
  if (unit.level === 'province') return { th: `ผู้ว่าราชการจังหวัด${nameTh}`, en: `Governor of ${nameEn}` };
  const [, office] = /^สำนักงาน(ปลัด.+)$/.exec(nameTh) ?? [];
  if (office) return { th: `รอง${office}`, en: nameEn.replace(/^Office of the /, 'Deputy ') };
  for (const [pattern, toThai, english] of patterns) {
    if (pattern.test(nameTh)) return { th: nameTh.replace(pattern, toThai), en: `${english}, ${nameEn}` };
  }
  if (secretaries.has(unit.code)) return { th: `เลขาธิการ${nameTh}`, en: `Secretary-General, ${nameEn}` };
  return { th: `ผู้อำนวยการ${nameTh}`, en: `Director, ${nameEn}` };
}

/** The pattern is replaced in the name; the first that fits counts. */
const patterns: [RegExp, string, string][] = [
  [/^กรม/, 'อธิบดีกรม', 'Director-General'],
  [/^สำนักงานเลขาธิการ/, 'เลขาธิการ', 'Secretary-General'],
  [/^สำนักเลขาธิการ/, 'เลขาธิการ', 'Secretary-General'],
  [/^สำนักงาน(?=คณะกรรมการ)/, 'เลขาธิการ', 'Secretary-General'],
  [/^สำนักงาน(?=สภา|ราชบัณฑิตยสภา)/, 'เลขาธิการ', 'Secretary-General'],
  [/^มหาวิทยาลัย/, 'อธิการบดีมหาวิทยาลัย', 'President'],
  [/^บริษัท/, 'กรรมการผู้จัดการใหญ่ บริษัท', 'President'],
  [/^ธนาคาร/, 'กรรมการผู้จัดการธนาคาร', 'President'],
  [/^บรรษัท/, 'กรรมการและผู้จัดการทั่วไปบรรษัท', 'President'],
  [/^การ/, 'ผู้ว่าการการ', 'Governor'],
  [/^โรงเรียน/, 'ผู้อำนวยการโรงเรียน', 'Director'],
];

/** Offices whose head is a secretary-general though the name does not say so. */
const secretaries = new Set([
  '01019',
  '01035',
  '01038',
  '07013',
  '07014',
  '07015',
  '17006',
  '21013',
  '21014',
  '22007',
  '23005',
  '25016',
]);

const ownTitles: Record<string, [string, string]> = {
  '01007': ['ผู้อำนวยการสำนักงบประมาณ', 'Director, Budget Bureau'],
  '01032': ['เลขาธิการคณะกรรมการส่งเสริมการลงทุน', 'Secretary-General, Board of Investment'],
  '02008': ['ผู้บัญชาการทหารสูงสุด', 'Chief of Defence Forces'],
  '02004': ['ผู้บัญชาการทหารบก', 'Commander-in-Chief, Royal Thai Army'],
  '02005': ['ผู้บัญชาการทหารเรือ', 'Commander-in-Chief, Royal Thai Navy'],
  '02006': ['ผู้บัญชาการทหารอากาศ', 'Commander-in-Chief, Royal Thai Air Force'],
  '03008': ['ผู้อำนวยการสำนักงานคณะกรรมการนโยบายรัฐวิสาหกิจ', 'Director-General, State Enterprise Policy Office'],
  '03M01': ['ผู้ว่าการธนาคารแห่งประเทศไทย', 'Governor, Bank of Thailand'],
  '50703': ['ผู้จัดการธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร', 'President, Bank for Agriculture and Agricultural Cooperatives'],
  '50704': ['ผู้อำนวยการธนาคารออมสิน', 'President, Government Savings Bank'],
  'SE-PAT': ['ผู้อำนวยการการท่าเรือแห่งประเทศไทย', 'Director-General, Port Authority of Thailand'],
  '18008': ['อธิการบดีสถาบันบัณฑิตพัฒนศิลป์', 'President, Bunditpatanasilpa Institute'],
  '21017': ['อธิการบดีสถาบันพระบรมราชชนก', 'President, Praboromarajchanok Institute'],
  '01034': ['เลขาธิการราชวิทยาลัยจุฬาภรณ์', 'Secretary-General, Chulabhorn Royal Academy'],
  '23072': [
    'ผู้อำนวยการสำนักงานสภานโยบายการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรมแห่งชาติ',
    'President, Office of National Higher Education Science Research and Innovation Policy Council',
  ],
  '23073': [
    'ผู้อำนวยการสำนักงานคณะกรรมการส่งเสริมวิทยาศาสตร์ วิจัยและนวัตกรรม',
    'President, Thailand Science Research and Innovation',
  ],
  '25007': ['ผู้บัญชาการตำรวจแห่งชาติ', 'Commissioner-General, Royal Thai Police'],
  '25008': ['เลขาธิการคณะกรรมการป้องกันและปราบปรามการฟอกเงิน', 'Secretary-General, Anti-Money Laundering Office'],
  'TH-10': ['ผู้ว่าราชการกรุงเทพมหานคร', 'Governor of Bangkok'],
};

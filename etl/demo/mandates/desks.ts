import type { DemoUnit } from '../units.ts';
import { mandateOf } from './mandate.ts';

/** Who in a unit answers for a matter; core is what the unit is there for. */
export type Desk =
  'core' | 'digital' | 'people' | 'office' | 'money' | 'complaints' | 'service' | 'integrity' | 'audit' | 'plan';

/** Title of the office that answers for a matter in a unit; ministries, forces, embassies' departments and public organisations have names of their own for it. */
export function deskTitle(unit: DemoUnit, desk: Desk): string {
  if (unit.level !== 'MOC' && (desk === 'core' || hasNoDesks(unit))) return mandateOf(unit.code).owner;
  const force = FORCES[unit.code];
  if (force) return force[desk] ?? mandateOf(unit.code).owner;
  if (unit.kind === 'public_org') return PUBLIC[desk];
  if (unit.level === 'MOC' || unit.nameTh.startsWith('สำนักงานปลัด')) return MINISTRY[desk];
  return unit.nameTh.startsWith('กรม') ? DEPARTMENT[desk] : OFFICE[desk];
}

/** Departments of the foreign ministry share the bureaus of its permanent secretary's office. */
export function hasNoDesks(unit: DemoUnit): boolean {
  return unit.parentCode === '04000' && unit.code !== '04002' && unit.code !== '04003';
}

const DEPARTMENT: Record<Desk, string> = {
  core: 'ผู้อำนวยการกองยุทธศาสตร์และแผนงาน',
  digital: 'ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร',
  people: 'ผู้อำนวยการกองการเจ้าหน้าที่',
  office: 'เลขานุการกรม',
  money: 'ผู้อำนวยการกองคลัง',
  complaints: 'เลขานุการกรม',
  service: 'ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร',
  integrity: 'หัวหน้ากลุ่มงานจริยธรรม',
  audit: 'ผู้อำนวยการกลุ่มตรวจสอบภายใน',
  plan: 'ผู้อำนวยการกองยุทธศาสตร์และแผนงาน',
};

const OFFICE: Record<Desk, string> = {
  ...DEPARTMENT,
  office: 'ผู้อำนวยการสำนักบริหารกลาง',
  complaints: 'ผู้อำนวยการสำนักบริหารกลาง',
  money: 'ผู้อำนวยการกลุ่มงานคลัง',
  people: 'ผู้อำนวยการกลุ่มบริหารทรัพยากรบุคคล',
};

const MINISTRY: Record<Desk, string> = {
  ...DEPARTMENT,
  office: 'ผู้อำนวยการกองกลาง',
  people: 'ผู้อำนวยการกองบริหารทรัพยากรบุคคล',
  money: 'ผู้อำนวยการกองบริหารการคลัง',
  complaints: 'ผู้อำนวยการกองตรวจราชการ',
  integrity: 'หัวหน้าศูนย์ปฏิบัติการต่อต้านการทุจริต',
};

const PUBLIC: Record<Desk, string> = {
  core: 'ผู้อำนวยการฝ่ายยุทธศาสตร์องค์กร',
  digital: 'ผู้อำนวยการฝ่ายเทคโนโลยีดิจิทัล',
  people: 'ผู้อำนวยการฝ่ายทรัพยากรบุคคล',
  office: 'ผู้อำนวยการฝ่ายบริหารกลาง',
  money: 'ผู้อำนวยการฝ่ายการเงินและบัญชี',
  complaints: 'ผู้อำนวยการฝ่ายสื่อสารองค์กร',
  service: 'ผู้อำนวยการฝ่ายยุทธศาสตร์องค์กร',
  integrity: 'ผู้อำนวยการฝ่ายกำกับดูแลกิจการ',
  audit: 'ผู้อำนวยการฝ่ายตรวจสอบภายใน',
  plan: 'ผู้อำนวยการฝ่ายยุทธศาสตร์องค์กร',
};

const DEFENCE_POLICY = 'ผู้อำนวยการสำนักนโยบายและแผนกลาโหม';
const DEFENCE: Record<Desk, string> = {
  core: DEFENCE_POLICY,
  digital: 'เจ้ากรมเทคโนโลยีสารสนเทศและอวกาศกลาโหม',
  people: 'เจ้ากรมเสมียนตรา',
  office: 'เลขานุการสำนักงานปลัดกระทรวงกลาโหม',
  money: 'เจ้ากรมการเงินกลาโหม',
  complaints: 'เลขานุการสำนักงานปลัดกระทรวงกลาโหม',
  service: DEFENCE_POLICY,
  integrity: 'ผู้อำนวยการสำนักงานตรวจสอบภายในกลาโหม',
  audit: 'ผู้อำนวยการสำนักงานตรวจสอบภายในกลาโหม',
  plan: DEFENCE_POLICY,
};

/** Where a desk is not named, the office that runs the core does it. */
const FORCES: Record<string, Partial<Record<Desk, string>>> = {
  '02000': DEFENCE,
  '02001': DEFENCE,
  '02008': { digital: 'เจ้ากรมการสื่อสารทหาร', people: 'เจ้ากรมกำลังพลทหาร', money: 'ปลัดบัญชีทหาร' },
  '02004': { digital: 'เจ้ากรมการทหารสื่อสาร', people: 'เจ้ากรมกำลังพลทหารบก', money: 'ปลัดบัญชีทหารบก' },
  '02005': {
    digital: 'เจ้ากรมการสื่อสารและเทคโนโลยีสารสนเทศทหารเรือ',
    people: 'เจ้ากรมกำลังพลทหารเรือ',
    money: 'ปลัดบัญชีทหารเรือ',
  },
  '02006': {
    digital: 'เจ้ากรมเทคโนโลยีสารสนเทศและการสื่อสารทหารอากาศ',
    people: 'เจ้ากรมกำลังพลทหารอากาศ',
    money: 'ปลัดบัญชีทหารอากาศ',
  },
};

import type { Clearance } from '#domain/hierarchy/audience.ts';
import type { Role } from '#domain/hierarchy/roles.ts';
import { headTitle } from './head-title.ts';
import type { Title } from './head-title.ts';
import type { UnitSeed } from './unit-seed.ts';

/** An office on which rights hang; its code is `<role>-<unit>`, or the role alone where there is one in the whole line. */
export interface PositionSeed {
  code: string;
  unitCode: string;
  role: Exclude<Role, 'aide'>;
  titleTh: string;
  titleEn: string;
  clearance: Clearance;
}

/** The offices of every unit that is in the Prime Minister's line today. */
export function toPositions(units: readonly UnitSeed[]): PositionSeed[] {
  return units.filter((unit) => unit.inChain && unit.validTo === null).flatMap(positionsOf);
}

/** Political heads and permanent secretaries read what is restricted; the offices that work with data read what is internal. */
const clearanceOf: Record<PositionSeed['role'], Clearance> = {
  pm: 'restricted',
  minister: 'restricted',
  ps: 'restricted',
  cio: 'internal',
  dg: 'internal',
  bureau: 'internal',
  officer: 'internal',
  opdc: 'internal',
  admin: 'public',
};

/** Agencies directly under the Prime Minister: a group without a minister or permanent secretary of its own. */
const groupWithoutHead = '25000';

function positionsOf(unit: UnitSeed): PositionSeed[] {
  const position = (role: PositionSeed['role'], title: Title, code = `${role}-${unit.code}`): PositionSeed => ({
    code,
    unitCode: unit.code,
    role,
    titleTh: title.th,
    titleEn: title.en,
    clearance: clearanceOf[role],
  });
  const officer = position('officer', { th: `เจ้าหน้าที่ข้อมูล${joined(unit)}`, en: `Data Officer, ${unit.nameEn}` });
  if (unit.level === 'PMOC') {
    return [
      position('pm', { th: 'นายกรัฐมนตรี', en: 'Prime Minister' }, 'pm'),
      position('opdc', { th: 'สำนักงาน ก.พ.ร.', en: 'Office of the Public Sector Development Commission' }, 'opdc'),
      position('admin', { th: 'ผู้ดูแลระบบ', en: 'Administrator' }, 'admin'),
      officer,
    ];
  }
  const cio = position('cio', {
    th: `ผู้บริหารเทคโนโลยีสารสนเทศระดับสูงประจำ${joined(unit)}`,
    en: `Chief Information Officer, ${unit.nameEn}`,
  });
  if (unit.level !== 'MOC') return [position('dg', headTitle(unit)), cio, officer];
  if (unit.code === groupWithoutHead) return [cio, officer];
  return [position('minister', ministerTitle(unit)), position('ps', permanentSecretaryTitle(unit)), cio, officer];
}

function ministerTitle({ code, nameTh, nameEn }: UnitSeed): Title {
  if (code === '01000')
    return { th: 'รัฐมนตรีประจำสำนักนายกรัฐมนตรี', en: 'Minister Attached to the Prime Minister’s Office' };
  return { th: `รัฐมนตรีว่าการ${nameTh}`, en: nameEn.replace(/^Ministry of/, 'Minister of') };
}

function permanentSecretaryTitle({ code, nameTh, nameEn }: UnitSeed): Title {
  if (code === '01000') return { th: 'ปลัดสำนักนายกรัฐมนตรี', en: 'Permanent Secretary, Prime Minister’s Office' };
  return { th: `ปลัด${nameTh}`, en: `Permanent Secretary, ${nameEn}` };
}

/** A province's name needs its word when it follows another; Bangkok is no จังหวัด. */
function joined({ level, code, nameTh }: UnitSeed): string {
  return level === 'province' && code !== 'TH-10' ? `จังหวัด${nameTh}` : nameTh;
}

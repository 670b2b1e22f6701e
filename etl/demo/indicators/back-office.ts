import { indicator, type IndicatorSpec, type Shape } from './spec.ts';

/** Who hosts a Back Office system in the demonstration. The sheet that assigns the hosts is not public: these are invented. */
export const HOSTS: readonly { system: string; unitCode: string; ministryCode: string }[] = [
  { system: 'BO01', unitCode: '01012', ministryCode: '01000' },
  { system: 'BO02', unitCode: '01007', ministryCode: '01000' },
  { system: 'BO03', unitCode: '01011', ministryCode: '01000' },
  { system: 'BO04', unitCode: '03004', ministryCode: '03000' },
  { system: 'BO05', unitCode: '01009', ministryCode: '01000' },
  { system: 'BO06', unitCode: '01002', ministryCode: '01000' },
  { system: 'BO07', unitCode: '04002', ministryCode: '04000' },
  { system: 'BO08', unitCode: '01001', ministryCode: '01000' },
  { system: 'BO09', unitCode: '03004', ministryCode: '03000' },
  { system: 'BO10', unitCode: '01001', ministryCode: '01000' },
  { system: 'BO11', unitCode: '11002', ministryCode: '11000' },
];
/** The host whose agreements of the running year carry no KPI about its system, so that the warning is seen. */
export const HOST_WITHOUT_KPI = '04000';

/** The lead agency's own success KPI per system. */
export const BACK_OFFICE_INDICATORS: readonly IndicatorSpec[] = [
  host(
    'BO01',
    'ร้อยละหน่วยงานที่รายงานแผนงานโครงการผ่านระบบกลาง',
    'Agencies reporting plans and projects through the central system',
    { kind: 'share', cases: 303, worst: 40, best: 88, isFixed: true },
  ),
  host('BO02', 'ร้อยละรายการขอจัดสรรงบประมาณที่ส่งทางระบบอิเล็กทรอนิกส์', 'Budget requests sent electronically', {
    kind: 'share',
    cases: 2600,
    worst: 62,
    best: 96,
    isFixed: true,
  }),
  host('BO03', 'ร้อยละส่วนราชการที่ใช้ระบบทะเบียนประวัติข้าราชการกลาง', 'Agencies using the central personnel register', {
    kind: 'share',
    cases: 160,
    worst: 38,
    best: 86,
    isFixed: true,
  }),
  host(
    'BO04',
    'ร้อยละการจัดซื้อที่ดำเนินการทางระบบจัดซื้อจัดจ้างภาครัฐครบทุกขั้นตอน',
    'Procurement handled electronically from end to end',
    { kind: 'share', cases: 14_000, worst: 70, best: 97, isFixed: true },
  ),
  host('BO05', 'ร้อยละร่างกฎหมายที่เผยแพร่ในระบบกลางก่อนเสนอ', 'Draft laws published in the central system', {
    kind: 'share',
    cases: 42,
    worst: 55,
    best: 95,
    isFixed: true,
  }),
  host('BO06', 'ร้อยละประเด็นข่าวที่ชี้แจงได้ภายใน 24 ชั่วโมง', 'News issues answered within 24 hours', {
    kind: 'share',
    cases: 220,
    worst: 58,
    best: 94,
    isFixed: true,
  }),
  host('BO07', 'ร้อยละเอกสารความร่วมมือระหว่างประเทศที่อยู่ในระบบกลาง', 'International agreements held in the central system', {
    kind: 'share',
    cases: 180,
    worst: 45,
    best: 90,
    isFixed: true,
  }),
  host('BO08', 'ร้อยละส่วนราชการที่เชื่อมต่อระบบสารบรรณกลาง', 'Agencies connected to the central correspondence system', {
    kind: 'share',
    cases: 160,
    worst: 42,
    best: 92,
    isFixed: true,
  }),
  host(
    'BO09',
    'ร้อยละหน่วยงานที่ส่งแผนการตรวจสอบภายในผ่านระบบกลาง',
    'Agencies sending audit plans through the central system',
    { kind: 'share', cases: 303, worst: 50, best: 95, isFixed: true },
  ),
  host('BO10', 'ร้อยละข้อสั่งการจากการตรวจราชการที่ติดตามครบถ้วน', 'Directions from inspections followed to the end', {
    kind: 'share',
    cases: 340,
    worst: 56,
    best: 93,
    isFixed: true,
  }),
  host('BO11', 'ร้อยละหน่วยงานที่ใช้บริการคลาวด์กลางภาครัฐ', 'Agencies using the government cloud', {
    kind: 'share',
    cases: 303,
    worst: 48,
    best: 92,
    isFixed: true,
  }),
];

function host(system: string, nameTh: string, nameEn: string, shape: Shape): IndicatorSpec {
  const { unitCode } = HOSTS.find((one) => one.system === system)!;
  return indicator({
    code: `${system}-01`,
    nameTh,
    nameEn,
    perspective: 'EFF',
    strategy: '6',
    system,
    layer: '4',
    ownerCode: unitCode,
    shape,
    isOwedBy: (unit) => unit.code === unitCode,
    source: 'ระบบรายงานผลของเจ้าภาพระบบ (เจ้าภาพเป็นการสมมติ)',
    ...(system === 'BO02' || system === 'BO04' || system === 'BO06' || system === 'BO10'
      ? {}
      : { timeRollup: 'last' as const }),
  });
}

import { hasNoDesks, type Desk } from '../mandates/desks.ts';
import { mandateOf, type Phrase } from '../mandates/mandate.ts';
import type { DemoUnit } from '../units.ts';
import type { ProjectKind } from './kinds.ts';

/** Something that a unit can have a project about. */
export type Subject = {
  /** May hold {จ}, where a province belongs. */
  name: string;
  /** The matter of which it is one of several forms. */
  about: string;
  kind: ProjectKind;
  /** The indicator that it serves, if the unit owes it. */
  serves: string;
  desk: Desk;
  /** Back Office system that it belongs to. */
  system: string | null;
  /** From the unit's mandate; else it is about running the office. */
  isOwn: boolean;
  /** Comes some time after the subject of this name. */
  follows: string | null;
};

/** All that a unit's mandate and its office give rise to, in the order of the lists. */
export function subjectsOf(unit: DemoUnit): Subject[] {
  const { data, services, works, people } = mandateOf(unit.code);
  return [
    ...data.flatMap((phrase) => aboutData(phrase)),
    ...services.flatMap((phrase) => aboutService(phrase)),
    ...works.map((phrase) => aboutWorks(phrase)),
    ...people.flatMap((phrase) => aboutPeople(phrase)),
    ...OFFICE.filter(({ name }) => !hasNoDesks(unit) || EVERYWHERE.has(name)),
  ];
}

/** About how many projects a mandate can fill without repeating itself. */
export function mattersOf(unit: DemoUnit): number {
  const { data, services, works, people } = mandateOf(unit.code);
  return data.length + services.length + works.length + people.length;
}

type Form = readonly [kind: ProjectKind, name: string, serves: string, follows?: string];

function aboutData(phrase: Phrase): Subject[] {
  const { text } = phrase;
  const linking = spaced(`เชื่อมโยงข้อมูล${text}`, text.length > 16 ? '' : 'ระหว่างหน่วยงาน');
  return own(phrase, 'digital', [
    ['data_exchange', linking, 'C-DIG-01'],
    ['data_exchange', `เชื่อมโยงข้อมูล${text} ระยะที่ 2`, 'C-DIG-01', linking],
    ['data_exchange', `บูรณาการฐานข้อมูล${text}`, 'C-DIG-01'],
    ['system', `พัฒนาระบบฐานข้อมูล${text}`, 'C-SRV-01'],
    ['system', `ปรับปรุงระบบข้อมูล${text}`, 'C-SRV-01'],
    ['system', `พัฒนาระบบวิเคราะห์ข้อมูล${text}`, 'C-SRV-02'],
  ]).concat(
    // Whatever the matter: these are about where the data lie.
    own({ text, serves: null }, 'digital', [
      ['infrastructure', spaced(`ย้ายข้อมูล${text}`, 'ขึ้นคลาวด์'), 'C-SAV-01'],
      ['infrastructure', `สำรองและกู้คืนข้อมูล${text}`, 'C-CYB-01'],
      ['security', `เสริมความปลอดภัยข้อมูล${text}`, 'C-CYB-01'],
    ]),
  );
}

function aboutService(phrase: Phrase): Subject[] {
  const { text } = phrase;
  // Hotlines carry their number.
  if (/\d$/.test(text))
    return own(phrase, 'service', [
      ['e_service', `ปรับปรุงระบบ${text}`, 'C-SRV-04'],
      ['e_service', `เพิ่มช่องทาง${text} ผ่านแชต`, 'C-SRV-02'],
    ]);
  const isOnline = /ออนไลน์|ทางไกล|อิเล็กทรอนิกส์|ดิจิทัล/.test(text);
  const inPerson: Form[] = isOnline
    ? []
    : [
        ['e_service', spaced(`พัฒนาระบบ${text}`, 'ออนไลน์'), 'C-SRV-03'],
        ['e_service', `บริการ${text} ณ จุดเดียว`, 'C-SRV-02'],
      ];
  const identified: Form[] = ANONYMOUS.test(text) ? [] : [['security', `ยืนยันตัวตนในการ${text}`, 'C-SRV-03']];
  return own(phrase, 'service', [
    ...inPerson,
    ['e_service', `ลดขั้นตอนการ${text}`, 'C-SRV-01'],
    ['e_service', spaced(`บริการ${text}`, 'ผ่านมือถือ'), 'C-SRV-03'],
  ]).concat(own({ text, serves: null }, 'digital', identified));
}

/** What people may do without saying who they are. */
const ANONYMOUS = /^(แจ้งเหตุ|แจ้งเบาะแส|แจ้งข่าว|ค้น|จอง|ร้อง|แสดง|ขอข้อมูล|ตรวจ|รับการแจ้ง|ซื้อบัตร|ยืนยัน|สั่งซื้อ)/;

function aboutWorks(phrase: Phrase): Subject {
  const kind = KIND_OF_WORKS.find(([pattern]) => pattern.test(phrase.text))?.[1] ?? 'activity';
  const isForVisitors = kind === 'activity' || PLACES_FOR_VISITORS.test(phrase.text);
  return own(phrase, 'plan', [[kind, phrase.text, isForVisitors ? 'C-SRV-02' : 'C-BUD-02']])[0]!;
}

/** Where people come to be served; other works are a matter of spending what was given for them. */
const PLACES_FOR_VISITORS =
  /บริการ|สำนักงาน|ศาลากลาง|อำเภอ|โรงพยาบาล|พิพิธภัณฑ์|ห้องสมุด|ช่วยเหลือ|โรงเรียน|วิทยาลัย|ศูนย์เรียนรู้|ผู้ป่วย|สนาม|ท่าเรือ|ผู้โดยสาร|สถาน|โรงละคร|หอ/;

/** By how the name begins; the first that fits counts. */
const KIND_OF_WORKS: readonly [RegExp, ProjectKind][] = [
  [/^(จัดหา|ทดแทน)/, 'equipment'],
  [/^(จัดหา|พัฒนา|ปรับปรุง|จัดทำ)(ระบบ(?!ประปา|บำบัด|สื่อสาร|รักษา)|แพลตฟอร์ม|คลังข้อมูล|แบบจำลอง|ศูนย์ข้อมูล)/, 'system'],
  [/^(ขยาย)?(คลาวด์|ศูนย์แลกเปลี่ยน|อินเทอร์เน็ต)/, 'infrastructure'],
  [/^(ก่อสร้าง|ปรับปรุง|บูรณะ|ซ่อม|ขยายทาง|ขุด|เจาะ|บำรุง|ปลูก|ฟื้นฟู|อนุรักษ์|พัฒนา|ติดตั้ง|ปัก|ปรับสภาพ|จัดรูป)/, 'construction'],
];

/** Thai words need no space between them; after a number, an abbreviation or Latin letters one stands. */
function spaced(head: string, tail: string): string {
  return `${head}${tail !== '' && /[\w.]$/.test(head) ? ' ' : ''}${tail}`;
}

function aboutPeople(phrase: Phrase): Subject[] {
  return own(phrase, 'people', [
    ['people', `พัฒนาศักยภาพ${phrase.text}`, 'C-SRV-02'],
    ['people', `ฝึกอบรม${phrase.text}`, 'C-SRV-02'],
  ]);
}

function own(phrase: Phrase, desk: Desk, forms: readonly Form[]): Subject[] {
  return forms.map(([kind, name, usual, follows = null]) => ({
    name,
    about: phrase.text,
    kind,
    serves: phrase.serves ?? usual,
    // Who runs the core answers for what serves a mission; other matters have other bureaus, so their desks stand for them.
    desk: phrase.serves ? 'core' : desk,
    system: null,
    isOwn: true,
    follows,
  }));
}

/** What every office has to do whatever it is there for, with the Back Office system that it belongs to. */
const OFFICE: readonly Subject[] = [
  office('พัฒนาระบบสารบรรณอิเล็กทรอนิกส์', 'system', 'C-DIG-02', 'office', 'BO08'),
  office('พัฒนาระบบประชุมอิเล็กทรอนิกส์', 'system', 'C-DIG-02', 'office', 'BO08'),
  office('ปรับปรุงระบบรับเรื่องร้องเรียน', 'system', 'C-SRV-04', 'complaints', null),
  office('พัฒนาระบบติดตามแผนงานและงบประมาณ', 'system', 'C-BUD-01', 'plan', 'BO01'),
  office('พัฒนาระบบบริหารพัสดุและครุภัณฑ์', 'system', 'C-BUD-02', 'money', 'BO04'),
  office('พัฒนาระบบทะเบียนประวัติบุคลากร', 'system', 'C-HRD-01', 'people', 'BO03'),
  office('พัฒนาระบบตรวจสอบภายใน', 'system', 'C-AUD-01', 'audit', 'BO09'),
  office('เชื่อมระบบบัญชีกับการคลังภาครัฐ', 'system', 'C-BUD-01', 'money', 'BO02'),
  office('จัดทำบัญชีข้อมูลและชุดข้อมูลเปิด', 'system', 'C-OPN-01', 'digital', null),
  office('ปรับปรุงโครงข่ายสื่อสารภายใน', 'infrastructure', 'C-DIG-02', 'digital', 'BO11'),
  office('ย้ายระบบสำนักงานขึ้นคลาวด์กลาง', 'infrastructure', 'C-SAV-01', 'digital', 'BO11'),
  office('ปรับปรุงศูนย์ข้อมูลสำรอง', 'infrastructure', 'C-CYB-01', 'digital', 'BO11'),
  office('คุ้มครองข้อมูลส่วนบุคคล', 'security', 'C-GOV-01', 'digital', 'BO11'),
  office('เฝ้าระวังและรับมือภัยคุกคามไซเบอร์', 'security', 'C-CYB-01', 'digital', 'BO11'),
  office('พัฒนาทักษะดิจิทัลบุคลากร', 'people', 'C-HRD-01', 'people', 'BO03'),
  office('พัฒนาทักษะวิเคราะห์ข้อมูลและเอไอ', 'people', 'C-HRD-01', 'people', 'BO03'),
  office('ปรับปรุงอาคารสำนักงาน', 'construction', 'C-BUD-02', 'office', 'BO04'),
  office('ติดตั้งโซลาร์บนอาคารสำนักงาน', 'construction', 'C-BUD-02', 'office', 'BO04'),
  office('ทดแทนครุภัณฑ์คอมพิวเตอร์', 'equipment', 'C-BUD-02', 'digital', 'BO11'),
  office('จัดหายานพาหนะไฟฟ้าทดแทน', 'equipment', 'C-BUD-02', 'office', 'BO04'),
];

/** What also an office without bureaus of its own for such things does. */
const EVERYWHERE: ReadonlySet<string> = new Set(['พัฒนาทักษะดิจิทัลบุคลากร', 'ทดแทนครุภัณฑ์คอมพิวเตอร์']);

function office(name: string, kind: ProjectKind, serves: string, desk: Desk, system: string | null): Subject {
  return { name, about: name, kind, serves, desk, system, isOwn: false, follows: null };
}

import { glossary } from '#domain/messages/glossary.ts';

/** One item of a fixed list; `detail` holds what else the domain says about it. */
export interface ListItem {
  list: string;
  code: string;
  position: number;
  nameTh: string;
  nameEn: string;
  detail: Record<string, unknown>;
}

type Row = [code: string, nameTh: string, nameEn: string, detail?: Record<string, unknown>];

const list = (name: string, rows: Row[]): ListItem[] =>
  rows.map(([code, nameTh, nameEn, detail = {}], index) => ({
    list: name,
    code,
    position: index + 1,
    nameTh,
    nameEn,
    detail,
  }));

/** Perspectives (มิติการประเมิน) of a performance agreement; weights are those of the FY 2557 frame, kept per fiscal year. */
export const perspectives = list('perspective', [
  ['EFF', 'ประสิทธิผล', 'Effectiveness', { side: 'external', weight: '60' }],
  ['QUA', 'คุณภาพการให้บริการ', 'Service quality', { side: 'external', weight: '10' }],
  ['EFI', 'ประสิทธิภาพ', 'Efficiency', { side: 'internal', weight: '15' }],
  ['ORG', 'การพัฒนาองค์การ', 'Organisation development', { side: 'internal', weight: '15' }],
]);

/** Public-sector strategies that the programme serves; 2, 4, 5 and 7 are named nowhere and are in no list. */
export const strategies = list('strategy', [
  [
    '1',
    'การปรับเปลี่ยนกระบวนการและวิธีการทำงาน',
    'Changing work processes and methods',
    { emphasisTh: 'กระชับ สะดวก รวดเร็ว' },
  ],
  [
    '3',
    'การรื้อปรับระบบการเงินและการงบประมาณ',
    'Reforming finance and budgeting',
    { emphasisTh: 'อำนวยความสะดวกในการวิเคราะห์และติดตาม' },
  ],
  ['6', 'การเสริมสร้างระบบราชการให้ทันสมัย', 'Modernising the civil service', { emphasisTh: 'ระบบไร้กระดาษ' }],
]);

export const systems = list('back_office_system', [
  ['BO01', 'ระบบงานนโยบาย แผนงาน โครงการ', 'Policy, plans and projects'],
  ['BO02', 'ระบบงานบริหารงบประมาณ การเงินและบัญชี', 'Budget, finance and accounting'],
  ['BO03', 'ระบบงานบริหารทรัพยากรมนุษย์', 'Human resources', { pilot: '2.2' }],
  ['BO04', 'ระบบงานพัสดุ อาคารสถานที่ และยานพาหนะ', 'Supplies, premises and vehicles'],
  ['BO05', 'ระบบงานนิติการ', 'Legal affairs'],
  ['BO06', 'ระบบงานประชาสัมพันธ์', 'Public relations'],
  ['BO07', 'ระบบงานวิเทศสัมพันธ์', 'Foreign relations'],
  ['BO08', 'ระบบงานสารบรรณและเลขานุการ', 'Correspondence and secretariat', { pilot: '2.1' }],
  ['BO09', 'ระบบงานตรวจสอบภายใน', 'Internal audit'],
  ['BO10', 'ระบบงานผู้ตรวจราชการ', 'Inspector-general'],
  ['BO11', 'ระบบงานบริหารเทคโนโลยีสารสนเทศในสำนักงาน', 'Office IT management'],
]);

export const layers = list('layer', [
  ['1', 'ระบบโครงข่ายโทรคมนาคมที่เหมาะสมในการเชื่อมโยงองค์กร', 'Telecom network'],
  ['2', 'มาตรฐานกลางและช่องทางการเชื่อมโยงโครงข่าย', 'Protocol and data standard'],
  ['3', 'ข้อมูลสารสนเทศที่ใช้ร่วมกันและระบบยืนยันตัวบุคคล', 'Shared information and data security'],
  ['4', 'โปรแกรมประยุกต์กลางของแต่ละ Back Office', 'Application processing'],
  ['5', 'การบูรณาการระบบและข้อมูลระหว่างส่วนราชการ', 'Integration'],
]);

const agreementTypes = list('agreement_type', [
  ['PM_MIN', 'คำรับรองระหว่างนายกรัฐมนตรีกับรัฐมนตรี', 'Prime Minister and minister', { recipient: 'pm', maker: 'minister' }],
  [
    'MIN_PS',
    'คำรับรองระหว่างรัฐมนตรีกับปลัดกระทรวง',
    'Minister and permanent secretary',
    { recipient: 'minister', maker: 'ps' },
  ],
  [
    'PS_DG',
    'คำรับรองระหว่างปลัดกระทรวงกับอธิบดี',
    'Permanent secretary and director-general',
    { recipient: 'ps', maker: 'dg' },
  ],
  [
    'PS_GOV',
    'คำรับรองระหว่างปลัดกระทรวงมหาดไทยกับผู้ว่าราชการจังหวัด',
    'Permanent secretary for interior and governor',
    { recipient: 'ps', maker: 'dg' },
  ],
  [
    'MIN_HEAD',
    'คำรับรองระหว่างรัฐมนตรีกับหัวหน้าหน่วยงานขึ้นตรง',
    'Minister and head of a directly reporting unit',
    { recipient: 'minister', maker: 'dg' },
  ],
]);

const steps = list('step', [
  ['1', 'วิสัยทัศน์ของรัฐบาล วาระแห่งชาติ และผู้บริหารสูงสุด', 'Top management view'],
  ['2', 'ระดมความคิดเห็นหน่วยงานรองและหน่วยงานเสริม', 'Stakeholders’ shared vision'],
  ['3', 'ปัจจัยแห่งความสำเร็จ', 'Critical success factors'],
  ['4', 'สำรวจสถานภาพระบบที่ใช้หรือพัฒนา', 'Survey of systems in use'],
  ['5', 'บันทึกข้อตกลง', 'Memorandum of understanding', { covers: ['2', '3', '4'] }],
  ['6', 'ออกแบบระบบ', 'System design'],
  ['7', 'ผังขั้นตอนการทำงานและแบบจำลองข้อมูล', 'Business process and data model', { after: 'build_and_test' }],
]);

const agencyRoles = list('agency_role', [
  ['lead', 'หน่วยงานหลัก (เจ้าภาพ)', 'Lead agency (host)', { ownsSuccessIndicator: true }],
  ['secondary', 'หน่วยงานรอง', 'Secondary agency'],
  ['supporting', 'หน่วยงานเสริม', 'Supporting agency'],
  ['advisory', 'หน่วยงานที่ปรึกษา', 'Advisory agency'],
]);

const projectPhases = list('project_phase', [
  [
    '1',
    'ศึกษาและวิเคราะห์ความเป็นไปได้และกำหนดทิศทางเบื้องต้น',
    'Feasibility and first direction',
    { shortTh: 'ศึกษาความเป็นไปได้', shortEn: 'Feasibility' },
  ],
  [
    '2',
    'ศึกษารายละเอียดและออกแบบสถาปัตยกรรม',
    'Detailed study and architecture',
    { shortTh: 'ออกแบบ', shortEn: 'Design' },
  ],
  ['3', 'วางแผนงาน', 'Planning', { shortTh: 'วางแผน', shortEn: 'Planning' }],
  ['4', 'ดำเนินการ/พัฒนาระบบด้านไอที', 'Development', { shortTh: 'พัฒนา', shortEn: 'Development' }],
  [
    '5',
    'บริหารการเปลี่ยนแปลงและนำไปใช้งานจริง',
    'Change management and going live',
    { shortTh: 'ใช้งานจริง', shortEn: 'Going live' },
  ],
]);

const successFactors = list('success_factor', [
  ['F1', 'ผู้แทนจากหน่วยงานกำหนดความต้องการร่วมกัน', 'Requirements management'],
  ['F2', 'วิสัยทัศน์ด้านสถาปัตยกรรม', 'Architecture vision'],
  ['F3', 'ความร่วมมือระหว่างหน่วยงาน', 'Inter-agency collaboration'],
  ['F4', 'สถาปัตยกรรมด้านกระบวนงาน', 'Business architecture'],
  ['F5', 'สถาปัตยกรรมด้านข้อมูล', 'Data architecture'],
  ['F6', 'สถาปัตยกรรมด้านระบบงาน', 'Application architecture'],
  ['F7', 'มาตรฐานทางเทคนิคในการแลกเปลี่ยนข้อมูล', 'Technical standards for exchange'],
  ['F8', 'กฎ ระเบียบ ข้อบังคับ', 'Legal'],
  ['F9', 'ธรรมาภิบาล', 'Governance'],
  ['F10', 'การพัฒนาระบบไอทีและการบริหารการเปลี่ยนแปลง', 'IT development and change management'],
]);

/** Stages of online services. Weights sum to 100 and multiply percentages; items of a stage sum to 100. */
const serviceStages = list('service_stage', [
  ['1', 'ระดับการให้บริการข้อมูลพื้นฐาน', 'Emerging information services', { weight: '7' }],
  ['2', 'ระดับการให้ข้อมูลที่มีปฏิสัมพันธ์กับผู้ใช้บริการ', 'Enhanced information services', { weight: '24' }],
  ['3', 'ระดับการให้บริการธุรกรรมออนไลน์', 'Transactional services', { weight: '30' }],
  ['4', 'ระดับการเชื่อมโยงข้อมูลและธุรกรรมออนไลน์ข้ามหน่วยงาน', 'Connected services', { weight: '39' }],
]);

const anyOf = (...signals: [code: string, nameTh: string, nameEn: string][]) =>
  signals.map(([code, nameTh, nameEn]) => ({ code, nameTh, nameEn }));

const serviceStageItems = list('service_stage_item', [
  ['1.1', 'ข้อมูลพื้นฐานออนไลน์', 'Basic information online', { stage: '1', percent: '100' }],
  ['2.1', 'แบบฟอร์มให้ดาวน์โหลด', 'Downloadable forms', { stage: '2', percent: '25' }],
  ['2.2', 'ข้อมูลภาพเคลื่อนไหว หรือเสียง', 'Moving image or sound', { stage: '2', percent: '25' }],
  ['2.3', 'ข้อมูลภาษาไทยและภาษาต่างประเทศ', 'Thai and a foreign language', { stage: '2', percent: '25' }],
  [
    '2.4',
    'การมีปฏิสัมพันธ์กับประชาชน',
    'Interaction with citizens',
    {
      stage: '2',
      percent: '25',
      anyOf: anyOf(
        ['forum', 'กระดานสนทนาออนไลน์', 'Online forum'],
        ['result_notice', 'การแจ้งผลทางไปรษณีย์อิเล็กทรอนิกส์หรือเว็บไซต์', 'Notice of results by mail or web'],
        ['enquiry_mail', 'การสอบถามทางไปรษณีย์อิเล็กทรอนิกส์', 'Enquiry by mail'],
        ['enquiry_web', 'การสอบถามทางเว็บไซต์หรือสื่อสังคมออนไลน์', 'Enquiry by web or social media'],
      ),
    },
  ],
  ['3.1', 'การสำรวจความคิดเห็นทางเว็บไซต์', 'Opinion survey on the web', { stage: '3', percent: '25' }],
  ['3.2', 'การกรอกและยื่นคำขอออนไลน์', 'Filling in and filing a request online', { stage: '3', percent: '25' }],
  ['3.3', 'การชำระเงินออนไลน์', 'Online payment', { stage: '3', percent: '25' }],
  ['3.4', 'การทำธุรกรรมออนไลน์ครบวงจร', 'Full-cycle transaction', { stage: '3', percent: '25' }],
  [
    '4.1',
    'การเชื่อมโยงและแลกเปลี่ยนข้อมูลระหว่างหน่วยงานแบบอัตโนมัติ',
    'Automatic exchange of data between agencies',
    { stage: '4', percent: '50', printedAs: '5)' },
  ],
  [
    '4.2',
    'การให้บริการแบบเบ็ดเสร็จโดยยึดประชาชนเป็นศูนย์กลาง',
    'Citizen-centred one-stop service',
    { stage: '4', percent: '50', printedAs: '6)' },
  ],
]);

/** What may stand where a number is expected; `counts`: in the completeness of reports. */
const dataStates = list('data_state', [
  ['reported', 'รายงานแล้ว', 'Reported', { inSum: true, counts: 'received' }],
  ['zero', '0', '0', { inSum: true, counts: 'received' }],
  ['not_due', 'ยังไม่ถึงกำหนด', 'Not due', { inSum: false, counts: 'not_expected' }],
  ['missing', 'ยังไม่รายงาน', 'Not reported', { inSum: false, counts: 'expected' }],
  ['rejected', 'ไม่ผ่านการตรวจสอบ', 'Rejected', { inSum: false, counts: 'expected' }],
  ['withheld', 'ไม่เปิดเผย', 'Not disclosed', { inSum: false, counts: 'not_expected' }],
  ['not_applicable', 'ไม่เกี่ยวข้อง', 'Not applicable', { inSum: false, counts: 'not_expected' }],
]);

const classifications = list('classification', [
  ['public', 'เปิดเผยได้', 'Public'],
  ['internal', 'ใช้ภายในราชการ', 'Internal'],
  ['restricted', 'จำกัดผู้เข้าถึง', 'Restricted'],
  ['secret', 'ลับขึ้นไป', 'Secret and above', { stored: 'existence only' }],
]);

const terms = list(
  'glossary',
  glossary.map(({ concept, thai, english }): Row => [concept, thai, english]),
);

export const listItems: ListItem[] = [
  ...perspectives,
  ...agreementTypes,
  ...systems,
  ...strategies,
  ...layers,
  ...steps,
  ...agencyRoles,
  ...projectPhases,
  ...successFactors,
  ...serviceStages,
  ...serviceStageItems,
  ...dataStates,
  ...classifications,
  ...terms,
];

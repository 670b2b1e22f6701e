import type { IsoDate } from '#domain/time/fiscal-calendar.ts';
import type { AliasSeed, UnitSeed } from './unit-seed.ts';

const former = (unit: Omit<UnitSeed, 'certainty' | 'inChain'>): UnitSeed => ({
  ...unit,
  certainty: 'medium',
  // Out of ranks, search and pickers of today; what was reported under the old name keeps it.
  inChain: false,
});

/** Units that were renamed or taken over. Facts of their time stay with them; a trend follows the predecessor. Dates are medium certain. */
export const formerUnits: UnitSeed[] = [
  former({
    code: 'WAS-MICT',
    parentCode: 'PMOC',
    level: 'MOC',
    kind: 'ministry',
    nameTh: 'กระทรวงเทคโนโลยีสารสนเทศและการสื่อสาร',
    nameEn: 'Ministry of Information and Communication Technology',
    abbrTh: 'ทก',
    abbrEn: 'MICT',
    validFrom: '2002-10-03',
    validTo: '2016-09-15',
    predecessorCode: null,
  }),
  former({
    code: 'WAS-MOST',
    parentCode: 'PMOC',
    level: 'MOC',
    kind: 'ministry',
    nameTh: 'กระทรวงวิทยาศาสตร์และเทคโนโลยี',
    nameEn: 'Ministry of Science and Technology',
    abbrTh: 'วท',
    abbrEn: 'MOST',
    validFrom: null,
    validTo: '2019-05-01',
    predecessorCode: null,
  }),
  former({
    code: 'WAS-GITS',
    parentCode: 'WAS-MICT',
    level: 'DOC',
    kind: 'public_org',
    nameTh: 'สำนักบริการเทคโนโลยีสารสนเทศภาครัฐ',
    nameEn: 'Government Information Technology Services',
    abbrTh: 'สบทร.',
    abbrEn: 'GITS',
    validFrom: null,
    validTo: '2011-02-21',
    predecessorCode: null,
  }),
  former({
    code: 'WAS-EGA',
    parentCode: 'WAS-MICT',
    level: 'DOC',
    kind: 'public_org',
    nameTh: 'สำนักงานรัฐบาลอิเล็กทรอนิกส์ (องค์การมหาชน)',
    nameEn: 'Electronic Government Agency (Public Organization)',
    abbrTh: 'สรอ.',
    abbrEn: 'EGA',
    validFrom: '2011-02-22',
    validTo: '2018-05-13',
    predecessorCode: 'WAS-GITS',
  }),
  former({
    code: 'WAS-NESDB',
    parentCode: '01000',
    level: 'DOC',
    kind: 'department',
    nameTh: 'สำนักงานคณะกรรมการพัฒนาการเศรษฐกิจและสังคมแห่งชาติ',
    nameEn: 'Office of the National Economic and Social Development Board',
    abbrTh: 'สศช.',
    abbrEn: 'NESDB',
    validFrom: null,
    validTo: '2018-12-27',
    predecessorCode: null,
  }),
];

/** Units of today that took over from one of those. */
export const startsAndPredecessors: Record<string, { validFrom: IsoDate; predecessorCode: string }> = {
  '11000': { validFrom: '2016-09-16', predecessorCode: 'WAS-MICT' },
  '23000': { validFrom: '2019-05-02', predecessorCode: 'WAS-MOST' },
  '01036': { validFrom: '2018-05-14', predecessorCode: 'WAS-EGA' },
  '01012': { validFrom: '2018-12-28', predecessorCode: 'WAS-NESDB' },
};

const names = (unitCode: string, source: AliasSeed['source'], ...aliases: string[]): AliasSeed[] =>
  aliases.map((alias) => ({ unitCode, alias, source }));

/** Other names that senders use for units of today. An alias used is told to the sender with what was sent. */
export const aliases: AliasSeed[] = [
  ...names(
    '11000',
    'former_name',
    'กระทรวงเทคโนโลยีสารสนเทศและการสื่อสาร',
    'กระทรวงไอซีที',
    'ไอซีที',
    'กระทรวง ICT',
    'ทก',
    'MICT',
  ),
  ...names('11000', 'short_name', 'กระทรวงดิจิทัล', 'กระทรวงดีอี', 'กระทรวงดีอีเอส', 'กระทรวง DE'),
  ...names('01036', 'former_name', 'สำนักงานรัฐบาลอิเล็กทรอนิกส์ (องค์การมหาชน)', 'สำนักงานรัฐบาลอิเล็กทรอนิกส์', 'สรอ.', 'EGA'),
  ...names('01036', 'former_name', 'สำนักบริการเทคโนโลยีสารสนเทศภาครัฐ', 'สบทร.', 'GITS'),
  ...names('01036', 'short_name', 'สำนักงานพัฒนารัฐบาลดิจิทัล'),
  ...names('01012', 'former_name', 'สำนักงานคณะกรรมการพัฒนาการเศรษฐกิจและสังคมแห่งชาติ', 'NESDB'),
  ...names('01012', 'short_name', 'สภาพัฒน์', 'สภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ'),
  ...names('23000', 'former_name', 'กระทรวงวิทยาศาสตร์และเทคโนโลยี', 'วท', 'MOST'),
  ...names('23000', 'short_name', 'กระทรวงการอุดมศึกษา', 'กระทรวง อว.'),
  ...names('06000', 'short_name', 'กระทรวงพัฒนาสังคมฯ', 'กระทรวงการพัฒนาสังคมฯ', 'กระทรวงพม.'),
  ...names('09000', 'short_name', 'กระทรวงทรัพยากรธรรมชาติฯ', 'กระทรวงทรัพยากรฯ'),
  ...names('01011', 'short_name', 'ก.พ.', 'สำนักงาน ก.พ.', 'สำนักงานข้าราชการพลเรือน'),
  ...names('01021', 'short_name', 'ก.พ.ร.', 'สำนักงาน ก.พ.ร.'),
  ...names('01009', 'short_name', 'กฤษฎีกา', 'สำนักงานกฤษฎีกา'),
  ...names(
    'TH-10',
    'short_name',
    'กรุงเทพฯ',
    'กทม',
    'Bangkok Metropolis',
    'Bangkok Metropolitan Administration',
    'Krung Thep Maha Nakhon',
  ),
  ...names('TH-16', 'spelling', 'Lopburi'),
  ...names('TH-82', 'spelling', 'Phangnga'),
  ...names('TH-14', 'short_name', 'อยุธยา', 'จังหวัดอยุธยา', 'Ayutthaya'),
  ...names('TH-30', 'short_name', 'โคราช', 'Korat'),
];

import { missionOf } from './missions.ts';
import type { IndicatorSpec } from './spec.ts';

const pm = missionOf('01000');
const defence = missionOf('02000');
const finance = missionOf('03000');
const foreign = missionOf('04000');
const tourism = missionOf('05000');
const social = missionOf('06000');
const farming = missionOf('07000');
const transport = missionOf('08000');
const nature = missionOf('09000');
const digital = missionOf('11000');

/** Ministries 01 to 11. */
export const MISSIONS_A: readonly IndicatorSpec[] = [
  pm.share(
    {
      no: 1,
      th: 'ร้อยละข้อสั่งการนายกรัฐมนตรีที่ดำเนินการแล้วเสร็จตามกำหนด',
      en: "Prime Minister's directions carried out in time",
      by: ['01001', '01004', '01005'],
    },
    140,
    62,
    95,
  ),
  pm.share(
    {
      no: 2,
      th: 'ร้อยละเรื่องร้องทุกข์ของผู้บริโภคที่ยุติภายใน 60 วัน',
      en: 'Consumer complaints settled within 60 days',
      by: ['01003'],
      perspective: 'QUA',
    },
    1800,
    58,
    90,
  ),
  pm.count(
    {
      no: 3,
      th: 'มูลค่าโครงการที่ได้รับอนุมัติส่งเสริมการลงทุน',
      en: 'Value of projects approved for investment promotion',
      by: ['01032'],
    },
    52_000,
    { unitOfMeasure: 'ล้านบาท', decimals: 2, season: 'year_end' },
  ),
  defence.share(
    {
      no: 1,
      th: 'ร้อยละคำขอช่วยเหลือประชาชนจากสาธารณภัยที่เข้าพื้นที่ได้ภายใน 6 ชั่วโมง',
      en: 'Disaster calls reached within 6 hours',
      by: ['02004', '02005', '02006', '02008'],
    },
    240,
    70,
    97,
    { season: 'rain' },
  ),
  defence.share(
    { no: 2, th: 'ร้อยละความพร้อมของยุทโธปกรณ์หลัก', en: 'Main equipment ready', by: ['02004', '02005', '02006'] },
    900,
    64,
    90,
    { classification: 'restricted', timeRollup: 'last' },
  ),
  defence.share(
    {
      no: 3,
      th: 'ร้อยละกำลังพลปลดประจำการที่มีงานทำภายใน 90 วัน',
      en: 'Discharged personnel employed within 90 days',
      by: ['02001', '02004', '02005', '02006'],
    },
    700,
    52,
    86,
  ),
  finance.count(
    { no: 1, th: 'ผลการจัดเก็บรายได้ของรัฐ', en: 'State revenue collected', by: ['03005', '03006', '03007', '03003'] },
    24_000,
    {
      // Revenue, excise, customs, and the rents and profits of the Treasury, as they stand to each other.
      sizes: { '03007': 7.2, '03006': 1.85, '03005': 0.42, '03003': 0.045 },
      unitOfMeasure: 'ล้านบาท',
      decimals: 2,
      growth: 0.035,
      gain: 0.05,
      season: 'year_end',
      step: 0.02,
      ofRecord: 'computed',
    },
  ),
  finance.share(
    {
      no: 2,
      th: 'ร้อยละผู้เสียภาษีที่ยื่นแบบทางอิเล็กทรอนิกส์',
      en: 'Tax returns filed online',
      by: ['03006', '03007'],
      perspective: 'QUA',
    },
    42_000,
    78,
    98,
  ),
  finance.mean(
    { no: 3, th: 'ระยะเวลาเฉลี่ยในการตรวจปล่อยสินค้า', en: 'Mean hours to clear goods', by: ['03005'], perspective: 'QUA' },
    9200,
    5.2,
    1.6,
    { unitOfMeasure: 'ชั่วโมง', step: 0.3 },
  ),
  foreign.mean(
    {
      no: 1,
      th: 'ระยะเวลาเฉลี่ยในการออกหนังสือเดินทาง',
      en: 'Mean days to issue a passport',
      by: ['04003'],
      perspective: 'QUA',
    },
    32_000,
    4.6,
    1.7,
    { unitOfMeasure: 'วัน', step: 0.3, season: 'cool' },
  ),
  foreign.share(
    {
      no: 2,
      th: 'ร้อยละคนไทยในต่างประเทศที่ได้รับความช่วยเหลือภายใน 24 ชั่วโมง',
      en: 'Thais abroad helped within 24 hours',
      by: ['04003', '04005', '04012', '04014', '04015'],
    },
    160,
    74,
    98,
  ),
  foreign.count(
    { no: 3, th: 'จำนวนผู้รับทุนความร่วมมือเพื่อการพัฒนา', en: 'Fellows of development cooperation', by: ['04006'] },
    150,
    { unitOfMeasure: 'คน', season: 'school' },
  ),
  tourism.count(
    { no: 1, th: 'จำนวนผู้ประกอบการท่องเที่ยวที่ผ่านมาตรฐาน', en: 'Tourism businesses meeting the standard', by: ['05004'] },
    210,
    { season: 'cool' },
  ),
  tourism.share(
    { no: 2, th: 'ร้อยละประชาชนที่ออกกำลังกายสม่ำเสมอ', en: 'People who exercise regularly', by: ['05003', '05006'] },
    5200,
    36,
    58,
    { season: 'cool' },
  ),
  tourism.mean(
    {
      no: 3,
      th: 'ค่าใช้จ่ายเฉลี่ยต่อคนต่อวันของนักท่องเที่ยวในพื้นที่พัฒนา',
      en: 'Mean daily spending per tourist in development areas',
      by: ['05002', '05004'],
    },
    3400,
    2150,
    3450,
    { unitOfMeasure: 'บาท', season: 'cool', step: 110 },
  ),
  social.share(
    {
      no: 1,
      th: 'ร้อยละกลุ่มเปราะบางที่ได้รับความช่วยเหลือภายใน 7 วัน',
      en: 'Vulnerable people helped within 7 days',
      by: ['06003', '06005', '06007', '06008'],
    },
    3600,
    66,
    94,
  ),
  social.count(
    { no: 2, th: 'จำนวนคนพิการที่ได้รับการส่งเสริมให้มีงานทำ', en: 'People with disabilities placed in work', by: ['06007'] },
    640,
    { unitOfMeasure: 'คน' },
  ),
  social.share(
    {
      no: 3,
      th: 'ร้อยละเหตุความรุนแรงในครอบครัวที่ได้รับการคุ้มครองทันเวลา',
      en: 'Cases of domestic violence protected in time',
      by: ['06003', '06004', '06005'],
      perspective: 'QUA',
    },
    310,
    68,
    95,
  ),
  farming.count(
    {
      no: 1,
      th: 'จำนวนเกษตรกรที่ได้รับการรับรองมาตรฐานการผลิต',
      en: 'Farmers certified to production standards',
      by: ['07005', '07006', '07009', '07018', '07020'],
    },
    2300,
    { season: 'rain' },
  ),
  farming.share(
    { no: 2, th: 'ร้อยละพื้นที่ชลประทานที่ได้รับน้ำตามแผน', en: 'Irrigated area supplied as planned', by: ['07003'] },
    32_000,
    68,
    96,
    { season: 'rain' },
  ),
  farming.share(
    {
      no: 3,
      th: 'ร้อยละสหกรณ์ที่มีความเข้มแข็งระดับหนึ่งและสอง',
      en: 'Cooperatives of strength one and two',
      by: ['07012'],
    },
    6100,
    58,
    88,
    { timeRollup: 'last', sizes: { '07012': 1 } },
  ),
  transport.count(
    { no: 1, th: 'จำนวนผู้เสียชีวิตจากอุบัติเหตุบนโครงข่ายทางหลวง', en: 'Deaths on the highway network', by: ['08006', '08007'] },
    68,
    { direction: 'lower', growth: -0.05, gain: -0.18, season: 'holidays', sizes: { '08006': 3.2, '08007': 0.9 } },
  ),
  transport.share(
    {
      no: 2,
      th: 'ร้อยละเที่ยวเดินรถและเที่ยวบินที่ตรงเวลา',
      en: 'Departures on time',
      by: ['08004', '08009', '08012'],
      perspective: 'QUA',
    },
    14_000,
    68,
    94,
  ),
  transport.count({ no: 3, th: 'ระยะทางถนนที่บูรณะและบำรุงแล้วเสร็จ', en: 'Roads repaired', by: ['08006', '08007'] }, 190, {
    unitOfMeasure: 'กิโลเมตร',
    sizes: { '08006': 4, '08007': 2.2 },
    decimals: 1,
    season: 'cool',
  }),
  nature.share(
    { no: 1, th: 'ร้อยละวันที่คุณภาพอากาศอยู่ในเกณฑ์มาตรฐาน', en: 'Days with air within the standard', by: ['09003'] },
    1900,
    62,
    95,
    { season: 'rain' },
  ),
  nature.count({ no: 2, th: 'พื้นที่ป่าที่ฟื้นฟูแล้วเสร็จ', en: 'Forest restored', by: ['09009', '09012', '09004'] }, 2400, {
    unitOfMeasure: 'ไร่',
    season: 'rain',
    gain: 0.3,
  }),
  nature.share(
    { no: 3, th: 'ร้อยละแหล่งน้ำที่มีคุณภาพอยู่ในเกณฑ์ดี', en: 'Water bodies of good quality', by: ['09003', '09006', '09007'] },
    366,
    40,
    72,
    { timeRollup: 'last' },
  ),
  digital.share(
    {
      no: 1,
      th: 'ร้อยละข้อความเตือนภัยที่ส่งถึงประชาชนภายใน 10 นาที',
      en: 'Warnings delivered within 10 minutes',
      by: ['11004', '11002'],
    },
    420,
    72,
    97,
    { season: 'rain' },
  ),
  digital.count(
    {
      no: 2,
      th: 'จำนวนหมู่บ้านที่ใช้ศูนย์ดิจิทัลชุมชนได้เต็มรูปแบบ',
      en: 'Villages with a full digital community centre',
      by: ['11002', '11009'],
    },
    120,
    { unitOfMeasure: 'หมู่บ้าน' },
  ),
  digital.share(
    { no: 3, th: 'ร้อยละสถิติทางการที่เผยแพร่ตามปฏิทิน', en: 'Official statistics published on schedule', by: ['11005'] },
    64,
    78,
    99,
  ),
];

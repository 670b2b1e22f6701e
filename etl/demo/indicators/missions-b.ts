import { missionOf } from './missions.ts';
import type { IndicatorSpec } from './spec.ts';

const energy = missionOf('12000');
const commerce = missionOf('13000');
const interior = missionOf('15000');
const justice = missionOf('16000');
const labour = missionOf('17000');
const culture = missionOf('18000');
const education = missionOf('20000');
const health = missionOf('21000');
const industry = missionOf('22000');
const science = missionOf('23000');

/** Ministries 12 to 23. */
export const MISSIONS_B: readonly IndicatorSpec[] = [
  energy.share(
    { no: 1, th: 'ร้อยละการใช้พลังงานทดแทนต่อการใช้พลังงานขั้นสุดท้าย', en: 'Renewables in final energy use', by: ['12005'] },
    7200,
    13,
    21,
    { step: 0.6, sizes: { '12005': 1 } },
  ),
  energy.count(
    {
      no: 2,
      th: 'พลังงานที่อนุรักษ์ได้จากมาตรการประสิทธิภาพพลังงาน',
      en: 'Energy saved by efficiency measures',
      by: ['12005', '12006'],
    },
    84,
    { unitOfMeasure: 'พันตันเทียบเท่าน้ำมันดิบ', decimals: 1 },
  ),
  energy.share(
    {
      no: 3,
      th: 'ร้อยละสถานประกอบการน้ำมันและก๊าซที่ผ่านการตรวจความปลอดภัย',
      en: 'Fuel sites passing the safety check',
      by: ['12004', '12003'],
      perspective: 'QUA',
    },
    620,
    70,
    96,
  ),
  commerce.count(
    { no: 1, th: 'มูลค่าการส่งออกสินค้าที่ได้รับการส่งเสริม', en: 'Value of promoted exports', by: ['13009', '13003'] },
    21_500,
    { unitOfMeasure: 'ล้านบาท', decimals: 2, growth: 0.05, gain: 0.09, season: 'cool', step: 0.03 },
  ),
  commerce.share(
    {
      no: 2,
      th: 'ร้อยละการจดทะเบียนนิติบุคคลทางอิเล็กทรอนิกส์',
      en: 'Companies registered online',
      by: ['13008'],
      perspective: 'QUA',
    },
    7600,
    62,
    96,
    { sizes: { '13008': 1 } },
  ),
  commerce.share(
    {
      no: 3,
      th: 'ร้อยละเรื่องร้องเรียนราคาสินค้าที่ตรวจสอบภายใน 3 วัน',
      en: 'Price complaints checked within 3 days',
      by: ['13004'],
      perspective: 'QUA',
    },
    520,
    68,
    97,
  ),
  interior.share(
    {
      no: 1,
      th: 'ร้อยละผู้ประสบสาธารณภัยที่ได้รับความช่วยเหลือตามเกณฑ์เวลา',
      en: 'Disaster victims helped in time',
      by: ['15006'],
    },
    5400,
    66,
    95,
    { season: 'rain' },
  ),
  interior.share(
    { no: 2, th: 'ร้อยละครัวเรือนยากจนที่ได้รับการแก้ไขปัญหา', en: 'Poor households lifted', by: ['15004', '15002'] },
    4200,
    52,
    84,
  ),
  interior.mean(
    { no: 3, th: 'ระยะเวลาเฉลี่ยในการรังวัดที่ดิน', en: 'Mean days for a land survey', by: ['15005'], perspective: 'QUA' },
    12_400,
    66,
    31,
    { unitOfMeasure: 'วัน', step: 3, decimals: 1 },
  ),
  justice.share(
    {
      no: 1,
      th: 'ร้อยละผู้พ้นโทษที่ไม่กระทำผิดซ้ำภายใน 1 ปี',
      en: 'Released people who do not re-offend within a year',
      by: ['16003', '16006', '16007'],
    },
    2600,
    72,
    92,
  ),
  justice.share(
    {
      no: 2,
      th: 'ร้อยละผู้เสียหายที่ได้รับค่าตอบแทนภายในกำหนด',
      en: 'Victims compensated in time',
      by: ['16004'],
      perspective: 'QUA',
    },
    940,
    60,
    92,
  ),
  justice.share(
    { no: 3, th: 'ร้อยละสำนวนบังคับคดีที่แล้วเสร็จ', en: 'Enforcement cases closed', by: ['16005'] },
    23_000,
    48,
    82,
  ),
  labour.count({ no: 1, th: 'จำนวนผู้ได้รับการบรรจุงาน', en: 'People placed in work', by: ['17003'] }, 26_000, {
    unitOfMeasure: 'คน',
    season: 'cool',
  }),
  labour.share({ no: 2, th: 'ร้อยละผู้ผ่านการฝึกที่มีงานทำ', en: 'Trainees in work', by: ['17004'] }, 5200, 66, 92),
  labour.mean(
    {
      no: 3,
      th: 'ระยะเวลาเฉลี่ยในการจ่ายประโยชน์ทดแทน',
      en: 'Mean days to pay a benefit',
      by: ['17006'],
      perspective: 'QUA',
    },
    64_000,
    12.5,
    4.5,
    { unitOfMeasure: 'วัน', decimals: 1, step: 0.8 },
  ),
  culture.count(
    {
      no: 1,
      th: 'จำนวนผู้เข้าชมแหล่งเรียนรู้ทางวัฒนธรรม',
      en: 'Visitors to cultural sites',
      by: ['18003', '18004', '18005', '18006'],
    },
    62_000,
    { unitOfMeasure: 'คน', season: 'cool', gain: 0.2 },
  ),
  culture.count(
    { no: 2, th: 'รายได้ของชุมชนจากทุนทางวัฒนธรรม', en: 'Community income from cultural capital', by: ['18005', '18002'] },
    46,
    { unitOfMeasure: 'ล้านบาท', decimals: 2, season: 'cool' },
  ),
  culture.share(
    { no: 3, th: 'ร้อยละโบราณสถานที่ได้รับการบูรณะตามแผน', en: 'Monuments restored as planned', by: ['18004'] },
    240,
    48,
    86,
  ),
  education.share(
    {
      no: 1,
      th: 'ร้อยละเด็กนอกระบบที่กลับเข้าสู่การเรียนรู้',
      en: 'Out-of-school children back in learning',
      by: ['20004', '20334', '20006'],
    },
    9800,
    46,
    82,
    { season: 'school', sizes: { '20004': 3.4, '20334': 1.2, '20006': 0.6 } },
  ),
  education.share(
    { no: 2, th: 'ร้อยละผู้สำเร็จอาชีวศึกษาที่มีงานทำหรือศึกษาต่อ', en: 'Vocational graduates in work or study', by: ['20006'] },
    4300,
    70,
    93,
  ),
  education.share(
    {
      no: 3,
      th: 'ร้อยละโรงเรียนที่มีอินเทอร์เน็ตความเร็วตามเกณฑ์',
      en: 'Schools with internet of the set speed',
      by: ['20004', '20334'],
    },
    29_000,
    68,
    95,
    // Schools, and learning centres of the sub-districts.
    { timeRollup: 'last', sizes: { '20004': 1, '20334': 0.25 } },
  ),
  health.share(
    {
      no: 1,
      th: 'ร้อยละโรงพยาบาลที่มีอัตราครองเตียงเหมาะสม',
      en: 'Hospitals with fitting bed occupancy',
      by: ['21002', '21003'],
    },
    900,
    62,
    92,
    { timeRollup: 'last', sizes: { '21002': 1, '21003': 0.035 } },
  ),
  health.mean(
    {
      no: 2,
      th: 'ระยะเวลารอคอยเฉลี่ยของผู้ป่วยนอก',
      en: 'Mean waiting time of outpatients',
      by: ['21002', '21003', '21008'],
      perspective: 'QUA',
    },
    180_000,
    118,
    62,
    { unitOfMeasure: 'นาที', decimals: 1, step: 5 },
  ),
  health.share(
    { no: 3, th: 'ร้อยละผู้ป่วยเบาหวานที่ควบคุมระดับน้ำตาลได้', en: 'Diabetes patients under control', by: ['21002', '21004'] },
    260_000,
    30,
    52,
    { step: 2 },
  ),
  industry.share(
    {
      no: 1,
      th: 'ร้อยละโรงงานที่ผ่านเกณฑ์อุตสาหกรรมสีเขียว',
      en: 'Factories meeting the green criteria',
      by: ['22003', '22005', '22006'],
    },
    5600,
    48,
    82,
    { timeRollup: 'last' },
  ),
  industry.count(
    {
      no: 2,
      th: 'จำนวนวิสาหกิจที่เพิ่มผลิตภาพได้ตามเป้าหมาย',
      en: 'Firms that raised productivity as targeted',
      by: ['22004', '22008'],
    },
    210,
    { unitOfMeasure: 'กิจการ' },
  ),
  industry.mean(
    {
      no: 3,
      th: 'ระยะเวลาเฉลี่ยในการออกใบอนุญาตมาตรฐานผลิตภัณฑ์',
      en: 'Mean days for a product standard licence',
      by: ['22007'],
      perspective: 'QUA',
    },
    1900,
    24,
    9,
    { unitOfMeasure: 'วัน', decimals: 1, step: 1.5 },
  ),
  science.share(
    {
      no: 1,
      th: 'ร้อยละบัณฑิตที่มีงานทำตรงสาขาภายใน 1 ปี',
      en: 'Graduates in fitting work within a year',
      by: ['23002', '23015'],
    },
    8600,
    58,
    86,
    { frequency: 'quarter' },
  ),
  science.count(
    { no: 2, th: 'จำนวนผลงานวิจัยที่นำไปใช้ประโยชน์', en: 'Research results put to use', by: ['23003', '23004', '23070'] },
    58,
    { unitOfMeasure: 'ผลงาน', gain: 0.24 },
  ),
  science.share(
    {
      no: 3,
      th: 'ร้อยละตัวอย่างทดสอบที่รายงานผลตามกำหนด',
      en: 'Test samples reported in time',
      by: ['23003', '23005'],
      perspective: 'QUA',
    },
    2700,
    72,
    97,
  ),
];

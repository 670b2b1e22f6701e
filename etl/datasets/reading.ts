import { sameNumber } from '../checks/numbers.ts';
import type { Row } from '../checks/row.ts';
import type { Contract } from './contract.ts';

export const READING_STATES = ['reported', 'estimated', 'withheld', 'not_applicable'] as const;

const STATE_WORDS = {
  รายงานแล้ว: 'reported',
  ปกติ: 'reported',
  จริง: 'reported',
  actual: 'reported',
  ประมาณการ: 'estimated',
  estimate: 'estimated',
  ไม่เปิดเผย: 'withheld',
  ปกปิด: 'withheld',
  ไม่เกี่ยวข้อง: 'not_applicable',
  'n/a': 'not_applicable',
};

/** One value of one indicator for one unit and period: a value, or a numerator and a denominator. */
export const reading: Contract = {
  dataset: 'reading',
  version: '1',
  th: 'ผลตัวชี้วัด',
  en: 'Indicator readings',
  columns: [
    {
      name: 'indicator_code',
      th: 'รหัสตัวชี้วัด',
      en: 'Indicator code',
      alsoCalled: ['ชื่อตัวชี้วัด', 'KPI'],
      type: { kind: 'indicator' },
      isRequired: true,
      aboutTh: 'รหัสตามทะเบียนตัวชี้วัด',
      aboutEn: 'Code in the register of indicators',
      example: 'SV-01',
    },
    {
      name: 'unit_code',
      th: 'รหัสหน่วยงาน',
      en: 'Unit code',
      alsoCalled: ['ชื่อหน่วยงาน', 'ส่วนราชการ', 'Agency'],
      type: { kind: 'unit' },
      isRequired: true,
      aboutTh: 'รหัสงบประมาณ 5 หลัก หรือชื่อเต็มของหน่วยงาน',
      aboutEn: 'Five-digit budget code, or the full name of the unit',
      example: '03003',
    },
    {
      name: 'period',
      th: 'งวด',
      en: 'Period',
      alsoCalled: ['งวดที่รายงาน', 'เดือน', 'ไตรมาส', 'ปีงบประมาณ', 'Month'],
      type: { kind: 'period' },
      isRequired: true,
      aboutTh: 'ปีงบประมาณ 2570 ไตรมาส 2570-Q1 เดือน 2569-10 หรือวันที่ 2569-10-01',
      aboutEn: 'Fiscal year 2570, quarter 2570-Q1, month 2569-10 (Buddhist), or a date',
      example: '2569-10',
    },
    {
      name: 'value',
      th: 'ผล',
      en: 'Value',
      alsoCalled: ['ค่า', 'ผลงาน', 'ผลการดำเนินงาน', 'ผลลัพธ์', 'Result', 'Actual'],
      type: { kind: 'number' },
      aboutTh: 'ผลที่วัดได้ เว้นว่างเมื่อส่งตัวตั้งและตัวหาร',
      aboutEn: 'The measured value; blank when numerator and denominator are given',
      example: '1250',
    },
    {
      name: 'numerator',
      th: 'ตัวตั้ง',
      en: 'Numerator',
      type: { kind: 'number' },
      aboutTh: 'จำนวนที่เข้าเกณฑ์ ใช้กับร้อยละทุกตัว',
      aboutEn: 'The count that qualifies; wanted for every percentage',
      example: '875',
    },
    {
      name: 'denominator',
      th: 'ตัวหาร',
      en: 'Denominator',
      type: { kind: 'number', min: 0 },
      aboutTh: 'จำนวนทั้งหมด',
      aboutEn: 'The count of all',
      example: '1000',
    },
    {
      name: 'state',
      th: 'สถานะ',
      en: 'State',
      type: { kind: 'choice', values: READING_STATES, words: STATE_WORDS },
      aboutTh: 'รายงานแล้ว ประมาณการ ไม่เปิดเผย หรือไม่เกี่ยวข้อง เว้นว่างคือรายงานแล้ว',
      aboutEn: 'reported, estimated, withheld or not_applicable; blank means reported',
      example: 'reported',
    },
    {
      name: 'note',
      th: 'หมายเหตุ',
      en: 'Note',
      type: { kind: 'text', maxLength: 4_000 },
      aboutTh: 'คำอธิบายสั้น',
      aboutEn: 'A short remark',
      example: '',
    },
    {
      name: 'slice_kind',
      th: 'มิติย่อย',
      en: 'Slice kind',
      type: { kind: 'choice', values: ['all', 'strategy', 'system', 'layer', 'perspective', 'province'] },
      aboutTh: 'เว้นว่างคือทั้งหมด',
      aboutEn: 'Blank means the whole',
      example: '',
    },
    {
      name: 'slice_code',
      th: 'รหัสมิติย่อย',
      en: 'Slice code',
      type: { kind: 'code' },
      aboutTh: 'รหัสในมิติย่อย',
      aboutEn: 'Code within the slice',
      example: '',
    },
    {
      name: 'target',
      th: 'ค่าเป้าหมาย',
      en: 'Target',
      type: { kind: 'number' },
      aboutTh: 'เป้าหมายที่ผู้ส่งแจ้ง ใช้ตรวจเท่านั้น',
      aboutEn: "The sender's own target; for checking only",
      example: '',
    },
    {
      name: 'target_met',
      th: 'บรรลุเป้าหมาย',
      en: 'Target met',
      type: { kind: 'choice', values: ['Y', 'N', 'NA'] },
      aboutTh: 'ผู้ส่งประเมินเอง ใช้ตรวจเท่านั้น',
      aboutEn: "The sender's own judgement; for checking only",
      example: '',
    },
    {
      name: 'stated_share',
      th: 'สัดส่วนที่แจ้ง',
      en: 'Stated share',
      type: { kind: 'number' },
      aboutTh: 'สัดส่วน 0–1 ที่ผู้ส่งคำนวณเอง ใช้ตรวจเท่านั้น',
      aboutEn: "The sender's own share of 1; for checking only",
      example: '',
    },
  ],
  check: checkReading,
  keyOf: ({ values }) =>
    `${values.indicator_code}|${values.unit_code}|${values.period}|${values.slice_kind ?? ''}|${values.slice_code ?? ''}`,
};

function checkReading(row: Row): void {
  const { values } = row;
  settleState(row);
  settleSlice(row);
  const { today } = row.settings;
  if (values.state === 'reported' && typeof today === 'string' && row.period()!.startsOn > today)
    row.reject('period_in_future', 'period', { today });
  if (values.numerator !== null || values.denominator !== null) checkParts(row);
  if (values.value !== null) checkValue(row);
  if (values.target_met !== null || values.target !== null || values.stated_share !== null) checkOwnJudgement(row);
}

/** A record without a number says why, by its state or by the word in the number's cell; a number wants no such state. */
function settleState(row: Row): void {
  const { values } = row;
  const hasNumber = values.value !== null || (values.numerator !== null && values.denominator !== null);
  const isWithout = values.state === 'withheld' || values.state === 'not_applicable';
  if (hasNumber && isWithout) row.reject('state_contradicts_value', 'state', { state: values.state! });
  if (hasNumber || isWithout) return void (values.state ??= 'reported');
  const word = row.told.find(({ rule }) => rule === 'number_in_words')?.params.state;
  const { blankState } = row.settings;
  if (word === 'withheld' || word === 'not_applicable') values.state = word;
  else if (values.numerator !== null || values.denominator !== null)
    row.reject('part_missing', values.numerator === null ? 'numerator' : 'denominator');
  else if (typeof blankState === 'string') {
    values.state = blankState;
    row.warn('blank_as_state', 'value', { state: blankState });
  } else row.reject('value_missing', 'value');
}

/** Slice 0 is the whole. */
function settleSlice(row: Row): void {
  const { values } = row;
  const isWhole = values.slice_kind === null || values.slice_kind === 'all';
  const slice = isWhole ? null : row.reference.findSlice(values.slice_kind!, values.slice_code ?? '');
  if (!isWhole && !slice)
    return row.reject('slice_unknown', 'slice_code', { kind: values.slice_kind!, code: values.slice_code ?? '' });
  values.slice_id = String(slice?.id ?? 0);
}

function checkParts(row: Row): void {
  const { numerator, denominator } = row.values;
  if (numerator === null || numerator === undefined || denominator === null || denominator === undefined) return;
  const isShare = row.indicator()?.isShare ?? false;
  const [above, below] = [Number(numerator), Number(denominator)];
  if (below === 0 && above !== 0) return row.reject('denominator_zero', 'denominator', { numerator });
  if (below === 0) {
    row.values.state = 'not_applicable';
    row.warn('no_cases', 'denominator');
    return;
  }
  if (!isShare) return;
  if (above < 0) return row.reject('share_below_0', 'numerator', { share: numerator });
  if (above > below) row.reject('numerator_over_denominator', 'numerator', { numerator, denominator });
}

function checkValue(row: Row): void {
  const indicator = row.indicator();
  const value = row.values.value!;
  if (!indicator?.isShare) return;
  if (Number(value) > 100) row.reject('share_over_100', 'value', { share: value });
  if (Number(value) < 0) row.reject('share_below_0', 'value', { share: value });
  const { numerator, denominator } = row.values;
  if (numerator == null || denominator == null || Number(denominator) === 0) return;
  const computed = (100 * Number(numerator)) / Number(denominator);
  if (Math.abs(computed - Number(value)) > 0.05)
    row.warn('value_not_ratio', 'value', { computed: computed.toFixed(2) });
}

/** What the sender computed or judged itself is compared, never stored in place of the numbers. */
function checkOwnJudgement(row: Row): void {
  const { numerator, denominator, target, target_met: met, stated_share: stated } = row.values;
  if (target != null && Number(target) === 0) row.warn('target_zero', 'target');
  const hasRatio = numerator != null && denominator != null && Number(denominator) > 0;
  if (!hasRatio) {
    if (met === 'Y' || met === 'N') row.warn('judged_without_cases', 'target_met', { met });
    return;
  }
  const share = Number(numerator) / Number(denominator);
  if (stated != null && !sameNumber(share, Number(stated), 0.0001))
    row.warn('share_not_ratio', 'stated_share', { computed: share.toFixed(4) });
  if (stated == null && row.present.has('stated_share'))
    row.warn('share_left_out', 'stated_share', { computed: share.toFixed(4) });
  if (target == null || met == null) return;
  const isMet = share >= Number(target) || sameNumber(share, Number(target), 0.00005);
  if (met === 'NA') row.warn('cases_not_judged', 'target_met', { computed: share.toFixed(4), target });
  else if (isMet !== (met === 'Y'))
    row.warn('judgement_contradicts', 'target_met', { computed: share.toFixed(4), target, met });
}

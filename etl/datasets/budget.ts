import type { Row } from '../checks/row.ts';
import type { Contract, ContractColumn } from './contract.ts';

const text = (
  name: string,
  th: string,
  en: string,
  aboutTh: string,
  aboutEn: string,
  example = '',
): ContractColumn => ({
  name,
  th,
  en,
  type: { kind: 'text' },
  aboutTh,
  aboutEn,
  example,
});
const baht = (name: string, th: string, en: string, example: string): ContractColumn => ({
  name,
  th,
  en,
  type: { kind: 'number' },
  aboutTh: 'บาท ไม่ปัดเศษ',
  aboutEn: 'Baht, unrounded',
  example,
});

/** Money per unit, plan, project and year: allocated, committed, disbursed; baht as sent. */
export const budget: Contract = {
  dataset: 'budget',
  version: '1',
  th: 'งบประมาณและการเบิกจ่าย',
  en: 'Budget and disbursement',
  columns: [
    {
      name: 'line_code',
      th: 'รหัสรายการ',
      en: 'Line code',
      type: { kind: 'code' },
      aboutTh: 'รหัสของผู้ส่งที่ไม่ซ้ำกัน ถ้ามี',
      aboutEn: "The sender's own unique code, if any",
      example: '',
    },
    {
      name: 'unit_code',
      th: 'รหัสหน่วยงาน',
      en: 'Unit code',
      type: { kind: 'unit' },
      isRequired: true,
      aboutTh: 'หน่วยรับงบประมาณ',
      aboutEn: 'The budgeted unit',
      example: '03003',
    },
    {
      name: 'ministry_code',
      th: 'กระทรวง',
      en: 'Ministry',
      type: { kind: 'unit', isAnywhere: true },
      aboutTh: 'ใช้ตรวจว่าหน่วยงานอยู่ใต้กระทรวงนี้',
      aboutEn: 'For checking that the unit stands below it',
      example: '03000',
    },
    {
      name: 'fiscal_year',
      th: 'ปีงบประมาณ',
      en: 'Fiscal year',
      type: { kind: 'year', era: 'buddhist' },
      isRequired: true,
      aboutTh: 'พ.ศ.',
      aboutEn: 'Buddhist era',
      example: '2570',
    },
    {
      name: 'period',
      th: 'ณ งวด',
      en: 'As of period',
      type: { kind: 'period' },
      aboutTh: 'สะสมถึงงวดนี้ เว้นว่างคือทั้งปี',
      aboutEn: 'Cumulative to this period; blank means the whole year',
      example: '2569-10',
    },
    text('plan', 'แผนงาน', 'Plan', 'แผนงาน', 'Plan', 'แผนงานรัฐบาลดิจิทัล'),
    text('output', 'ผลผลิต', 'Output', 'ผลผลิต', 'Output'),
    {
      name: 'project_code',
      th: 'รหัสโครงการ',
      en: 'Project code',
      type: { kind: 'code' },
      aboutTh: 'รหัสโครงการ ถ้ามี',
      aboutEn: 'Project code, if any',
      example: 'PJ-0001',
    },
    text('project_name', 'โครงการ', 'Project name', 'ชื่อโครงการ ถ้ามี', 'Name of the project, if any'),
    text('category', 'หมวดรายจ่าย', 'Category', 'หมวดรายจ่าย', 'Expenditure category'),
    text('item', 'รายการ', 'Item', 'รายการ', 'Item'),
    {
      name: 'expense_kind',
      th: 'ประเภทรายจ่าย',
      en: 'Expense kind',
      type: {
        kind: 'choice',
        values: ['current', 'investment'],
        words: { รายจ่ายประจำ: 'current', ประจำ: 'current', รายจ่ายลงทุน: 'investment', ลงทุน: 'investment' },
      },
      aboutTh: 'ประจำ หรือ ลงทุน',
      aboutEn: 'current or investment',
      example: 'ลงทุน',
    },
    baht('allocated_baht', 'งบที่ได้รับจัดสรร (บาท)', 'Allocated (baht)', '12500000'),
    baht('committed_baht', 'ก่อหนี้ผูกพัน (บาท)', 'Committed (baht)', '9000000'),
    baht('disbursed_baht', 'เบิกจ่าย (บาท)', 'Disbursed (baht)', '4250000.50'),
  ],
  check: checkBudget,
  /** The line within its unit, year and period. */
  keyOf: ({ values }) => values.line_code ?? LINE.map((name) => values[name] ?? '').join('|'),
};

const LINE = ['plan', 'output', 'project_code', 'project_name', 'category', 'item', 'expense_kind'];

const AMOUNTS = ['allocated_baht', 'committed_baht', 'disbursed_baht'] as const;

function checkBudget(row: Row): void {
  const [allocated, committed, disbursed] = AMOUNTS.map((name) => row.number(name));
  if (AMOUNTS.every((name) => row.text(name) === null)) row.reject('amount_missing', 'allocated_baht');
  for (const name of AMOUNTS) checkAmount(row, name);
  if (committed && allocated && committed.gt(allocated))
    row.warn('committed_over_allocated', 'committed_baht', { allocated: allocated.toFixed() });
  if (disbursed && committed && disbursed.gt(committed))
    row.warn('disbursed_over_committed', 'disbursed_baht', { committed: committed.toFixed() });
  const [unit, ministry] = [row.unit(), row.unit('ministry_code')];
  if (unit && ministry && !unit.path.includes(ministry.id))
    row.warn('unit_not_below_ministry', 'unit_code', { ministry: ministry.nameTh });
  checkYear(row);
  row.values.period ??= row.text('fiscal_year'); // without a period the amounts are the whole year's
}

function checkAmount(row: Row, name: (typeof AMOUNTS)[number]): void {
  const text = row.text(name);
  if (text === null) return;
  const amount = row.number(name)!;
  if (amount.isNegative()) return row.reject('amount_negative', name);
  if (amount.isZero()) row.warn('amount_zero', name);
  // A satang is the hundredth of a baht: finer digits come from dividing, not from a ledger.
  else if (amount.decimalPlaces() > 2) row.warn('finer_than_satang', name);
}

/** A budget reaches some years ahead and back; far years are told with the year that the run is about. */
function checkYear(row: Row): void {
  const about = Number(row.settings.fiscalYear ?? Number.NaN);
  const year = Number(row.text('fiscal_year'));
  const period = row.period();
  if (Math.abs(year - about) > FAR_YEARS) row.warn('year_far', 'fiscal_year', { about });
  if (period && period.fiscalYear !== year) row.reject('period_not_in_year', 'period', { year });
}

const FAR_YEARS = 10;

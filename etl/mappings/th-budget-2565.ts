import type { Mapping } from './mapping.ts';
import { titlesOf } from './titles.ts';
import { thBudget2565Units } from './th-budget-2565-units.ts';

/**
 * Line items of the Thai budget bill for fiscal year 2565, read by machine from the printed books. Multi-year
 * obligations have a row per year; a reader selects by fiscal year. Where a kind of expenditure may be either,
 * it stays blank: only personnel and operations are current, only investment is investment.
 */
export const thBudget2565: Mapping = {
  name: 'th-budget-2565',
  dataset: 'budget',
  version: '1',
  ...titlesOf('th-budget-2565'),
  encoding: 'utf-8',
  columns: {
    line_code: { from: 'ITEM_ID' },
    unit_code: { from: 'BUDGETARY_UNIT' },
    ministry_code: { from: 'MINISTRY', pattern: '^(.+?)\\s*(?:\\(?เล่มที่\\s*\\d+\\)?|\\(\\d+\\)|\\d+)$' },
    fiscal_year: { from: 'FISCAL_YEAR', era: 'common' },
    plan: { from: 'BUDGET_PLAN' },
    output: { from: 'OUTPUT' },
    project_name: { from: 'PROJECT' },
    category: {
      join: {
        from: ['CATEGORY_LV1', 'CATEGORY_LV2', 'CATEGORY_LV3', 'CATEGORY_LV4', 'CATEGORY_LV5', 'CATEGORY_LV6'],
        with: ' › ',
      },
    },
    item: { from: 'ITEM_DESCRIPTION' },
    expense_kind: {
      from: 'CATEGORY_LV1',
      values: { งบบุคลากร: 'current', งบดำเนินงาน: 'current', งบลงทุน: 'investment' },
      otherwise: 'blank',
    },
    allocated_baht: { from: 'AMOUNT' },
  },
  totalsBy: ['fiscal_year', 'ministry_code'],
  root: {
    code: 'X-TH-BUDGET-2565',
    nameTh: 'ร่าง พ.ร.บ. งบประมาณ 2565 (ข้อมูลสาธารณะ)',
    nameEn: 'Thai budget bill 2565 (public data)',
  },
  units: thBudget2565Units,
  settings: { fiscalYear: 2565 },
};

import type { Period } from '#domain/time/period.ts';
import { baht, type Row } from '../projects/project-rows.ts';
import { ministryOf, type DemoUnit, type Organisation } from '../units.ts';
import { moneyLines } from './unit-money.ts';

/** An office's lines of money at a period's end, cumulative from 1 October, in baht. */
export function budgetRows(org: Organisation, unit: DemoUnit, period: Period): Row[] {
  return moneyLines(org, unit, period).map((line) => ({
    line_code: line.key,
    unit_code: unit.code,
    ministry_code: ministryOf(unit),
    fiscal_year: String(period.fiscalYear),
    period: period.code,
    plan: line.project ? 'แผนงานยุทธศาสตร์' : 'แผนงานพื้นฐาน',
    ...(line.project ? { project_code: line.project.code } : {}),
    category: line.expenseKind === 'current' ? 'งบบุคลากรและงบดำเนินงาน' : 'งบลงทุน',
    item: line.project ? line.project.nameTh : line.expenseKind === 'current' ? 'รายจ่ายประจำ' : 'รายจ่ายลงทุนอื่น',
    expense_kind: line.expenseKind,
    allocated_baht: baht(line.allocated),
    committed_baht: baht(line.committed),
    disbursed_baht: baht(line.disbursed),
  }));
}

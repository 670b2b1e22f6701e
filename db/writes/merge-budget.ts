import type { Tx } from '../connect.ts';
import type { Publication, Scope } from './republish.ts';
import { reviseFacts, type FactTable, type Merged } from './revise-facts.ts';
import type { RunHead } from './run-head.ts';
import { records } from './staged-records.ts';

export const BUDGET_LINE: FactTable = {
  table: 'budget_line',
  key: ['unit_id', 'fiscal_year', 'period_id', 'line_key'],
  content: [
    'plan',
    'output',
    'project_code',
    'project_id',
    'category',
    'item',
    'expense_kind',
    'allocated_baht',
    'committed_baht',
    'disbursed_baht',
  ],
  staged: 'staging.record',
};

/** Merges lines of money, in baht as sent. A line that names a project is tied to it where the project is known. */
export async function mergeBudget(tx: Tx, publication: Publication, run: RunHead): Promise<Merged & Scope> {
  const fields = tx`(unit_code text, fiscal_year smallint, period_id int, line_code text, plan text, output text, project_code text, category text, item text,
    expense_kind text, allocated_baht numeric, committed_baht numeric, disbursed_baht numeric)`;
  const incoming = tx`
    select b.record_no, b.file_no, b.sheet, b.row_no, b.as_sent, u.id as unit_id, u.ministry_id, b.fiscal_year, coalesce(b.period_id, b.fiscal_year::int * 100000) as period_id,
           coalesce(b.line_code, b.record_key) as line_key, b.plan, b.output, b.project_code, k.id as project_id, b.category, b.item, b.expense_kind,
           b.allocated_baht, b.committed_baht, b.disbursed_baht, ${run.classificationNo}::smallint as classification
      from ${records(tx, run, fields, 'b')}
      join org_unit u on u.code = b.unit_code
      left join project_key k on k.root_id = u.root_id and k.code = b.project_code`;
  const merged = await reviseFacts(tx, publication, run, BUDGET_LINE, incoming);
  const rows = await tx<{ unit_id: number }[]>`
    select distinct unit_id from budget_line where published_in = ${publication.id} or superseded_in = ${publication.id}`;
  const units = rows.map((row) => row.unit_id);
  return { ...merged, budgetUnits: units, projectUnits: units };
}

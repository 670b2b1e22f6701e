import type { Tx } from '../connect.ts';
import { records } from './staged-records.ts';
import type { Publication, Scope } from './republish.ts';
import { reviseFacts, type FactTable, type Merged } from './revise-facts.ts';
import type { RunHead } from './run-head.ts';

export const PROJECT: FactTable = {
  table: 'project',
  key: ['project_id'],
  content: [
    'unit_id',
    'code',
    'name_th',
    'name_en',
    'kind',
    'exchanges_data',
    'system',
    'layer',
    'strategy',
    'province',
    'value_baht',
    'planned_cost',
    'projected_cost',
    'actual_cost',
    'currency',
    'from_fiscal_year',
    'to_fiscal_year',
    'phase',
    'percent_done',
    'planned_start_on',
    'planned_end_on',
    'forecast_end_on',
    'actual_end_on',
    'ea_status',
    'ea_waiver_reason',
    'owner_title',
    'indicator_id',
    'reported_on',
  ],
  judged: [
    'status',
    'planned_percent',
    'slip_days',
    'schedule_variance',
    'cost_variance',
    'spent_baht',
    'spent_share',
    'ea_gate',
    'flags',
  ],
  staged: 'staging.record',
};

/** Merges a run's projects; they are judged (status, slip, variance) later in the same publication. */
export async function mergeProjects(tx: Tx, publication: Publication, run: RunHead): Promise<Merged & Scope> {
  const fields = tx`(project_code text, unit_code text, name_th text, name_en text, kind text, exchanges_data boolean, system text, layer text, strategy text, province text,
    value_baht numeric, planned_cost numeric, projected_cost numeric, actual_cost numeric, currency text, from_fiscal_year smallint, to_fiscal_year smallint, phase smallint,
    percent_done numeric, planned_start_on date, planned_end_on date, forecast_end_on date, actual_end_on date, ea_status text, ea_waiver_reason text, owner_title text,
    indicator_code text, reported_on date, classification text)`;
  await tx`
    insert into project_key (root_id, code)
    select distinct u.root_id, p.project_code from ${records(tx, run, fields, 'p')} join org_unit u on u.code = p.unit_code on conflict do nothing`;
  const incoming = tx`
    select p.record_no, p.file_no, p.sheet, p.row_no, p.as_sent, ${tx.unsafe(PLAIN.map((column) => `p.${column}`).join(', '))},
           u.id as unit_id, u.ministry_id, k.id as project_id, p.project_code as code, i.id as indicator_id,
           coalesce(p.exchanges_data, false) as exchanges_data, coalesce(p.currency, 'THB') as currency,
           greatest(case p.classification when 'restricted' then 2 when 'internal' then 1 else 0 end, ${run.classificationNo}::int)::smallint as classification
      from ${records(tx, run, fields, 'p')}
      join org_unit u on u.code = p.unit_code
      join project_key k on k.root_id = u.root_id and k.code = p.project_code
      left join indicator i on i.code = p.indicator_code`;
  const merged = await reviseFacts(tx, publication, run, PROJECT, incoming);
  return { ...merged, projectUnits: await unitsOf(tx, publication) };
}

const PLAIN = [
  'name_th',
  'name_en',
  'kind',
  'system',
  'layer',
  'strategy',
  'province',
  'value_baht',
  'planned_cost',
  'projected_cost',
  'actual_cost',
  'from_fiscal_year',
  'to_fiscal_year',
  'phase',
  'percent_done',
  'planned_start_on',
  'planned_end_on',
  'forecast_end_on',
  'actual_end_on',
  'ea_status',
  'ea_waiver_reason',
  'owner_title',
  'reported_on',
] as const;

async function unitsOf(tx: Tx, publication: Publication): Promise<number[]> {
  const rows = await tx<{ unit_id: number }[]>`
    select distinct unit_id from project where published_in = ${publication.id} or superseded_in = ${publication.id}`;
  return rows.map((row) => row.unit_id);
}

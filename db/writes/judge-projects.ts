import { eaGateOf } from '#domain/projects/ea-gate.ts';
import { projectStatus } from '#domain/projects/project-status.ts';
import { spendingAgainstProgress } from '#domain/projects/spending.ts';
import { planAt } from '#domain/status/plan-to-date.ts';
import type { IsoDate } from '#domain/time/fiscal-calendar.ts';
import type { Tx } from '../connect.ts';
import { PROJECT } from './merge-projects.ts';
import type { Publication, Scope } from './republish.ts';

type Facts = {
  project_id: number;
  levels: number;
  planned_start_on: IsoDate | null;
  planned_end_on: IsoDate | null;
  forecast_end_on: IsoDate | null;
  actual_end_on: IsoDate | null;
  planned_cost: string | null;
  projected_cost: string | null;
  actual_cost: string | null;
  percent_done: string | null;
  exchanges_data: boolean;
  value_baht: string | null;
  ea_status: 'none' | 'drafting' | 'complete' | 'waived' | null;
  ea_waiver_reason: string | null;
  phase: number | null;
  disbursed: string | null;
  allocated: string | null;
};

/**
 * Judges projects by the publication's date: status, slip, variances, money against work, the architecture gate. Rows of
 * this publication are filled in; earlier ones whose judgement changed (a day turned, money came) get a new row.
 */
export async function judgeProjects(tx: Tx, publication: Publication, scope: Scope): Promise<void> {
  if (!scope.projectUnits?.length) return;
  const facts = await tx<Facts[]>`
    select p.project_id, p.levels, p.planned_start_on, p.planned_end_on, p.forecast_end_on, p.actual_end_on, p.planned_cost, p.projected_cost, p.actual_cost, p.percent_done,
           p.exchanges_data, p.value_baht, p.ea_status, p.ea_waiver_reason, p.phase, m.disbursed, m.allocated
      from project p
      left join (select project_id, sum(disbursed_baht) as disbursed, sum(allocated_baht) as allocated
                   from (select distinct on (b.project_id, b.fiscal_year, b.line_key) b.project_id, b.disbursed_baht, b.allocated_baht from budget_line b
                          where b.superseded_in is null and b.unit_id = any(${scope.projectUnits}) and b.project_id is not null
                          order by b.project_id, b.fiscal_year, b.line_key, b.period_id desc) newest group by project_id) m on m.project_id = p.project_id
     where p.unit_id = any(${scope.projectUnits}) and p.superseded_in is null`;
  const judged = facts.map((project) => judge(project, publication.asOfOn));
  for (let at = 0; at < judged.length; at += 2_000) await write(tx, publication, judged.slice(at, at + 2_000));
}

function judge(project: Facts, today: IsoDate) {
  const dates = {
    plannedStartOn: project.planned_start_on,
    plannedEndOn: project.planned_end_on,
    projectedEndOn: project.forecast_end_on,
    actualEndOn: project.actual_end_on,
  };
  const cost = {
    plannedBaht: project.planned_cost ?? project.value_baht,
    projectedBaht: project.projected_cost,
    actualBaht: project.actual_cost,
  };
  const verdict = projectStatus(dates, cost, today);
  const spending =
    project.disbursed === null || project.allocated === null
      ? null
      : spendingAgainstProgress(
          { allocatedBaht: project.allocated, disbursedBaht: project.disbursed },
          project.percent_done,
        );
  const gate = eaGateOf({
    isDataExchange: project.exchanges_data,
    valueBaht: project.value_baht,
    eaStatus: project.ea_status ?? 'none',
    waiverReason: project.ea_waiver_reason,
  });
  const isBuilding = (project.phase ?? 1) >= 4 && project.actual_end_on === null;
  return {
    project_id: project.project_id,
    levels: project.levels,
    status: verdict.status,
    planned_percent: plannedPercent(project, today),
    slip_days: verdict.slipDays,
    schedule_variance: verdict.schedule?.percent ?? null,
    cost_variance: verdict.cost?.percent ?? null,
    spent_baht: project.disbursed,
    spent_share: spending?.disbursedPercent ?? null,
    ea_gate: {
      not_required: 'not_needed',
      passed: 'passed',
      waived: 'waived',
      blocked: isBuilding ? 'blocking' : 'pending',
    }[gate],
    flags: [
      verdict.flag,
      spending?.isFarApart ? 'money_and_work_apart' : null,
      gate === 'blocked' && isBuilding ? 'gate_blocking' : null,
    ].filter((flag) => flag !== null),
  };
}

/** How far the work should be today: a straight line over the planned time. */
function plannedPercent({ planned_start_on, planned_end_on }: Facts, today: IsoDate): string | null {
  if (!planned_start_on || !planned_end_on || planned_end_on <= planned_start_on) return null;
  return today <= planned_start_on
    ? '0'
    : planAt([{ on: planned_end_on, value: '100' }], { on: planned_start_on, value: '0' }, today);
}

async function write(tx: Tx, publication: Publication, rows: object[]): Promise<void> {
  const judgedColumns = PROJECT.judged!;
  const next = tx`select * from jsonb_populate_recordset(null::project, ${JSON.stringify(rows)}::jsonb)`;
  const list = (alias: string) => tx.unsafe(judgedColumns.map((column) => `${alias}.${column}`).join(', '));
  const assignments = tx.unsafe(judgedColumns.map((column) => `${column} = n.${column}`).join(', '));
  await tx`
    with n as materialized (${next})
    update project p set ${assignments} from n
     where p.project_id = n.project_id and p.levels = n.levels and p.superseded_in is null and p.published_in = ${publication.id}`;
  const carried = [
    'ministry_id',
    ...PROJECT.key,
    ...PROJECT.content,
    'classification',
    'revision',
    'levels',
    'audiences',
    'run_id',
    'file_no',
    'sheet',
    'row_no',
    'as_sent',
  ];
  const copied = tx.unsafe(carried.map((column) => `p.${column}`).join(', '));
  const all = tx.unsafe([...carried, ...judgedColumns].join(', '));
  // The insert takes what the update gives back: looking the superseded rows up again would be done for each of thousands.
  await tx`
    with n as materialized (${next}),
    gone as (
      update project p set superseded_in = ${publication.id} from n
       where p.project_id = n.project_id and p.levels = n.levels and p.superseded_in is null and p.published_in < ${publication.id}
         and (${list('p')}) is distinct from (${list('n')})
      returning ${copied}, ${list('n')})
    insert into project (${all}, published_in) select ${all}, ${publication.id} from gone`;
}

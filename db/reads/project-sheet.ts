import type { Sql, Tx } from '../connect.ts';
import type { StatusCode } from './agreement-scores.ts';
import { current } from './current.ts';
import { named, titled, type ReadArgs } from './named.ts';

export interface ProjectSheetRow {
  projectId: number;
  code: string;
  name: string;
  unitName: string;
  status: StatusCode;
  valueBaht: string | null;
  percentDone: string | null;
  plannedPercent: string | null;
  plannedEndOn: string | null;
  forecastEndOn: string | null;
  slipDays: number | null;
  phase: number | null;
  ownerTitle: string | null;
  runId: number;
}

/** One project by its code, as judged at its publication; null where the viewer sees none. */
export async function getProjectSheetRow(
  tx: Tx | Sql,
  args: ReadArgs & { code: string },
): Promise<ProjectSheetRow | null> {
  const [row] = await tx<ProjectSheetRow[]>`
    select p.project_id as "projectId", p.code, ${named(tx, 'p', args.language)} as name, ${named(tx, 'u', args.language)} as "unitName", p.status,
           p.value_baht as "valueBaht", p.percent_done as "percentDone", p.planned_percent as "plannedPercent", p.planned_end_on as "plannedEndOn",
           p.forecast_end_on as "forecastEndOn", p.slip_days as "slipDays", p.phase, p.owner_title as "ownerTitle", p.run_id as "runId"
      from project p join org_unit u on u.id = p.unit_id
     where p.code = ${args.code} and ${current(tx, 'p', args.asOf)} order by u.in_chain desc, p.levels desc limit 1`;
  return row ?? null;
}

export interface SheetMilestoneRow {
  code: string;
  title: string;
  dueOn: string;
  doneOn: string | null;
  ownerTitle: string | null;
}

export async function getProjectMilestones(tx: Tx | Sql, args: ReadArgs & { projectId: number; limit: number }) {
  return tx<SheetMilestoneRow[]>`
    select m.code, ${titled(tx, 'm', args.language)} as title, m.due_on as "dueOn", m.done_on as "doneOn", m.owner_title as "ownerTitle"
      from milestone m where m.project_id = ${args.projectId} and ${current(tx, 'm', args.asOf)} order by m.due_on, m.code limit ${args.limit}`;
}

import type { Sql, Tx } from '../connect.ts';
import type { AgreementType, StatusCode } from './agreement-scores.ts';
import { current } from './current.ts';
import { abbreviated, named, type ReadArgs } from './named.ts';
import type { EaGate } from './project-list.ts';

export interface ProjectRecord {
  id: number;
  code: string;
  name: string;
  unitId: number;
  unitCode: string;
  unitName: string;
  ministryCode: string;
  ministryName: string;
  kind: string | null;
  exchangesData: boolean;
  systemName: string | null;
  layerName: string | null;
  strategyName: string | null;
  provinceName: string | null;
  valueBaht: string | null;
  plannedCost: string | null;
  projectedCost: string | null;
  actualCost: string | null;
  currency: string;
  fromFiscalYear: number | null;
  toFiscalYear: number | null;
  phase: number | null;
  percentDone: string | null;
  plannedPercent: string | null;
  plannedStartOn: string | null;
  plannedEndOn: string | null;
  forecastEndOn: string | null;
  actualEndOn: string | null;
  eaStatus: 'none' | 'drafting' | 'complete' | 'waived' | null;
  eaWaiverReason: string | null;
  eaGate: EaGate | null;
  ownerTitle: string | null;
  indicatorId: number | null;
  reportedOn: string | null;
  status: StatusCode;
  slipDays: number | null;
  scheduleVariance: string | null;
  costVariance: string | null;
  spentBaht: string | null;
  spentShare: string | null;
  flags: string[];
  classification: number;
  revision: number;
}

/** One project by its code; the Prime Minister's line first where another root uses the same code. */
export async function getProject(
  tx: Tx | Sql,
  { code, asOf, language }: ReadArgs & { code: string },
): Promise<ProjectRecord | null> {
  const item = (list: string, column: string) =>
    tx`(select ${named(tx, 'l', language)} from list_item l where l.list = ${list} and l.code = p.${tx(column)})`;
  const [row] = await tx<ProjectRecord[]>`
    select p.project_id as id, p.code, ${named(tx, 'p', language)} as name, u.id as "unitId", u.code as "unitCode", ${named(tx, 'u', language)} as "unitName",
           m.code as "ministryCode", ${named(tx, 'm', language)} as "ministryName", p.kind, p.exchanges_data as "exchangesData",
           ${item('back_office_system', 'system')} as "systemName", ${item('layer', 'layer')} as "layerName", ${item('strategy', 'strategy')} as "strategyName",
           (select ${named(tx, 'w', language)} from org_unit w where w.code = p.province) as "provinceName",
           p.value_baht as "valueBaht", p.planned_cost as "plannedCost", p.projected_cost as "projectedCost", p.actual_cost as "actualCost", p.currency,
           p.from_fiscal_year as "fromFiscalYear", p.to_fiscal_year as "toFiscalYear", p.phase, p.percent_done as "percentDone", p.planned_percent as "plannedPercent",
           p.planned_start_on as "plannedStartOn", p.planned_end_on as "plannedEndOn", p.forecast_end_on as "forecastEndOn", p.actual_end_on as "actualEndOn",
           p.ea_status as "eaStatus", p.ea_waiver_reason as "eaWaiverReason", p.ea_gate as "eaGate", p.owner_title as "ownerTitle", p.indicator_id as "indicatorId",
           p.reported_on as "reportedOn", p.status, p.slip_days as "slipDays", p.schedule_variance as "scheduleVariance", p.cost_variance as "costVariance",
           p.spent_baht as "spentBaht", p.spent_share as "spentShare", p.flags, p.classification, p.revision
      from project p join org_unit u on u.id = p.unit_id join org_unit m on m.id = p.ministry_id
     where p.code = ${code} and ${current(tx, 'p', asOf)} order by u.in_chain desc, p.project_id limit 1`;
  return row ?? null;
}

export interface MilestoneRow {
  code: string;
  title: string;
  phase: number | null;
  dueOn: string;
  doneOn: string | null;
  percent: string | null;
  ownerTitle: string | null;
}

export async function getMilestones(
  tx: Tx | Sql,
  { projectId, asOf, language }: ReadArgs & { projectId: number },
): Promise<MilestoneRow[]> {
  const title = language === 'en' ? tx`coalesce(m.title_en, m.title_th)` : tx`m.title_th`;
  return tx<MilestoneRow[]>`
    select m.code, ${title} as title, m.phase, m.due_on as "dueOn", m.done_on as "doneOn", m.percent, m.owner_title as "ownerTitle"
      from milestone m where m.project_id = ${projectId} and ${current(tx, 'm', asOf)} order by m.due_on, m.code`;
}

export interface ProjectMoney {
  fiscalYear: number;
  allocatedBaht: string | null;
  committedBaht: string | null;
  disbursedBaht: string | null;
  /** End of the newest period in the sums. */
  throughOn: string;
}

/** Money of a project by fiscal year: each line counts with its newest period, since amounts run from 1 October. */
export async function getProjectMoney(
  tx: Tx | Sql,
  { projectId, asOf }: { projectId: number; asOf: number | null },
): Promise<ProjectMoney[]> {
  return tx<ProjectMoney[]>`
    select n.fiscal_year as "fiscalYear", sum(n.allocated_baht) as "allocatedBaht", sum(n.committed_baht) as "committedBaht",
           sum(n.disbursed_baht) as "disbursedBaht", max(d.ends_on) as "throughOn"
      from (select distinct on (b.unit_id, b.fiscal_year, b.line_key) b.* from budget_line b
             where b.project_id = ${projectId} and ${current(tx, 'b', asOf)}
             order by b.unit_id, b.fiscal_year, b.line_key, b.period_id desc) n
      join period d on d.id = n.period_id
     group by n.fiscal_year order by n.fiscal_year`;
}

export interface ServedKpi {
  kpiId: number;
  kpiNo: string;
  agreementId: number;
  agreementCode: string;
  type: AgreementType;
  fiscalYear: number;
  unitCode: string;
  unitName: string;
  unitShortName: string;
  score: string | null;
  status: StatusCode | null;
}

/** The KPIs that promise the project's indicator, in agreements of its own unit and of its ministry; newest year first. */
export async function getServedKpis(
  tx: Tx | Sql,
  { indicatorId, unitId, asOf, language }: ReadArgs & { indicatorId: number; unitId: number },
): Promise<ServedKpi[]> {
  return tx<ServedKpi[]>`
    select k.kpi_id as "kpiId", k.kpi_no as "kpiNo", k.agreement_id as "agreementId", a.code as "agreementCode", a.type, k.fiscal_year as "fiscalYear",
           o.code as "unitCode", ${named(tx, 'o', language)} as "unitName", ${abbreviated(tx, 'o', language)} as "unitShortName", s.score, s.status
      from org_unit u
      join agreement_kpi k on k.unit_id = any(u.path) and k.indicator_id = ${indicatorId} and ${current(tx, 'k', asOf)}
      join agreement a on a.agreement_id = k.agreement_id and ${current(tx, 'a', asOf)}
      join org_unit o on o.id = k.unit_id
      left join lateral (select t.score, t.status from kpi_score t where t.kpi_id = k.kpi_id and t.score is not null and ${current(tx, 't', asOf)} order by t.round desc limit 1) s on true
     where u.id = ${unitId} order by k.fiscal_year desc, o.depth desc, k.kpi_id limit 8`;
}

export interface ServedIndicator {
  code: string;
  name: string;
}

export async function getIndicatorName(
  tx: Tx | Sql,
  { indicatorId, language }: { indicatorId: number } & Pick<ReadArgs, 'language'>,
): Promise<ServedIndicator | null> {
  const [row] = await tx<ServedIndicator[]>`
    select i.code, ${named(tx, 'v', language)} as name from indicator i join indicator_version v on v.indicator_id = i.id
     where i.id = ${indicatorId} order by v.version desc limit 1`;
  return row ?? null;
}

/** Codes that come nearest to one that does not exist. */
export async function getNearestProjects(
  tx: Tx | Sql,
  { code, asOf, language }: ReadArgs & { code: string },
): Promise<{ code: string; name: string }[]> {
  return tx<{ code: string; name: string }[]>`
    select p.code, ${named(tx, 'p', language)} as name from project p where ${current(tx, 'p', asOf)} order by p.code <-> ${code}, p.code limit 3`;
}

export interface ListName {
  code: string;
  name: string;
  shortName: string;
}

/** The items of a fixed list in their order, for filters and labels. */
export async function getListNames(
  tx: Tx | Sql,
  { list, language }: { list: string } & Pick<ReadArgs, 'language'>,
): Promise<ListName[]> {
  const short =
    language === 'en' ? tx`coalesce(l.detail->>'shortEn', l.name_en)` : tx`coalesce(l.detail->>'shortTh', l.name_th)`;
  return tx<ListName[]>`
    select l.code, ${named(tx, 'l', language)} as name, ${short} as "shortName" from list_item l where l.list = ${list} order by l.position`;
}

import type { Sql, Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';
import type { StatusCode } from './agreement-scores.ts';
import { current } from './current.ts';
import { abbreviated, named, type ReadArgs } from './named.ts';

export const PROJECT_SORTS = ['slip', 'cost', 'gap', 'value', 'name'] as const;
export type ProjectSort = (typeof PROJECT_SORTS)[number];

export interface ProjectFilter {
  phase?: number;
  status?: StatusCode;
  system?: string;
  layer?: string;
  strategy?: string;
  province?: string;
  /** Serves this indicator. */
  indicator?: string;
  gate?: 'blocking' | 'pending' | 'waived' | 'passed';
  /** Over 30 days late and not finished. */
  isLate?: boolean;
}

export type EaGate = 'not_needed' | 'passed' | 'waived' | 'blocking' | 'pending';

export interface ListedProject {
  id: number;
  code: string;
  name: string;
  unitCode: string;
  unitShortName: string;
  unitName: string;
  phase: number | null;
  status: StatusCode;
  valueBaht: string | null;
  /** In the sender's currency: of foreign sources alone, which have no baht. */
  plannedCost: string | null;
  currency: string;
  slipDays: number | null;
  /** Percent of the planned cost, below zero over it. */
  costVariance: string | null;
  spentShare: string | null;
  percentDone: string | null;
  eaGate: EaGate | null;
  ownerTitle: string | null;
  plannedStartOn: string | null;
  plannedEndOn: string | null;
  forecastEndOn: string | null;
  actualEndOn: string | null;
  flags: string[];
  indicatorCode: string | null;
  indicatorName: string | null;
  /** The agreement of the own unit, else of its ministry, that promises the indicator. */
  kpiId: number | null;
  kpiNo: string | null;
  agreementId: number | null;
  agreementUnit: string | null;
  /** Projects that the filter leaves, over all pages. */
  matches: number;
}

export type ProjectListArgs = ReadArgs & {
  unitId: number;
  fiscalYear: number;
  filter: ProjectFilter;
  sort: ProjectSort;
  isAscending: boolean;
  limit: number;
  offset: number;
};

/** One page of a unit's projects in a fiscal year, its own and those of all units below it. */
export async function getProjectList(tx: Tx | Sql, args: ProjectListArgs): Promise<ListedProject[]> {
  const { unitId, fiscalYear, filter, asOf, language } = args;
  return tx<ListedProject[]>`
    with page as (
      select p.*, count(*) over () as matches
        from project p join org_unit u on u.id = p.unit_id and u.path @> array[${unitId}::int]
       where ${current(tx, 'p', asOf)} and ${runsIn(tx, fiscalYear)} ${conditions(tx, filter)}
       order by ${order(tx, args)} limit ${args.limit} offset ${args.offset})
    select p.project_id as id, p.code, ${named(tx, 'p', language)} as name, u.code as "unitCode", ${abbreviated(tx, 'u', language)} as "unitShortName", ${named(tx, 'u', language)} as "unitName",
           p.phase, p.status, p.value_baht as "valueBaht", p.planned_cost as "plannedCost", p.currency, p.slip_days as "slipDays", p.cost_variance as "costVariance",
           p.spent_share as "spentShare", p.percent_done as "percentDone", p.ea_gate as "eaGate", p.owner_title as "ownerTitle", p.planned_start_on as "plannedStartOn",
           p.planned_end_on as "plannedEndOn", p.forecast_end_on as "forecastEndOn", p.actual_end_on as "actualEndOn", p.flags, i.code as "indicatorCode", v.name as "indicatorName",
           k.kpi_id as "kpiId", k.kpi_no as "kpiNo", k.agreement_id as "agreementId", k.unit as "agreementUnit", p.matches
      from page p
      join org_unit u on u.id = p.unit_id
      left join indicator i on i.id = p.indicator_id
      left join lateral (select ${named(tx, 'w', language)} as name from indicator_version w where w.indicator_id = p.indicator_id order by w.version desc limit 1) v on true
      left join lateral (
        select a.kpi_id, a.kpi_no, a.agreement_id, ${abbreviated(tx, 'o', language)} as unit
          from agreement_kpi a join org_unit o on o.id = a.unit_id
         where a.indicator_id = p.indicator_id and a.unit_id in (p.unit_id, p.ministry_id) and a.fiscal_year <= ${fiscalYear} and ${current(tx, 'a', asOf)}
         order by a.fiscal_year desc, a.unit_id = p.unit_id desc, a.kpi_id limit 1) k on true
     order by ${order(tx, args)}`;
}

/** A project counts in every fiscal year it runs in, and as long as it is not finished. */
function runsIn(tx: Tx | Sql, fiscalYear: number): Fragment {
  return tx`coalesce(p.from_fiscal_year, ${fiscalYear}) <= ${fiscalYear} and (coalesce(p.to_fiscal_year, ${fiscalYear}) >= ${fiscalYear} or p.actual_end_on is null)`;
}

function conditions(tx: Tx | Sql, filter: ProjectFilter): Fragment {
  const when = (given: unknown, condition: () => Fragment): Fragment =>
    given === undefined || given === false ? tx`` : condition();
  return tx`
    ${when(filter.phase, () => tx`and p.phase = ${filter.phase!}`)} ${when(filter.status, () => tx`and p.status = ${filter.status!}`)}
    ${when(filter.system, () => tx`and p.system = ${filter.system!}`)} ${when(filter.layer, () => tx`and p.layer = ${filter.layer!}`)}
    ${when(filter.strategy, () => tx`and p.strategy = ${filter.strategy!}`)} ${when(filter.province, () => tx`and p.province = ${filter.province!}`)}
    ${when(filter.gate, () => tx`and p.ea_gate = ${filter.gate!}`)} ${when(filter.isLate, () => tx`and p.slip_days > 30 and p.actual_end_on is null`)}
    ${when(filter.indicator, () => tx`and p.indicator_id = (select id from indicator where code = ${filter.indicator!})`)}`;
}

/** Only these columns sort, each with the code after it, so that no row stands on two pages. */
function order(tx: Tx | Sql, { sort, isAscending, language }: ProjectListArgs): Fragment {
  const column = {
    slip: tx`case when p.actual_end_on is null then p.slip_days else -1 end`,
    cost: tx`-p.cost_variance`,
    gap: tx`p.spent_share - p.percent_done`,
    value: tx`p.value_baht`,
    name: tx`${named(tx, 'p', language)} collate "th-x-icu"`,
  }[sort];
  return isAscending
    ? tx`${column} asc nulls last, p.code`
    : tx`${column} desc nulls last, p.value_baht desc nulls last, p.code`;
}

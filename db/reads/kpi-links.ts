import type { Sql, Tx } from '../connect.ts';
import type { AgreementType, StatusCode } from './agreement-scores.ts';
import { current } from './current.ts';
import { named, type ReadArgs } from './named.ts';

export interface KpiLinkRow {
  /** The KPI of the agreement in hand. */
  ofKpiId: number;
  direction: 'above' | 'below';
  linkType: 'same' | 'cascade' | 'proxy' | 'contribution' | null;
  kpiId: number;
  kpiNo: string;
  name: string;
  agreementId: number;
  agreementType: AgreementType;
  unitCode: string;
  unitName: string;
  score: string | null;
  status: StatusCode | null;
}

/** KPIs of the agreements above that an agreement's KPIs serve, and of those below that serve them. */
export async function getKpiLinks(tx: Tx | Sql, args: ReadArgs & { agreementId: number; round: number }) {
  return tx<KpiLinkRow[]>`
    with own as (select k.kpi_id, k.linked_kpi_id, k.link_type from agreement_kpi k where k.agreement_id = ${args.agreementId} and ${current(tx, 'k', args.asOf)}),
    pair as (
      select o.kpi_id as of_kpi_id, 'above' as direction, o.link_type, o.linked_kpi_id as kpi_id from own o where o.linked_kpi_id is not null
      union all
      select o.kpi_id, 'below', k.link_type, k.kpi_id from own o join agreement_kpi k on k.linked_kpi_id = o.kpi_id and ${current(tx, 'k', args.asOf)})
    select p.of_kpi_id as "ofKpiId", p.direction, p.link_type as "linkType", k.kpi_id as "kpiId", k.kpi_no as "kpiNo", ${named(tx, 'i', args.language)} as name,
           a.agreement_id as "agreementId", a.type as "agreementType", u.code as "unitCode", ${named(tx, 'u', args.language)} as "unitName", s.score, s.status
      from pair p
      join agreement_kpi k on k.kpi_id = p.kpi_id and ${current(tx, 'k', args.asOf)}
      join agreement a on a.agreement_id = k.agreement_id and ${current(tx, 'a', args.asOf)}
      join org_unit u on u.id = a.unit_id
      join indicator_current i on i.indicator_id = k.indicator_id
      left join kpi_score s on s.kpi_id = k.kpi_id and s.round = ${args.round} and ${current(tx, 's', args.asOf)}
     order by p.of_kpi_id, p.direction, s.score nulls last, u.code`;
}

export interface ServingProjectRow {
  kpiId: number;
  projectId: number;
  code: string;
  name: string;
  unitName: string;
  status: StatusCode;
  slipDays: number | null;
  ownerTitle: string | null;
}

/** Projects of an agreement's unit, and of those below it, that serve an indicator promised in it; unfinished and most delayed first. */
export async function getServingProjects(
  tx: Tx | Sql,
  args: ReadArgs & { agreementId: number; limit: number; kpiId?: number },
) {
  return tx<ServingProjectRow[]>`
    select k.kpi_id as "kpiId", p.project_id as "projectId", p.code, ${named(tx, 'p', args.language)} as name, ${named(tx, 'u', args.language)} as "unitName",
           p.status, p.slip_days as "slipDays", p.owner_title as "ownerTitle"
      from agreement_kpi k
      join project p on p.indicator_id = k.indicator_id and ${current(tx, 'p', args.asOf)} and ${current(tx, 'k', args.asOf)}
      join org_unit u on u.id = p.unit_id and u.path @> array[k.unit_id]
     where k.agreement_id = ${args.agreementId} ${args.kpiId === undefined ? tx`` : tx`and k.kpi_id = ${args.kpiId}`}
     order by p.status = 'achieved', p.slip_days desc nulls last, p.code limit ${args.limit}`;
}

export interface PromisingKpiRow {
  kpiId: number;
  kpiNo: string;
  agreementId: number;
  agreementType: AgreementType;
  fiscalYear: number;
  unitCode: string;
  unitName: string;
  weight: string;
  target: string | null;
  plan: string;
  score: string | null;
  status: StatusCode | null;
  round: number | null;
}

/** The agreements of a year that promise an indicator, inside a unit's subtree, with the KPI's newest score. */
export async function getPromisingKpis(
  tx: Tx | Sql,
  args: ReadArgs & { indicatorId: number; fiscalYear: number; unitId: number; limit: number },
) {
  return tx<PromisingKpiRow[]>`
    select k.kpi_id as "kpiId", k.kpi_no as "kpiNo", a.agreement_id as "agreementId", a.type as "agreementType", a.fiscal_year as "fiscalYear",
           u.code as "unitCode", ${named(tx, 'u', args.language)} as "unitName", k.weight_12 as weight, k.target, k.plan_12 as plan, s.score, s.status, s.round
      from agreement_kpi k
      join agreement a on a.agreement_id = k.agreement_id and ${current(tx, 'a', args.asOf)} and ${current(tx, 'k', args.asOf)}
      join org_unit u on u.id = k.unit_id
      left join lateral (
        select s.score, s.status, s.round from kpi_score s where s.kpi_id = k.kpi_id and s.score is not null and ${current(tx, 's', args.asOf)} order by s.round desc limit 1) s on true
     where k.indicator_id = ${args.indicatorId} and k.fiscal_year = ${args.fiscalYear} and u.path @> array[${args.unitId}::int]
     order by u.depth, s.score nulls last, u.code limit ${args.limit}`;
}

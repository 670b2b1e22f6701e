import type { Sql, Tx } from '../connect.ts';
import type { AgreementType, StatusCode } from './agreement-scores.ts';
import { current } from './current.ts';
import { titled, type ReadArgs } from './named.ts';

export interface UnitAgreementRow {
  agreementId: number;
  type: AgreementType;
  fiscalYear: number;
  signing: 'draft' | 'signed' | 'amended' | 'closed';
  makerTitle: string;
  round: number | null;
  score: string | null;
  status: StatusCode | null;
}

/** A unit's agreements over the years, newest first, each with its newest score. */
export async function getAgreementsOfUnit(tx: Tx | Sql, args: ReadArgs & { unitId: number; limit: number }) {
  return tx<UnitAgreementRow[]>`
    select a.agreement_id as "agreementId", a.type, a.fiscal_year as "fiscalYear", a.status as signing, ${titled(tx, 'q', args.language)} as "makerTitle",
           s.round, s.score, s.status
      from agreement a join position q on q.id = a.maker_position_id
      left join lateral (
        select s.round, s.score, s.status from agreement_score s
         where s.agreement_id = a.agreement_id and s.perspective = 'ALL' and s.score is not null and ${current(tx, 's', args.asOf)} order by s.round desc limit 1) s on true
     where a.unit_id = ${args.unitId} and ${current(tx, 'a', args.asOf)}
     order by a.fiscal_year desc, array_position(array['PM_MIN','MIN_PS','MIN_HEAD','PS_DG','PS_GOV'], a.type), a.agreement_id limit ${args.limit}`;
}

export interface UnitMoneyRow {
  fiscalYear: number;
  periodId: number;
  allocatedBaht: string | null;
  committedBaht: string | null;
  disbursedBaht: string | null;
  /** Disbursed in percent of allocated; null without an allocation. */
  disbursedPercent: string | null;
}

/** A unit's money by fiscal year, newest first, as it stood in the newest period of each. */
export async function getUnitMoney(tx: Tx | Sql, args: { unitId: number; asOf: number | null; limit: number }) {
  return tx<UnitMoneyRow[]>`
    select distinct on (b.fiscal_year) b.fiscal_year as "fiscalYear", b.period_id as "periodId", b.allocated_baht as "allocatedBaht",
           b.committed_baht as "committedBaht", b.disbursed_baht as "disbursedBaht", b.disbursed_baht * 100 / nullif(b.allocated_baht, 0) as "disbursedPercent"
      from budget_rollup b join period p on p.id = b.period_id
     where b.unit_id = ${args.unitId} and b.expense_kind = 'all' and ${current(tx, 'b', args.asOf)}
     order by b.fiscal_year desc, p.ends_on desc, p.starts_on desc limit ${args.limit}`;
}

export interface DeliveryCountRow {
  state: 'reported' | 'not_due' | 'missing' | 'rejected' | 'withheld' | 'not_applicable';
  count: number;
}

/** How many reports of a unit and those below it are in which state in a year. */
export async function getDeliveryCounts(
  tx: Tx | Sql,
  args: { unitId: number; fiscalYear: number; asOf: number | null },
) {
  return tx<DeliveryCountRow[]>`
    select d.state, sum(d.reports) as count from delivery_count d join org_unit u on u.id = d.unit_id
     where u.path @> array[${args.unitId}::int] and d.fiscal_year = ${args.fiscalYear} and ${current(tx, 'd', args.asOf)}
     group by d.state order by array_position(array['missing','rejected','reported','not_due','withheld','not_applicable'], d.state)`;
}

import type { Tx } from '../connect.ts';
import { current } from './current.ts';
import { named } from './named.ts';
import { below, officerOf, shortNamed, type OperationsScope } from './operations-scope.ts';

export interface OwedReport {
  unitCode: string;
  unitName: string;
  unitShortName: string;
  feedCode: string | null;
  feedName: string | null;
  isLate: boolean;
  /** The oldest due date, and the period that it is of. */
  dueOn: string;
  periodCode: string;
  periods: number;
  indicators: number;
  ownerTitle: string | null;
  ownerName: string | null;
  /** How many rows there are in all, beside those read. */
  total: number;
}

/**
 * What units below owe and what falls due soon, one row per unit and feed, latest first. Periods before last fiscal year are
 * closed and no longer owed.
 */
export function getOwedReports(tx: Tx, scope: OperationsScope & { limit: number }): Promise<OwedReport[]> {
  const { unitId, asOf, day, soonOn, language, limit } = scope;
  return tx<OwedReport[]>`
    with owed as (
      select e.unit_id, e.feed_id, e.state <> 'not_due' as is_late, min(e.due_on) as due_on, (array_agg(e.period_id order by e.due_on, e.period_id desc))[1] as period_id,
             count(distinct e.period_id)::int as periods, count(distinct e.indicator_id)::int as indicators
        from expected_report e join org_unit u on u.id = e.unit_id
       where ${current(tx, 'e', asOf)} and ${below(tx, 'u', unitId)}
         and (e.state in ('missing', 'rejected') or (e.state = 'not_due' and e.due_on between ${day}::date and ${soonOn}::date))
         and e.fiscal_year >= (select max(fiscal_year) - 1 from fiscal_year where starts_on <= ${day}::date)
       group by 1, 2, 3),
    counted as (select *, count(*) over (partition by is_late)::int as total, row_number() over (partition by is_late order by due_on, unit_id, feed_id) as place from owed)
    select u.code as "unitCode", ${named(tx, 'u', language)} as "unitName", ${shortNamed(tx, 'u', scope)} as "unitShortName", f.code as "feedCode", ${named(tx, 'f', language)} as "feedName",
           o.is_late as "isLate", o.due_on as "dueOn", p.code as "periodCode", o.periods, o.indicators,
           officer.title as "ownerTitle", officer.name as "ownerName", o.total
      from counted o join org_unit u on u.id = o.unit_id join period p on p.id = o.period_id left join feed f on f.id = o.feed_id
      ${officerOf(tx, 'coalesce(f.unit_id, u.id)', scope)}
     where o.place <= ${limit} order by o.is_late desc, o.due_on, u.code, f.code`;
}

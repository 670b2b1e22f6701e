import type { Tx } from '../connect.ts';
import { current } from './current.ts';
import { abbreviated, named } from './named.ts';
import { below, type OperationsScope } from './operations-scope.ts';

export type DeliveryState = 'reported' | 'not_due' | 'missing' | 'rejected' | 'withheld' | 'not_applicable';

export interface DeliveryCell {
  key: string;
  name: string;
  /** The unit's abbreviation; a feed has none. */
  shortName: string;
  /** Where the row leads: a unit's code, or a feed's. */
  code: string;
  /** First day of the month in which the period ended. */
  month: string;
  state: DeliveryState;
}

/** Worst first: a dot stands for several reports, and shows the one that most needs somebody. */
const WORST_FIRST: DeliveryState[] = ['missing', 'rejected', 'not_due', 'withheld', 'reported', 'not_applicable'];

type Args = Pick<OperationsScope, 'unitId' | 'asOf' | 'day' | 'language'> & { months: number };

/** Deliveries of the last months, one cell per unit right below (or the unit itself) and month. `isTop`: nearly all units are below. */
export function getUnitDeliveries(tx: Tx, args: Args & { isTop: boolean }): Promise<DeliveryCell[]> {
  const { unitId, language, isTop } = args;
  return getCells(tx, args, {
    join: tx`join org_unit g on g.id = coalesce(u.path[array_position(u.path, ${unitId}::int) + 1], u.id)`,
    row: tx`g.code as key, ${named(tx, 'g', language)} as name, g.code, ${abbreviated(tx, 'g', language)} as "shortName"`,
    where: below(tx, 'u', unitId),
    // A remark on each report of these periods, no join: the planner guesses two units below any, and would look up each one's reports.
    // Of the top, the few of other roots fall away with their units.
    reports: isTop
      ? tx`true`
      : tx`(e.unit_id in (select u.id from org_unit u where ${below(tx, 'u', unitId)})) is true`,
  });
}

/** The same, one row per feed of the unit itself. */
export function getFeedDeliveries(tx: Tx, args: Args): Promise<DeliveryCell[]> {
  const { unitId, language } = args;
  return getCells(tx, args, {
    join: tx`join feed g on g.id = c.feed_id`,
    row: tx`g.code as key, ${named(tx, 'g', language)} as name, g.code, ${named(tx, 'g', language)} as "shortName"`,
    where: tx`g.unit_id = ${unitId}`,
    reports: tx`e.feed_id = any(array(select f.id from feed f where f.unit_id = ${unitId}))`,
  });
}

type Pieces = Record<'join' | 'row' | 'where' | 'reports', ReturnType<typeof below>>;

async function getCells(
  tx: Tx,
  { asOf, day, months }: Args,
  { join, row, where, reports }: Pieces,
): Promise<DeliveryCell[]> {
  const cells = await tx<(Omit<DeliveryCell, 'state'> & { rank: number })[]>`
    with ended as materialized (
      select id, date_trunc('month', ends_on)::date as month from period
       where ends_on >= (select (date_trunc('month', ${day}::date) - make_interval(months => ${months - 1}))::date)
         and ends_on < (select (date_trunc('month', ${day}::date) + interval '1 month')::date)),
    refused as materialized (select distinct feed_id, period_id from etl_run where status in ('refused', 'failed') and feed_id is not null and period_id is not null),
    -- Thousands of reports are a few hundred ways of standing; only these are ranked.
    told as materialized (
      select e.unit_id, e.feed_id, e.period_id, e.state from expected_report e
       where ${current(tx, 'e', asOf)} and e.period_id = any(array(select id from ended)) and ${reports} group by 1, 2, 3, 4),
    counted as materialized (
      select t.unit_id, t.feed_id, p.month, min(array_position(${WORST_FIRST}::text[], case when t.state = 'missing' and r.feed_id is not null then 'rejected' else t.state end)) as rank
        from told t join ended p on p.id = t.period_id left join refused r on r.feed_id = t.feed_id and r.period_id = t.period_id
       group by 1, 2, 3)
    select ${row}, c.month, min(c.rank) as rank
      from counted c join org_unit u on u.id = c.unit_id and u.in_chain ${join}
     where ${where} group by 1, 2, 3, 4, 5 order by 3, 5`;
  return cells.map(({ rank, ...cell }) => ({ ...cell, state: WORST_FIRST[rank - 1] ?? 'not_applicable' }));
}

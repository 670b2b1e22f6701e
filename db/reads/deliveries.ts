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

/** Deliveries of the last months, one cell per unit right below (or the unit itself) and month. */
export function getUnitDeliveries(tx: Tx, args: Args): Promise<DeliveryCell[]> {
  const { unitId, language } = args;
  return getCells(tx, args, {
    group: tx`coalesce(u.path[array_position(u.path, ${unitId}::int) + 1], u.id)`,
    where: below(tx, 'u', unitId),
    named: tx`join org_unit g on g.id = c.id`,
    shortName: abbreviated(tx, 'g', language),
  });
}

/** The same, one row per feed of the unit itself. */
export function getFeedDeliveries(tx: Tx, args: Args): Promise<DeliveryCell[]> {
  const { unitId, language } = args;
  return getCells(tx, args, {
    group: tx`d.feed_id`,
    where: tx`d.feed_id = any(array(select f.id from feed f where f.unit_id = ${unitId}))`,
    named: tx`join feed g on g.id = c.id`,
    shortName: named(tx, 'g', language),
  });
}

type Pieces = Record<'group' | 'where' | 'named' | 'shortName', ReturnType<typeof below>>;

async function getCells(
  tx: Tx,
  { asOf, day, months, language }: Args,
  { group, where, named: joined, shortName }: Pieces,
): Promise<DeliveryCell[]> {
  const cells = await tx<(Omit<DeliveryCell, 'state'> & { rank: number })[]>`
    with ended as materialized (
      select id, date_trunc('month', ends_on)::date as month from period
       where ends_on >= (select (date_trunc('month', ${day}::date) - make_interval(months => ${months - 1}))::date)
         and ends_on < (select (date_trunc('month', ${day}::date) + interval '1 month')::date)),
    refused as materialized (select distinct feed_id, period_id from etl_run where status in ('refused', 'failed') and feed_id is not null and period_id is not null),
    -- As an array the periods are looked up. Units are joined to what is counted: the planner guesses two below any, and would look up each one's counts.
    counted as materialized (
      select d.unit_id, d.feed_id, p.month, min(array_position(${WORST_FIRST}::text[], case when d.state = 'missing' and r.feed_id is not null then 'rejected' else d.state end)) as rank
        from delivery_count d join ended p on p.id = d.period_id left join refused r on r.feed_id = d.feed_id and r.period_id = d.period_id
       where ${current(tx, 'd', asOf)} and d.period_id = any(array(select id from ended)) group by 1, 2, 3),
    cells as (
      select ${group} as id, d.month, min(d.rank) as rank from counted d join org_unit u on u.id = d.unit_id and u.in_chain where ${where} group by 1, 2)
    select g.code as key, ${named(tx, 'g', language)} as name, g.code, ${shortName} as "shortName", c.month, c.rank from cells c ${joined} order by g.code, c.month`;
  return cells.map(({ rank, ...cell }) => ({ ...cell, state: WORST_FIRST[rank - 1] ?? 'not_applicable' }));
}

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
    join: tx`join org_unit g on g.id = coalesce(u.path[array_position(u.path, ${unitId}::int) + 1], u.id)`,
    row: tx`g.code as key, ${named(tx, 'g', language)} as name, g.code, ${abbreviated(tx, 'g', language)} as "shortName"`,
    where: below(tx, 'u', unitId),
  });
}

/** The same, one row per feed of the unit itself. */
export function getFeedDeliveries(tx: Tx, args: Args): Promise<DeliveryCell[]> {
  const { unitId, language } = args;
  return getCells(tx, args, {
    join: tx`join feed g on g.id = c.feed_id`,
    row: tx`g.code as key, ${named(tx, 'g', language)} as name, g.code, ${named(tx, 'g', language)} as "shortName"`,
    where: tx`g.unit_id = ${unitId}`,
  });
}

type Pieces = Record<'join' | 'row' | 'where', ReturnType<typeof below>>;

async function getCells(tx: Tx, { asOf, day, months }: Args, { join, row, where }: Pieces): Promise<DeliveryCell[]> {
  const cells = await tx<(Omit<DeliveryCell, 'state'> & { rank: number })[]>`
    with ended as materialized (
      select id, date_trunc('month', ends_on)::date as month from period
       where ends_on >= (select (date_trunc('month', ${day}::date) - make_interval(months => ${months - 1}))::date)
         and ends_on < (select (date_trunc('month', ${day}::date) + interval '1 month')::date)),
    refused as materialized (select distinct feed_id, period_id from etl_run where status in ('refused', 'failed') and feed_id is not null and period_id is not null),
    counted as materialized (
      select d.unit_id, d.feed_id, p.month, min(array_position(${WORST_FIRST}::text[], case when d.state = 'missing' and r.feed_id is not null then 'rejected' else d.state end)) as rank
        from ended p join delivery_count d on d.period_id = p.id and ${current(tx, 'd', asOf)} left join refused r on r.feed_id = d.feed_id and r.period_id = d.period_id
       group by 1, 2, 3)
    select ${row}, c.month, min(c.rank) as rank
      from counted c join org_unit u on u.id = c.unit_id and u.in_chain ${join}
     where ${where} group by 1, 2, 3, 4, 5 order by 3, 5`;
  return cells.map(({ rank, ...cell }) => ({ ...cell, state: WORST_FIRST[rank - 1] ?? 'not_applicable' }));
}

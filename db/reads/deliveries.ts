import type { Tx } from '../connect.ts';
import { current } from './current.ts';
import { named } from './named.ts';
import { below, type OperationsScope } from './operations-scope.ts';

export type DeliveryState = 'reported' | 'not_due' | 'missing' | 'rejected' | 'withheld' | 'not_applicable';

export interface DeliveryCell {
  key: string;
  name: string;
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
    row: tx`g.code as key, ${named(tx, 'g', language)} as name, g.code`,
    where: below(tx, 'u', unitId),
  });
}

/** The same, one row per feed of the unit itself. */
export function getFeedDeliveries(tx: Tx, args: Args): Promise<DeliveryCell[]> {
  const { unitId, language } = args;
  return getCells(tx, args, {
    join: tx`join feed g on g.id = c.feed_id`,
    row: tx`g.code as key, ${named(tx, 'g', language)} as name, g.code`,
    where: tx`g.unit_id = ${unitId}`,
  });
}

type Pieces = Record<'join' | 'row' | 'where', ReturnType<typeof below>>;

async function getCells(tx: Tx, { asOf, day, months }: Args, { join, row, where }: Pieces): Promise<DeliveryCell[]> {
  const cells = await tx<(Omit<DeliveryCell, 'state'> & { rank: number })[]>`
    with ended as materialized (
      select id, fiscal_year, date_trunc('month', ends_on)::date as month from period
       where ends_on >= date_trunc('month', ${day}::date) - make_interval(months => ${months - 1}) and ends_on < date_trunc('month', ${day}::date) + interval '1 month'),
    refused as materialized (select distinct feed_id, period_id from etl_run where status in ('refused', 'failed') and feed_id is not null and period_id is not null),
    counted as materialized (
      select e.unit_id, e.feed_id, p.month, min(array_position(${WORST_FIRST}::text[], case when e.state = 'missing' and r.feed_id is not null then 'rejected' else e.state end)) as rank
        from expected_report e join ended p on p.id = e.period_id and p.fiscal_year = e.fiscal_year
        left join refused r on r.feed_id = e.feed_id and r.period_id = e.period_id
       where ${current(tx, 'e', asOf)} and e.period_id = any(array(select id from ended)) group by 1, 2, 3)
    select ${row}, c.month, min(c.rank) as rank
      from counted c join org_unit u on u.id = c.unit_id and u.in_chain ${join}
     where ${where} group by 1, 2, 3, 4 order by 3, 4`;
  return cells.map(({ rank, ...cell }) => ({ ...cell, state: WORST_FIRST[rank - 1] ?? 'not_applicable' }));
}

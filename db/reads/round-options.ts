import type { Sql, Tx } from '../connect.ts';
import { current } from './current.ts';

export interface RoundOptionRow {
  fiscalYear: number;
  round: 6 | 9 | 12;
  /** The least certain of the scores there are; null where the round has none. */
  certainty: 'mid_round' | 'preliminary' | 'certified' | 'final' | null;
}

/** Rounds of three fiscal years up to one, newest first, with what one unit – the PMOC: its ministries – has in each. */
export async function getRoundOptions(tx: Tx | Sql, args: { unitId: number; fiscalYear: number; asOf: number | null }) {
  const { unitId, fiscalYear, asOf } = args;
  return tx<RoundOptionRow[]>`
    select r.fiscal_year as "fiscalYear", r.round,
           (array_agg(s.certainty order by array_position(array['mid_round', 'preliminary', 'certified', 'final'], s.certainty))
              filter (where s.score is not null))[1] as certainty
      from review_round r
      join org_unit u on u.id = ${unitId}
      join org_unit o on o.id = u.id or (u.level = 'PMOC' and o.parent_id = u.id and o.in_chain)
      left join agreement_score s on s.unit_id = o.id and s.perspective = 'ALL'
            and s.fiscal_year = r.fiscal_year and s.round = r.round and ${current(tx, 's', asOf)}
     where r.fiscal_year between ${fiscalYear - 2} and ${fiscalYear}
     group by r.fiscal_year, r.round order by r.fiscal_year desc, r.round desc`;
}

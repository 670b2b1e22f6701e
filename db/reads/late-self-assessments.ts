import type { Tx } from '../connect.ts';
import { current } from './current.ts';
import { named, titled } from './named.ts';
import { below, shortNamed, type OperationsScope } from './operations-scope.ts';

export interface LateSelfAssessment {
  agreementId: number;
  unitName: string;
  unitShortName: string;
  makerTitle: string;
  fiscalYear: number;
  round: 6 | 9 | 12;
  dueOn: string;
  kpis: number;
  kpisReported: number;
  total: number;
}

/** Agreements whose results of the newest ended round are not all in after the round's due date (SAR). */
export function getLateSelfAssessments(
  tx: Tx,
  scope: OperationsScope & { limit: number },
): Promise<LateSelfAssessment[]> {
  const { unitId, asOf, day, language, limit } = scope;
  return tx<LateSelfAssessment[]>`
    with ended as (select fiscal_year, round, due_on from review_round where ends_on < ${day}::date order by ends_on desc limit 1)
    select s.agreement_id as "agreementId", ${named(tx, 'u', language)} as "unitName", ${shortNamed(tx, 'u', scope)} as "unitShortName", ${titled(tx, 'q', language)} as "makerTitle",
           s.fiscal_year as "fiscalYear", s.round, r.due_on as "dueOn", s.kpis, s.kpis_reported as "kpisReported", count(*) over ()::int as total
      from ended r
      join agreement_score s on s.fiscal_year = r.fiscal_year and s.round = r.round and s.perspective = 'ALL' and ${current(tx, 's', asOf)}
      join agreement a on a.agreement_id = s.agreement_id and ${current(tx, 'a', asOf)}
      join position q on q.id = a.maker_position_id
      join org_unit u on u.id = s.unit_id
     where r.due_on < ${day}::date and ${below(tx, 'u', unitId)} and s.kpis_reported < s.kpis and s.certainty in ('mid_round', 'preliminary')
     order by s.kpis - s.kpis_reported desc, s.agreement_id limit ${limit}`;
}

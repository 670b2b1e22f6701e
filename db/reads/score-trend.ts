import type { Sql, Tx } from '../connect.ts';
import type { AgreementType } from './agreement-scores.ts';
import { current } from './current.ts';

/** Where an agreement stood at the end of a month, or after the 12-month round of a year. */
export type TrendPoint = {
  unitId: number;
  periodId: number;
  endsOn: string;
  score: string | null;
  plannedScore: string | null;
};

/** Month ends of one year, for the agreements named. */
export async function getMonthlyTrend(
  tx: Tx | Sql,
  { agreementIds, asOf }: { agreementIds: readonly number[]; asOf: number | null },
): Promise<TrendPoint[]> {
  if (agreementIds.length === 0) return [];
  return tx<TrendPoint[]>`
    select h.unit_id as "unitId", h.period_id as "periodId", p.ends_on as "endsOn", h.score, h.planned_score as "plannedScore"
      from score_history h join period p on p.id = h.period_id
     where h.agreement_id = any(${agreementIds as number[]}::int[]) and ${current(tx, 'h', asOf)}
     order by h.unit_id, h.period_id`;
}

/** Years of the same units and kinds of agreement, newest five: the result of the 12-month round. */
export async function getYearlyTrend(
  tx: Tx | Sql,
  {
    unitIds,
    types,
    upTo,
    asOf,
  }: { unitIds: readonly number[]; types: readonly AgreementType[]; upTo: number; asOf: number | null },
): Promise<TrendPoint[]> {
  if (unitIds.length === 0) return [];
  return tx<TrendPoint[]>`
    select a.unit_id as "unitId", a.fiscal_year * 100000 as "periodId", y.ends_on as "endsOn", s.score, s.planned_score as "plannedScore"
      from agreement a
      join fiscal_year y on y.fiscal_year = a.fiscal_year
      join agreement_score s on s.agreement_id = a.agreement_id and s.round = 12 and s.perspective = 'ALL' and ${current(tx, 's', asOf)}
     where a.unit_id = any(${unitIds as number[]}::int[]) and a.type in ${tx(types as string[])} and a.fiscal_year between ${upTo - 4} and ${upTo} and ${current(tx, 'a', asOf)}
     order by a.unit_id, a.fiscal_year`;
}

import type { Sql, Tx } from '../connect.ts';
import type { AgreementType, CertaintyCode, StatusCode } from './agreement-scores.ts';
import { current } from './current.ts';
import { abbreviated, named, type ReadArgs } from './named.ts';

export type RoundKey = { fiscalYear: number; round: 6 | 9 | 12 };

/** One agreement and where it stands in a round; scores have four decimals, null where there is none. */
export type RankedAgreement = {
  agreementId: number;
  code: string;
  type: AgreementType;
  isSigned: boolean;
  unitId: number;
  unitCode: string;
  name: string;
  shortName: string;
  ministryShortName: string;
  score: string | null;
  plannedScore: string | null;
  status: StatusCode | null;
  certainty: CertaintyCode | null;
  coverage: string | null;
  kpis: number | null;
  kpisReported: number | null;
  /** Of the round that is compared with; `previousAgreementId` is the agreement of that year. */
  previousScore: string | null;
  /** Differences of the figures as shown, two decimals: to the plan, and to the round compared with. */
  gap: string | null;
  change: string | null;
  previousAgreementId: number | null;
};

export type RankingArgs = ReadArgs &
  RoundKey & {
    types: readonly AgreementType[];
    /** Agreements of this ministry's units below it; of one unit; or, with neither, of the whole Prime Minister's line. */
    belowMinistryId?: number;
    unitId?: number;
    /** 'ALL' or one perspective. */
    perspective: string;
    compare: RoundKey;
  };

/** The agreements of a scope with their scores in a round and in the one compared with, worst first. */
export async function getAgreementRanking(tx: Tx | Sql, args: RankingArgs): Promise<RankedAgreement[]> {
  const { fiscalYear, round, types, perspective, compare, asOf, language } = args;
  const scope = args.unitId
    ? tx`and a.unit_id = ${args.unitId}`
    : args.belowMinistryId
      ? tx`and a.ministry_id = ${args.belowMinistryId} and a.unit_id <> ${args.belowMinistryId}`
      : tx`and u.in_chain`;
  return tx<RankedAgreement[]>`
    select a.agreement_id as "agreementId", a.code, a.type, a.status <> 'draft' as "isSigned",
           u.id as "unitId", u.code as "unitCode", ${named(tx, 'u', language)} as name, ${abbreviated(tx, 'u', language)} as "shortName",
           ${abbreviated(tx, 'm', language)} as "ministryShortName",
           s.score, s.planned_score as "plannedScore", s.status, s.certainty, s.coverage, s.kpis, s.kpis_reported as "kpisReported",
           p.score as "previousScore",
           round(s.score, 2) - round(s.planned_score, 2) as gap, round(s.score, 2) - round(p.score, 2) as change, b.agreement_id as "previousAgreementId"
      from agreement a
      join org_unit u on u.id = a.unit_id
      join org_unit m on m.id = a.ministry_id
      left join agreement_score s on s.agreement_id = a.agreement_id and s.round = ${round} and s.perspective = ${perspective} and ${current(tx, 's', asOf)}
      left join agreement b on b.unit_id = a.unit_id and b.type = a.type and b.fiscal_year = ${compare.fiscalYear} and ${current(tx, 'b', asOf)}
      left join agreement_score p on p.agreement_id = b.agreement_id and p.round = ${compare.round} and p.perspective = ${perspective} and ${current(tx, 'p', asOf)}
     where a.fiscal_year = ${fiscalYear} and a.type in ${tx(types as string[])} and ${current(tx, 'a', asOf)} ${scope}
     order by s.score nulls last, u.code, a.agreement_id`;
}

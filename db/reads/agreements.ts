import type { Sql, Tx } from '../connect.ts';
import type { AgreementType, CertaintyCode, StatusCode } from './agreement-scores.ts';
import { current } from './current.ts';
import { abbreviated, named, titled, type ReadArgs } from './named.ts';

export interface AgreementRow {
  agreementId: number;
  version: number;
  code: string;
  type: AgreementType;
  fiscalYear: number;
  unitId: number;
  unitCode: string;
  unitName: string;
  unitShortName: string;
  ministryCode: string;
  ministryName: string;
  status: 'draft' | 'signed' | 'amended' | 'closed';
  signedOn: string | null;
  weightTotal: string;
  lacksSystemKpi: boolean;
  makerPositionId: number;
  makerTitle: string;
  recipientPositionId: number;
  recipientTitle: string;
}

const agreementColumns = (tx: Tx | Sql, { language }: Pick<ReadArgs, 'language'>) => tx`
  a.agreement_id as "agreementId", a.version, a.code, a.type, a.fiscal_year as "fiscalYear", a.unit_id as "unitId", u.code as "unitCode",
  ${named(tx, 'u', language)} as "unitName", ${abbreviated(tx, 'u', language)} as "unitShortName", m.code as "ministryCode", ${named(tx, 'm', language)} as "ministryName",
  a.status, a.signed_on as "signedOn", a.weight_total as "weightTotal", a.lacks_system_kpi as "lacksSystemKpi",
  a.maker_position_id as "makerPositionId", ${titled(tx, 'mk', language)} as "makerTitle",
  a.recipient_position_id as "recipientPositionId", ${titled(tx, 'rc', language)} as "recipientTitle"`;

const agreements = (tx: Tx | Sql, { asOf }: Pick<ReadArgs, 'asOf'>) => tx`
  agreement a
  join org_unit u on u.id = a.unit_id
  join org_unit m on m.id = a.ministry_id
  join position mk on mk.id = a.maker_position_id
  join position rc on rc.id = a.recipient_position_id and ${current(tx, 'a', asOf)}`;

/** One agreement as it stands; null where the viewer sees none of that id. */
export async function getAgreement(
  tx: Tx | Sql,
  args: ReadArgs & { agreementId: number },
): Promise<AgreementRow | null> {
  const [row] = await tx<AgreementRow[]>`
    select ${agreementColumns(tx, args)} from ${agreements(tx, args)} where a.agreement_id = ${args.agreementId}`;
  return row ?? null;
}

/** A unit's agreement of a year: the first of the types that it has, in the order asked. */
export async function getUnitAgreement(
  tx: Tx | Sql,
  args: ReadArgs & { unitId: number; fiscalYear: number; types: AgreementType[] },
): Promise<AgreementRow | null> {
  const [row] = await tx<AgreementRow[]>`
    select ${agreementColumns(tx, args)} from ${agreements(tx, args)}
     where a.unit_id = ${args.unitId} and a.fiscal_year = ${args.fiscalYear} and a.type = any(${args.types})
     order by array_position(${args.types}::text[], a.type), a.agreement_id limit 1`;
  return row ?? null;
}

export interface ListedAgreement extends AgreementRow {
  kpis: number;
  score: string | null;
  plannedScore: string | null;
  gap: string | null;
  scoreStatus: StatusCode | null;
  certainty: CertaintyCode | null;
}

export type AgreementFilter = {
  /** Only agreements of units in this one's subtree. */
  unitId: number;
  fiscalYear: number;
  round: number;
  type?: AgreementType;
  signed?: boolean;
};

/** The agreements of a subtree in a year, with their score in a round: by rank of the parties, then by unit. */
export async function getAgreements(
  tx: Tx | Sql,
  args: ReadArgs & AgreementFilter & { limit: number; offset: number },
) {
  return tx<ListedAgreement[]>`
    select ${agreementColumns(tx, args)}, coalesce(k.kpis, 0) as kpis, s.score, s.planned_score as "plannedScore",
           round(s.score, 2) - round(s.planned_score, 2) as gap, s.status as "scoreStatus", s.certainty
      from ${agreements(tx, args)}
      left join agreement_score s on s.agreement_id = a.agreement_id and s.round = ${args.round} and s.perspective = 'ALL' and ${current(tx, 's', args.asOf)}
      left join lateral (select count(*) as kpis from agreement_kpi k where k.agreement_id = a.agreement_id and ${current(tx, 'k', args.asOf)}) k on true
     where ${matches(tx, args)}
     order by ${TYPE_ORDER(tx)}, u.code, a.agreement_id limit ${args.limit} offset ${args.offset}`;
}

export interface AgreementCounts {
  total: number;
  signed: number;
  unsigned: number;
  lacksSystem: number;
}

/** How many match, signed and not; the signed filter itself is left out, so that its own counts stand beside it. */
export async function getAgreementCounts(tx: Tx | Sql, args: ReadArgs & AgreementFilter): Promise<AgreementCounts> {
  const [row] = await tx<AgreementCounts[]>`
    select count(*) as total, count(*) filter (where a.status <> 'draft') as signed, count(*) filter (where a.status = 'draft') as unsigned,
           count(*) filter (where a.lacks_system_kpi) as "lacksSystem"
      from ${agreements(tx, args)} where ${matches(tx, { ...args, signed: undefined })}`;
  return row!;
}

const TYPE_ORDER = (tx: Tx | Sql) => tx`array_position(array['PM_MIN','MIN_PS','MIN_HEAD','PS_DG','PS_GOV'], a.type)`;

const matches = (tx: Tx | Sql, { unitId, fiscalYear, type, signed }: AgreementFilter) => tx`
  u.path @> array[${unitId}::int] and a.fiscal_year = ${fiscalYear}
  ${type ? tx`and a.type = ${type}` : tx``} ${signed === undefined ? tx`` : signed ? tx`and a.status <> 'draft'` : tx`and a.status = 'draft'`}`;

/** Years for which a unit's subtree has agreements, newest first. */
export async function getAgreementYears(tx: Tx | Sql, { unitId, asOf }: { unitId: number; asOf: number | null }) {
  const rows = await tx<{ fiscalYear: number }[]>`
    select distinct a.fiscal_year as "fiscalYear" from agreement a join org_unit u on u.id = a.unit_id
     where u.path @> array[${unitId}::int] and ${current(tx, 'a', asOf)} order by 1 desc`;
  return rows.map(({ fiscalYear }) => fiscalYear);
}

export interface HolderRow {
  positionId: number;
  name: string;
  acting: 'for_absent' | 'in_vacancy' | null;
}

/** Who holds the positions on a day: the substantive holder, then those who act. */
export async function getHolders(
  tx: Tx | Sql,
  { positionIds, day, language }: { positionIds: number[]; day: string } & Pick<ReadArgs, 'language'>,
) {
  return tx<HolderRow[]>`
    select h.position_id as "positionId", ${language === 'en' ? tx`h.name_en` : tx`coalesce(h.title_th, '') || h.name_th`} as name, h.acting
      from position_holder h
     where h.position_id = any(${positionIds}) and h.from_on <= ${day} and (h.to_on is null or h.to_on >= ${day})
     order by h.position_id, h.acting nulls first`;
}

export interface RoundScoreRow {
  round: 6 | 9 | 12;
  certainty: CertaintyCode | null;
  score: string | null;
  plannedScore: string | null;
  coverage: string | null;
  status: StatusCode | null;
}

/** The three review rounds of an agreement's year, with how certain each is and its score. */
export async function getRoundScores(
  tx: Tx | Sql,
  { agreementId, asOf }: { agreementId: number; asOf: number | null },
) {
  return tx<RoundScoreRow[]>`
    select r.round, r.certainty, s.score, s.planned_score as "plannedScore", s.coverage, s.status
      from round_state r
      left join agreement_score s on s.agreement_id = r.agreement_id and s.round = r.round and s.perspective = 'ALL' and ${current(tx, 's', asOf)}
     where r.agreement_id = ${agreementId} and ${current(tx, 'r', asOf)} order by r.round`;
}

export interface PromisedKpiRow {
  kpiId: number;
  kpiNo: string;
  parentNo: string | null;
  indicatorCode: string;
  name: string;
  unitOfMeasure: string;
  decimals: number;
  perspective: string;
  weight6: string | null;
  weight9: string | null;
  weight12: string;
  thresholds: string[];
  plan: string;
  actual: string | null;
  state: 'reported' | 'not_due' | 'missing' | 'rejected' | 'withheld' | 'not_applicable' | null;
  score: string | null;
  scoreStatus: StatusCode | null;
  ownerTitle: string | null;
  startsInRound: 6 | 9 | 12;
  cancelledInRound: 6 | 9 | 12 | null;
}

/** What an agreement promises, in its own order, with the results of a round; thresholds and plan are that round's. */
export async function getPromisedKpis(tx: Tx | Sql, args: ReadArgs & { agreementId: number; round: 6 | 9 | 12 }) {
  const ofRound = (name: string) =>
    args.round === 12
      ? tx`${tx(`k.${name}_12`)}`
      : tx`coalesce(${tx(`k.${name}_${args.round}`)}, ${tx(`k.${name}_12`)})`;
  return tx<PromisedKpiRow[]>`
    select k.kpi_id as "kpiId", k.kpi_no as "kpiNo", k.parent_no as "parentNo", i.code as "indicatorCode", ${named(tx, 'i', args.language)} as name,
           i.unit_of_measure as "unitOfMeasure", i.decimals, k.perspective, k.weight_6 as "weight6", k.weight_9 as "weight9", k.weight_12 as "weight12",
           coalesce(s.thresholds, ${ofRound('thresholds')}) as thresholds, ${ofRound('plan')} as plan, s.actual, s.state, s.score, s.status as "scoreStatus",
           k.owner_title as "ownerTitle", k.starts_in_round as "startsInRound", k.cancelled_in_round as "cancelledInRound"
      from agreement_kpi k join indicator_current i on i.indicator_id = k.indicator_id
      left join kpi_score s on s.kpi_id = k.kpi_id and s.round = ${args.round} and ${current(tx, 's', args.asOf)}
     where k.agreement_id = ${args.agreementId} and ${current(tx, 'k', args.asOf)}
     order by array_position(array['EFF','QUA','EFI','ORG'], k.perspective),
              string_to_array(btrim(regexp_replace(k.kpi_no, '[^0-9]+', '.', 'g'), '.'), '.')::int[], k.kpi_no`;
}

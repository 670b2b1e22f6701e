import type { Sql, Tx } from '../connect.ts';
import type { AgreementType, CertaintyCode } from './agreement-scores.ts';
import { current } from './current.ts';
import { kpiScoreColumns, kpiScores, type KpiScoreRow } from './kpi-results.ts';
import { titled, type ReadArgs } from './named.ts';

export interface KpiDetailRow extends KpiScoreRow {
  fiscalYear: number;
  round: 6 | 9 | 12;
  unitId: number;
  indicatorId: number;
  indicatorVersion: number;
  definition: string | null;
  formula: string | null;
  orgRollup: string;
  timeRollup: string;
  ratioScale: string;
  numerator: string | null;
  denominator: string | null;
  agreementType: AgreementType;
  agreementCode: string;
  agreementVersion: number;
  ruleVersion: string;
  makerTitle: string;
  certainty: CertaintyCode | null;
}

/** One KPI's score in a round with everything it was computed from; null where the viewer sees none. */
export async function getKpiDetail(
  tx: Tx | Sql,
  args: ReadArgs & { kpiId: number; round: number },
): Promise<KpiDetailRow | null> {
  const [row] = await tx<KpiDetailRow[]>`
    select ${kpiScoreColumns(tx, args)}, s.fiscal_year as "fiscalYear", s.round, s.unit_id as "unitId", s.indicator_id as "indicatorId",
           i.version as "indicatorVersion", i.definition, i.formula, i.org_rollup as "orgRollup", i.time_rollup as "timeRollup", i.ratio_scale as "ratioScale",
           s.numerator, s.denominator, a.type as "agreementType", a.code as "agreementCode", s.agreement_version as "agreementVersion",
           s.rule_version as "ruleVersion", ${titled(tx, 'mk', args.language)} as "makerTitle", r.certainty
      from ${kpiScores(tx, args)}
      join agreement a on a.agreement_id = s.agreement_id and ${current(tx, 'a', args.asOf)}
      join position mk on mk.id = a.maker_position_id
      left join round_state r on r.agreement_id = s.agreement_id and r.round = s.round and ${current(tx, 'r', args.asOf)}
     where s.kpi_id = ${args.kpiId} and s.round = ${args.round}`;
  return row ?? null;
}

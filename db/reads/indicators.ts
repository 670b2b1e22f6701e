import type { Sql, Tx } from '../connect.ts';
import { named, type ReadArgs } from './named.ts';

export interface IndicatorRow {
  indicatorId: number;
  code: string;
  version: number;
  name: string;
  unitOfMeasure: string;
  direction: 'higher' | 'lower' | 'closest';
  orgRollup: string;
  timeRollup: string;
  frequency: 'day' | 'month' | 'quarter' | 'year';
  decimals: number;
  isShare: boolean;
  classification: 'public' | 'internal' | 'restricted';
  definition: string | null;
  formula: string | null;
  source: string | null;
  perspective: string | null;
  strategy: string | null;
  system: string | null;
  layer: string | null;
  ofRecord: 'computed' | 'reported';
  tolerance: string;
  ownerCode: string;
  ownerName: string;
}

/** One indicator by its code, as its newest version defines it; null where there is none. */
export async function getIndicator(
  tx: Tx | Sql,
  { code, language }: { code: string } & Pick<ReadArgs, 'language'>,
): Promise<IndicatorRow | null> {
  const [row] = await tx<IndicatorRow[]>`
    select i.id as "indicatorId", i.code, i.version, ${named(tx, 'i', language)} as name, i.unit_of_measure as "unitOfMeasure", i.direction,
           i.org_rollup as "orgRollup", i.time_rollup as "timeRollup", i.frequency, i.decimals, i.is_share as "isShare", i.classification,
           i.definition, i.formula, i.source, i.perspective, i.strategy, i.system, i.layer, i.of_record as "ofRecord", i.tolerance,
           u.code as "ownerCode", ${named(tx, 'u', language)} as "ownerName"
      from indicator_current i join org_unit u on u.id = i.owner_unit_id where i.code = ${code}`;
  return row ?? null;
}

/** Indicators whose name or code comes nearest to what was asked for. */
export async function getNearestIndicators(
  tx: Tx | Sql,
  { text, language }: { text: string } & Pick<ReadArgs, 'language'>,
) {
  return tx<{ code: string; name: string }[]>`
    select i.code, ${named(tx, 'i', language)} as name from indicator_current i join org_unit u on u.id = i.owner_unit_id and u.in_chain
     order by greatest(similarity(i.code, ${text}), similarity(i.name_th, ${text})) desc, i.code limit 5`;
}

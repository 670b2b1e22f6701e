import type { Row } from '../projects/project-rows.ts';
import { DEMO_INDICATORS } from './index.ts';
import type { IndicatorSpec } from './spec.ts';

/** The register of indicators, one row each. */
export function indicatorRows(): Row[] {
  return DEMO_INDICATORS.map(toRow);
}

function toRow(spec: IndicatorSpec): Row {
  return {
    indicator_code: spec.code,
    name_th: spec.nameTh,
    name_en: spec.nameEn,
    unit_of_measure: spec.unitOfMeasure,
    direction: spec.direction,
    org_rollup: spec.orgRollup,
    time_rollup: spec.timeRollup,
    frequency: spec.frequency,
    decimals: String(spec.decimals),
    is_share: spec.isShare ? 'ใช่' : 'ไม่',
    ratio_scale: String(spec.ratioScale),
    owner_unit_code: spec.ownerCode,
    perspective: spec.perspective,
    ...(spec.strategy ? { strategy: spec.strategy } : {}),
    ...(spec.system ? { system: spec.system } : {}),
    ...(spec.layer ? { layer: spec.layer } : {}),
    classification: spec.classification,
    definition: `${spec.nameTh} ${COUNTED[spec.timeRollup]}`,
    formula: spec.formula,
    source: spec.source,
    of_record: spec.ofRecord ?? 'computed',
    tolerance: spec.tolerance ?? '0.005',
    valid_from: '2024-10-01',
  };
}

/** What belongs to a period's figure. */
const COUNTED: Record<IndicatorSpec['timeRollup'], string> = {
  sum: 'นับผลที่เกิดขึ้นในงวด',
  avg: 'เฉลี่ยทุกงวด',
  ytd: 'สะสมตั้งแต่วันที่ 1 ตุลาคม',
  last: 'ณ วันสิ้นงวด',
};

import type { DemoFrequency } from '../calendar.ts';
import type { DemoUnit } from '../units.ts';

/** How the numbers of an indicator are invented. Ranges run from a very weak to a very good office. */
export type Shape =
  /** Money of the unit's own budget, cumulative from 1 October. */
  | { kind: 'money'; of: 'disbursed' | 'disbursed_investment' | 'committed_investment' }
  /** Part of a whole, in cases of the period (flow) or standing at its end (stock). Fixed: as many cases for every office. */
  | { kind: 'share'; cases: number; worst: number; best: number; season?: Season; isFixed?: true }
  /** Part of a whole that grows over the year, such as people trained so far. */
  | { kind: 'share_to_date'; cases: number; worst: number; best: number }
  /** Mean of a measure over cases, such as days per permit or points per questionnaire. */
  | { kind: 'mean'; cases: number; worst: number; best: number; decimals: number; season?: Season }
  /** Things counted in a period; quality moves them by `gain`. */
  | { kind: 'count'; perPeriod: number; growthPerYear: number; gain: number; season?: Season; decimals?: number }
  /** Things that stand at a period's end and grow. */
  | { kind: 'stock'; from: number; growthPerYear: number; gain: number }
  /** A single value, not divisible. */
  | { kind: 'points'; worst: number; best: number; decimals: number };

/** Month factors from October to September. */
export type Season = keyof typeof SEASONS;
export const SEASONS = {
  cool: [0.95, 1.15, 1.3, 1.25, 1.15, 1.05, 1.0, 0.8, 0.75, 0.85, 0.9, 0.85],
  rain: [1.2, 0.9, 0.65, 0.55, 0.6, 0.75, 0.9, 1.1, 1.25, 1.35, 1.4, 1.35],
  school: [0.7, 1.1, 1.1, 1.1, 1.1, 0.8, 0.5, 1.3, 1.25, 1.15, 1.05, 0.85],
  year_end: [0.8, 0.85, 0.9, 0.9, 0.95, 1.05, 0.85, 0.95, 1.05, 1.05, 1.15, 1.5],
  holidays: [0.9, 0.9, 1.35, 1.1, 0.85, 0.9, 1.5, 0.95, 0.9, 0.9, 0.85, 0.9],
} as const;

export type Perspective = 'EFF' | 'QUA' | 'EFI' | 'ORG';

export type IndicatorSpec = {
  code: string;
  nameTh: string;
  nameEn: string;
  unitOfMeasure: string;
  direction: 'higher' | 'lower';
  orgRollup: 'sum' | 'ratio_of_sums' | 'weighted_avg' | 'avg' | 'none';
  timeRollup: 'sum' | 'last' | 'ytd' | 'avg';
  frequency: DemoFrequency;
  decimals: number;
  ratioScale: 1 | 100;
  isShare: boolean;
  classification: 'public' | 'internal' | 'restricted';
  perspective: Perspective;
  strategy: '1' | '3' | '6' | null;
  system: string | null;
  layer: '1' | '2' | '3' | '4' | '5' | null;
  ownerCode: string;
  formula: string;
  source: string;
  /** Units that owe it. */
  isOwedBy: (unit: DemoUnit) => boolean;
  shape: Shape;
  /** Sizes of units that differ from those of the offices, for figures that everybody knows. */
  sizes?: Record<string, number>;
  /** A large office does not have as many times more of it. */
  grows?: 'slowly';
  /** Usual distance between two thresholds: in the unit of measure, or as a share of the value for counts. */
  step: number;
  ofRecord?: 'computed' | 'reported';
  tolerance?: string;
};

type Draft = Partial<IndicatorSpec> &
  Pick<IndicatorSpec, 'code' | 'nameTh' | 'nameEn' | 'perspective' | 'ownerCode' | 'isOwedBy' | 'shape'>;

/** Fills in what follows from the shape; anything given stands. */
export function indicator(draft: Draft): IndicatorSpec {
  const shared = {
    frequency: 'month',
    classification: 'public',
    strategy: null,
    system: null,
    layer: null,
    source: 'ระบบรายงานผลของหน่วยงาน',
    direction: 'higher',
  } as const;
  return { ...shared, ...byShape(draft.shape), ...draft };
}

type FromShape = Pick<
  IndicatorSpec,
  'unitOfMeasure' | 'orgRollup' | 'timeRollup' | 'decimals' | 'ratioScale' | 'isShare' | 'formula' | 'step'
>;

function byShape(shape: Shape): FromShape {
  const percent = {
    unitOfMeasure: 'ร้อยละ',
    orgRollup: 'ratio_of_sums',
    decimals: 2,
    ratioScale: 100,
    isShare: true,
    formula: 'ตัวตั้ง ÷ ตัวหาร × 100',
    step: 3,
  } as const;
  switch (shape.kind) {
    case 'money':
      return { ...percent, timeRollup: 'ytd', step: 4 };
    case 'share':
      return { ...percent, timeRollup: 'sum' };
    case 'share_to_date':
      return { ...percent, timeRollup: 'ytd' };
    case 'mean':
      return {
        ...percent,
        timeRollup: 'sum',
        ratioScale: 1,
        isShare: false,
        decimals: shape.decimals,
        formula: 'ผลรวม ÷ จำนวนราย',
      };
    case 'count':
      return {
        unitOfMeasure: 'ราย',
        orgRollup: 'sum',
        timeRollup: 'sum',
        decimals: shape.decimals ?? 0,
        ratioScale: 1,
        isShare: false,
        formula: 'ผลรวมของงวด',
        step: 0.05,
      };
    case 'stock':
      return {
        unitOfMeasure: 'รายการ',
        orgRollup: 'sum',
        timeRollup: 'last',
        decimals: 0,
        ratioScale: 1,
        isShare: false,
        formula: 'จำนวน ณ สิ้นงวด',
        step: 0.05,
      };
    case 'points':
      return {
        unitOfMeasure: 'คะแนน',
        orgRollup: 'avg',
        timeRollup: 'last',
        decimals: shape.decimals,
        ratioScale: 1,
        isShare: false,
        formula: 'ค่าเฉลี่ยรายหน่วยงาน',
        step: 2.5,
      };
  }
}

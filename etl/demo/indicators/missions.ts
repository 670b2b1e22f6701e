import { indicator, type IndicatorSpec, type Perspective, type Season } from './spec.ts';

type Mission = { no: number; th: string; en: string; by: readonly string[]; perspective?: Perspective };
type Options = Partial<
  Pick<
    IndicatorSpec,
    | 'unitOfMeasure'
    | 'direction'
    | 'classification'
    | 'frequency'
    | 'step'
    | 'strategy'
    | 'timeRollup'
    | 'ofRecord'
    | 'tolerance'
    | 'sizes'
  >
> & { season?: Season };

/** Indicators of a ministry's own mission; all names and figures invented for the demonstration. */
export function missionOf(ministry: string): {
  count: (
    mission: Mission,
    perPeriod: number,
    options?: Options & { growth?: number; gain?: number; decimals?: number },
  ) => IndicatorSpec;
  share: (mission: Mission, cases: number, worst: number, best: number, options?: Options) => IndicatorSpec;
  mean: (
    mission: Mission,
    cases: number,
    worst: number,
    best: number,
    options?: Options & { decimals?: number },
  ) => IndicatorSpec;
} {
  const head = (mission: Mission) => {
    const by = new Set(mission.by);
    return {
      code: `M${ministry.slice(0, 2)}-0${mission.no}`,
      nameTh: mission.th,
      nameEn: mission.en,
      perspective: mission.perspective ?? 'EFF',
      ownerCode: ministry,
      isOwedBy: (unit: { code: string }) => by.has(unit.code),
    } as const;
  };
  return {
    count: (mission, perPeriod, { growth = 0.04, gain = 0.16, decimals = 0, season, ...options } = {}) =>
      indicator({
        ...head(mission),
        shape: { kind: 'count', perPeriod, growthPerYear: growth, gain, decimals, ...(season ? { season } : {}) },
        ...options,
      }),
    share: (mission, cases, worst, best, { season, ...options } = {}) =>
      indicator({
        ...head(mission),
        shape: { kind: 'share', cases, worst, best, ...(season ? { season } : {}) },
        ...options,
      }),
    mean: (mission, cases, worst, best, { decimals = 2, season, ...options } = {}) =>
      indicator({
        ...head(mission),
        shape: { kind: 'mean', cases, worst, best, decimals, ...(season ? { season } : {}) },
        direction: best < worst ? 'lower' : 'higher',
        ...options,
      }),
  };
}

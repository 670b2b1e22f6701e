import { Decimal, sumOf, toFixedHalfUp, type DecimalLike, type DecimalText } from '../numbers/decimal.ts';

/** Domain rule: weights of the four stages of online service, in percent. */
export const STAGE_WEIGHTS = [7, 24, 30, 39] as const;

/** Percent reached in stages 1–4. */
export type StagePercents = readonly [DecimalLike, DecimalLike, DecimalLike, DecimalLike];

/** Weighted score in percent, four decimals: what the survey prints as its average. Never the plain mean. */
export function weightedStageScore(stages: StagePercents): DecimalText {
  return toFixedHalfUp(weighted(stages), 4);
}

/** Percent of one stage for one site: the weights of the items it has. */
export function siteStagePercent(items: readonly { percent: DecimalText; isMet: boolean }[]): DecimalText {
  return sumOf(items.filter((item) => item.isMet).map((item) => item.percent)).toFixed();
}

/** Percent of one stage for a unit or the country: the mean over its surveyed sites; null without any. */
export function meanStagePercent(sites: readonly DecimalText[]): DecimalText | null {
  return sites.length === 0 ? null : toFixedHalfUp(sumOf(sites).dividedBy(sites.length), 4);
}

export type StageWhatIf = { weighted: DecimalText; onlineService: DecimalText; index: DecimalText };

/**
 * What the index would be if the stages stood elsewhere and all else stayed. The online-service index is the score
 * scaled to the best country, so it moves in proportion. A rank cannot be told without the other countries.
 */
export function whatIfStages(
  now: { stages: StagePercents; onlineService: DecimalText; infrastructure: DecimalText; humanCapital: DecimalText },
  wanted: StagePercents,
): StageWhatIf {
  // Not by way of a rounded 87.70 %: that would move the fourth decimal.
  const onlineService = new Decimal(now.onlineService).times(weighted(wanted)).dividedBy(weighted(now.stages));
  return {
    weighted: toFixedHalfUp(weighted(wanted), 4),
    onlineService: toFixedHalfUp(onlineService, 4),
    index: toFixedHalfUp(sumOf([onlineService, now.infrastructure, now.humanCapital]).dividedBy(3), 4),
  };
}

function weighted(stages: StagePercents): Decimal {
  return sumOf(stages.map((stage, index) => new Decimal(stage).times(STAGE_WEIGHTS[index]!))).dividedBy(100);
}

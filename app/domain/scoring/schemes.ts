import { Decimal, toFixedHalfUp, type DecimalLike } from '../numbers/decimal.ts';
import type { ScoreText, ScoringScale } from './scale.ts';

export type SchemeCode = 'LEVEL5' | 'POINT100';
/** What a result below level 1 is worth: 1 as usual, or falling to 0 when the framework of the year says so. */
export type Floor = 'one' | 'zero';

/** The scale of a scheme. LEVEL5 runs from 1 (or 0) to 5; POINT100 gives 50, 75, 100 and nothing below. */
export function scaleOf(scheme: SchemeCode, floor: Floor = 'one'): ScoringScale {
  if (scheme === 'POINT100') return POINT100;
  return floor === 'one' ? LEVEL5 : LEVEL5_FROM_ZERO;
}

/** Points of 100 shown on 5, for display only: 85 → 4.2500. */
export function toFivePoints(percent: DecimalLike): ScoreText {
  return toFixedHalfUp(new Decimal(percent).dividedBy(20), 4);
}

/** The score that a missing result gets when a round is closed. */
export function floorScore(scheme: SchemeCode, floor: Floor): ScoreText {
  return scheme === 'LEVEL5' && floor === 'one' ? '1.0000' : '0.0000';
}

export function highestScore(scheme: SchemeCode): ScoreText {
  return scheme === 'POINT100' ? '100.0000' : '5.0000';
}

const LEVELS = ['1', '2', '3', '4', '5'];
const LEVEL5: ScoringScale = { points: LEVELS, below: { fixed: '1' }, isInterpolated: true };
const LEVEL5_FROM_ZERO: ScoringScale = { points: LEVELS, below: { fallsTo: '0' }, isInterpolated: true };
const POINT100: ScoringScale = { points: ['50', '75', '100'], below: { fixed: '0' }, isInterpolated: true };

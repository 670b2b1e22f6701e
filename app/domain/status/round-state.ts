import type { IsoDate } from '../time/fiscal-calendar.ts';

/** How certain a round's figures are: ยังไม่เริ่ม · ระหว่างรอบ · เบื้องต้น · รับรองแล้ว · สิ้นสุด. */
export type RoundState = 'not_started' | 'mid_round' | 'preliminary' | 'certified' | 'final';

/** `opensOn` is the day after the round before ended, though figures count from 1 October. */
export type RoundProgress = { opensOn: IsoDate; endsOn: IsoDate; isCertified: boolean; isLocked: boolean };

/** A locked round is final and never rescored; one that is over but not certified is preliminary. */
export function roundStateOf(round: RoundProgress, asOf: IsoDate): RoundState {
  if (round.isLocked) return 'final';
  if (round.isCertified) return 'certified';
  if (asOf < round.opensOn) return 'not_started';
  return asOf <= round.endsOn ? 'mid_round' : 'preliminary';
}

/** The least certain of several: a total is no surer than its weakest part. */
export function leastCertain(states: readonly RoundState[]): RoundState | null {
  return CERTAINTY.find((state) => states.includes(state)) ?? null;
}

const CERTAINTY: readonly RoundState[] = ['not_started', 'mid_round', 'preliminary', 'certified', 'final'];

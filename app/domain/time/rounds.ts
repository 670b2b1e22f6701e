import { addDays, fiscalYearOf, type IsoDate } from './fiscal-calendar.ts';
import { roundPeriod, type Period, type RoundMonths } from './period.ts';

/**
 * A review round. Its figures count from 1 October; `opensOn` is the day after the round before ended; `dueOn` is the last day on which its self-assessment is on time.
 */
export type Round = Period & { kind: 'round'; months: RoundMonths; opensOn: IsoDate; dueOn: IsoDate };

/** Domain rule: a round's report is due 30 days after the round ends, unless the framework says otherwise. */
export const DEFAULT_ROUND_DUE_DAYS = 30;

/** The 6-, 9- and 12-month rounds of a fiscal year (พ.ศ.), oldest first. */
export function roundsOf(fiscalYear: number, dueDays = DEFAULT_ROUND_DUE_DAYS): Round[] {
  return ([6, 9, 12] as const).map((months) => roundOf(fiscalYear, months, dueDays));
}

export function roundOf(fiscalYear: number, months: RoundMonths, dueDays = DEFAULT_ROUND_DUE_DAYS): Round {
  const period = roundPeriod(fiscalYear, months);
  const before = months === 6 ? null : roundPeriod(fiscalYear, months === 9 ? 6 : 9);
  const opensOn = before ? addDays(before.endsOn, 1) : period.startsOn;
  return { ...period, kind: 'round', months, opensOn, dueOn: addDays(period.endsOn, dueDays) };
}

/** The round that is running on a day. */
export function runningRound(date: IsoDate, dueDays = DEFAULT_ROUND_DUE_DAYS): Round {
  return roundsOf(fiscalYearOf(date), dueDays).find((round) => date <= round.endsOn)!;
}

/** The newest round that is over on a day: on 20 Nov 2569 the 12-month round of 2569. */
export function newestEndedRound(date: IsoDate, dueDays = DEFAULT_ROUND_DUE_DAYS): Round {
  return previousRound(runningRound(date, dueDays), dueDays);
}

/** The round before in time; before the first of a year comes the last of the year before. */
export function previousRound(round: Pick<Round, 'fiscalYear' | 'months'>, dueDays = DEFAULT_ROUND_DUE_DAYS): Round {
  const { fiscalYear, months } = round;
  return months === 6 ? roundOf(fiscalYear - 1, 12, dueDays) : roundOf(fiscalYear, months === 9 ? 6 : 9, dueDays);
}

/** Newest of several rounds by time, or null of none. */
export function newestOf<R extends Pick<Round, 'fiscalYear' | 'months'>>(rounds: readonly R[]): R | null {
  return rounds.reduce<R | null>((newest, round) => (newest && rank(newest) >= rank(round) ? newest : round), null);
}

const rank = (round: Pick<Round, 'fiscalYear' | 'months'>): number => round.fiscalYear * 100 + round.months;

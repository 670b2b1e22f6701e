import { describe, expect, it } from 'vitest';
import { newestEndedRound, newestOf, previousRound, roundsOf, runningRound } from '#domain/time/rounds.ts';

describe('review rounds', () => {
  it('FY-3: rounds of 2569 all start on 1 October and are due 30 days after their end', () => {
    expect(roundsOf(2569).map((r) => [r.code, r.startsOn, r.opensOn, r.endsOn, r.dueOn])).toEqual([
      ['2569-R6', '2025-10-01', '2025-10-01', '2026-03-31', '2026-04-30'],
      ['2569-R9', '2025-10-01', '2026-04-01', '2026-06-30', '2026-07-30'],
      ['2569-R12', '2025-10-01', '2026-07-01', '2026-09-30', '2026-10-30'],
    ]);
  });

  it('the days until a report is due are a setting', () => {
    expect(roundsOf(2569, 15)[0]?.dueOn).toBe('2026-04-15');
  });

  it.each([
    ['2026-11-20', '2570-R6', '2569-R12'],
    ['2027-03-31', '2570-R6', '2569-R12'],
    ['2027-04-01', '2570-R9', '2570-R6'],
    ['2027-07-01', '2570-R12', '2570-R9'],
    ['2027-09-30', '2570-R12', '2570-R9'],
    ['2027-10-01', '2571-R6', '2570-R12'],
  ])('on %s round %s runs and %s is the newest that ended', (date, running, ended) => {
    expect([runningRound(date).code, newestEndedRound(date).code]).toEqual([running, ended]);
  });

  it('the first round of a year follows the last of the year before', () => {
    expect(previousRound({ fiscalYear: 2570, months: 6 }).code).toBe('2569-R12');
    expect(previousRound({ fiscalYear: 2570, months: 12 }).code).toBe('2570-R9');
  });

  it('the newest round is told by time, of none it is none', () => {
    expect(newestOf([...roundsOf(2569), ...roundsOf(2568)])?.code).toBe('2569-R12');
    expect(newestOf([])).toBeNull();
  });
});

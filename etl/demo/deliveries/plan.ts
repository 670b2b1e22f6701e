import { addDays, fiscalYearEnd, fiscalYearStart, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { roundsOf } from '#domain/time/rounds.ts';
import { fiscalYearsUntil } from '../calendar.ts';
import type { Organisation } from '../units.ts';
import { centreSteps } from './centre-steps.ts';
import type { Scenario } from './scenario.ts';
import { senderSteps } from './sender-steps.ts';
import { instant, type Step } from './steps.ts';

/** Everything that happened until an instant, oldest first. */
export function planSteps(org: Organisation, scenario: Scenario, until: Date): Step[] {
  const all = [
    ...centreSteps(org, scenario),
    ...senderSteps(org, scenario),
    ...certifications(scenario),
    ...turns(scenario),
  ];
  return all
    .map((step, i) => ({ step, i, at: Date.parse(step.at) }))
    .filter(({ at }) => at <= until.getTime())
    .sort((a, b) => a.at - b.at || a.i - b.i)
    .map(({ step }) => step);
}

/**
 * Rounds are certified some weeks after they end, those of departments, whose agreements are entered late in the year, then;
 * a year is closed for good in the December after it.
 */
function certifications(scenario: Scenario): Step[] {
  return fiscalYearsUntil(scenario.day).flatMap((year) => {
    const yearEnd = fiscalYearEnd(year);
    return roundsOf(year).flatMap(({ months, endsOn }) => [
      certify(year, months, 'certified', addDays(endsOn, months === 12 ? 76 : 50)),
      ...(months === 12 ? [] : [certify(year, months, 'certified', addDays(yearEnd, -10))]),
      certify(year, months, 'final', addDays(yearEnd, 80)),
    ]);
  });
}

function certify(fiscalYear: number, round: 6 | 9 | 12, certainty: 'certified' | 'final', day: IsoDate): Step {
  const word = certainty === 'final' ? 'สิ้นสุด' : 'รับรอง';
  return {
    kind: 'certify',
    at: instant(day, '10:00'),
    label: `${word}รอบ ${round} เดือน ปี ${fiscalYear}`,
    fiscalYear,
    round,
    certainty,
  };
}

/** The running fiscal year's first day: rounds close, what was due is late. */
function turns(scenario: Scenario): Step[] {
  return fiscalYearsUntil(scenario.day)
    .slice(-1)
    .map((year) => ({
      kind: 'turn-day',
      at: instant(fiscalYearStart(year), '00:05'),
      label: `เปลี่ยนปีงบประมาณ ${year}`,
    }));
}

import { addDays, fiscalYearStart } from '#domain/time/fiscal-calendar.ts';
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

/** Rounds are certified some weeks after they end; a year is closed for good in the December after it. */
function certifications(scenario: Scenario): Step[] {
  return fiscalYearsUntil(scenario.day).flatMap((year) =>
    roundsOf(year).flatMap(({ months, endsOn }): Step[] => {
      const closing = instant(addDays(roundsOf(year)[2]!.endsOn, 80), '10:30');
      const final: Step = {
        kind: 'certify',
        at: closing,
        label: `สิ้นสุดรอบ ${months} เดือน ปี ${year}`,
        fiscalYear: year,
        round: months,
        certainty: 'final',
      };
      const certified: Step = {
        kind: 'certify',
        at: instant(addDays(endsOn, 50), '10:00'),
        label: `รับรองรอบ ${months} เดือน ปี ${year}`,
        fiscalYear: year,
        round: months,
        certainty: 'certified',
      };
      return months === 12 ? [{ ...certified, at: instant(addDays(endsOn, 76), '10:00') }, final] : [certified, final];
    }),
  );
}

/** A fiscal year's first day: rounds close, what was due is late. */
function turns(scenario: Scenario): Step[] {
  return fiscalYearsUntil(scenario.day)
    .slice(1)
    .map((year) => ({
      kind: 'turn-day',
      at: instant(fiscalYearStart(year), '00:05'),
      label: `เปลี่ยนปีงบประมาณ ${year}`,
    }));
}
